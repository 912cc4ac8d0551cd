#!/usr/bin/env node
import module from 'node:module'

if (Number.parseInt(process.versions.node, 10) < 24) {
  console.error(
    `Sendoff needs Node 24 or newer, and this is ${process.versions.node}. See https://nodejs.org/en/download`,
  )
  process.exit(1)
}
// SQLite of Node is tested with this version; its warning on every start would only hide others.
const { emitWarning } = process
process.emitWarning = (warning, ...more) => {
  const type = typeof more[0] === 'object' ? more[0]?.type : more[0]
  if (type !== 'ExperimentalWarning') emitWarning.call(process, warning, ...more)
}
module.enableCompileCache()
const { main } = await import('../lib/main.js')
// Not `process.exit`, which would cut off what a pipe has not taken yet.
process.exitCode = await main(process.argv.slice(2))

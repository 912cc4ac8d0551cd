import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { output } from '../support/npm.ts'
import type { Input } from './program.ts'
import { root } from './project.ts'

/** Bundles the program and leaves it in `globalThis.run`. The first argument is the folder of the tools. */
const WEBPACK = `const webpack = require(process.argv[2] + '/webpack')
const options = { context: __dirname, entry: './index.js', mode: 'production', target: 'web', performance: false }
webpack({ ...options, output: { path: __dirname, filename: 'bundle.js' } }, (error, stats) => {
  const { errors, warnings } = error ? { errors: [error] } : stats.toJson({ all: false, errors: true, warnings: true })
  for (const one of [...errors, ...warnings]) console.error(one)
  process.exitCode = errors.length + warnings.length
})
`

/** As React Native has it set up, but for its own transforms. */
const METRO = `const { dirname } = require('node:path')
const tools = process.argv[2]
const { loadConfig, runBuild } = require(tools + '/metro')
const runtime = { 'metro-runtime': tools + '/metro-runtime' }
const options = {
  projectRoot: __dirname,
  watchFolders: [dirname(__dirname), ...Object.values(runtime)],
  reporter: { update() {} },
  cacheStores: [],
  maxWorkers: 1,
  resolver: { unstable_conditionNames: ['react-native'], extraNodeModules: runtime, useWatchman: false },
  transformer: { getTransformOptions: async () => ({ transform: { experimentalImportSupport: true } }) },
}
loadConfig({ cwd: __dirname }, options).then((config) =>
  runBuild(config, { entry: 'index.js', out: __dirname + '/bundle.js', minify: false, dev: false }),
)
`

export const BUNDLERS = { webpack: WEBPACK, Metro: METRO }

/**
 * Bundles a compiled program and runs it.
 *
 * @param compiled the folder of the program
 * @returns its report
 */
export async function bundleAndRun(name: keyof typeof BUNDLERS, tools: string, compiled: string, input: Input) {
  const folder = join(compiled, '..', name)
  await mkdir(folder, { recursive: true })
  const node = join(root, 'node_modules/.bin/node')
  await writeFile(join(folder, 'package.json'), '{ "private": true }')
  const from = JSON.stringify(join('..', compiled.split('/').at(-1) ?? '', 'out/program.js'))
  await writeFile(join(folder, 'index.js'), `import { run } from ${from}\nglobalThis.run = run\n`)
  await writeFile(join(folder, 'build.cjs'), BUNDLERS[name])
  await output(node, ['build.cjs', tools], folder)
  await writeFile(join(folder, 'input.json'), JSON.stringify(input))
  const main = `require('./bundle.js')
run(require('./input.json')).then((report) => console.log(JSON.stringify(report)))
`
  await writeFile(join(folder, 'main.cjs'), main)
  return JSON.parse(await output(node, ['main.cjs'], folder))
}

const NEXT = {
  'package.json': '{ "private": true }',
  'app/layout.js': `export default ({ children }) => <html lang="en"><body>{children}</body></html>\n`,
  'app/page.js': `'use client'
import { createClient } from '@sendoff/sdk'
const client = createClient({ baseUrl: 'https://sendoff.test', token: 'token', scopes: ['org:read'] })
export default () => <button onClick={() => client.organization.get()}>{typeof client.organization.get}</button>
`,
  'app/webhooks/route.js': `import { createHandler } from '@sendoff/sdk/webhooks'
export const POST = createHandler({ secrets: () => process.env.SECRET, on: {} })
`,
}

/** Builds an app of Next, with the client in a page and the handler in a route. @returns its output */
export async function buildNext(tools: string, directory: string): Promise<string> {
  const folder = join(directory, 'next')
  await mkdir(join(folder, 'app/webhooks'), { recursive: true })
  for (const [file, text] of Object.entries(NEXT)) await writeFile(join(folder, file), text)
  const node = join(root, 'node_modules/.bin/node')
  return output(node, [join(tools, 'next/dist/bin/next'), 'build', '--webpack'], folder)
}

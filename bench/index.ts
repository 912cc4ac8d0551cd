/** Measures the goal table of docs/performance.md; see USAGE in run/options.ts. */
import { Bench } from './run/bench.ts'
import { describeMachine } from './run/machine.ts'
import { readOptions, USAGE } from './run/options.ts'
import { runWorks } from './run/run-works.ts'
import { notes, textTable } from './run/table.ts'
import { works } from './works/index.ts'

const options = optionsOrExit()
if (options.list) {
  for (const { name, group } of works) console.log(`${name} (${group})`)
  process.exit()
}
const bench = new Bench(options)
const begun = performance.now()
try {
  const rows = await runWorks(bench)
  console.log(`\n${describeMachine(bench.checkouts, bench.postgresVersion).join('\n')}`)
  console.log(`Medians of ${options.rounds} turns (quartiles); ratios are those of neighbouring turns.\n`)
  console.log(textTable(rows))
  console.log(`\n${notes(rows).join('\n')}`)
  console.log(`\n${Math.round((performance.now() - begun) / 1000)} s`)
} finally {
  await bench.close()
}

function optionsOrExit() {
  try {
    return readOptions(process.argv.slice(2))
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`)
    process.exit(2)
  }
}

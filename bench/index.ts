/** Measures the goal table of docs/performance.md; see USAGE in run/options.ts. */
import { measureGrowth } from './growth/growth.ts'
import { writePage } from './page/write.ts'
import { Bench } from './run/bench.ts'
import { describeMachine } from './run/machine.ts'
import { readOptions, USAGE } from './run/options.ts'
import { runWorks } from './run/run-works.ts'
import { notes, textTable } from './run/table.ts'
import { works } from './works/index.ts'

const options = optionsOrExit()
if (options.list) {
  for (const { name, group } of works) console.log(`${name} (${group})`)
  console.log('growth')
  process.exit()
}
const bench = new Bench(options)
const begun = performance.now()
try {
  const names = options.only.filter((name) => name !== 'growth')
  const isOfGrowth = options.only.includes('growth')
  const rows = isOfGrowth && names.length === 0 ? [] : await runWorks(bench, names)
  const points = isOfGrowth || (options.write && options.only.length === 0) ? await measureGrowth(bench) : []
  const machine = [
    ...describeMachine(bench.checkouts, bench.postgresVersion),
    `Command: npm run bench -- ${process.argv.slice(2).join(' ')}`.trim(),
    `Medians of ${options.rounds} turns (quartiles)${options.quick ? ', quick' : ''}; ratios are those of neighbouring turns`,
  ]
  console.log(`\n${machine.join('\n')}\n`)
  if (rows.length > 0) console.log(`${textTable(rows)}\n\n${notes(rows).join('\n')}`)
  if (points.length > 0) console.table(points.map(({ figures, ...of }) => ({ ...of, ...figures })))
  if (options.write) {
    const growth = points.length > 0 && { growth: { machine, points } }
    await writePage({ ...(rows.length > 0 && { table: { machine, rows } }), ...growth })
    console.log('\nWritten: docs/performance.md')
  }
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

import { type Work, works } from '../works/index.ts'
import type { Bench } from './bench.ts'
import type { Row } from './row.ts'
import { openStand, type Stand } from './stand.ts'

/**
 * Runs the works, one after the other; neighbours on the same store share their servers.
 *
 * @param names works or groups; empty for all
 */
export async function runWorks(bench: Bench, names: readonly string[]): Promise<Row[]> {
  const rows: Row[] = []
  let stand: Stand | undefined
  try {
    for (const work of chosen(names)) {
      if (stand && stand.store !== work.on) {
        await stand.stop()
        stand = undefined
      }
      console.error(`${work.name} …`)
      try {
        if (work.on) {
          stand ??= await openStand(bench, work.on)
          rows.push(...(await work.run(bench, stand)))
        } else rows.push(...(await work.run(bench)))
      } catch (error) {
        // The others are measured all the same; the end of the run says that one is missing.
        console.error(`${work.name} failed:`, error)
        process.exitCode = 1
      }
    }
  } finally {
    await stand?.stop()
  }
  return rows
}

/** The works with these names, or of groups with these names. @throws {Error} for a name that there is not */
function chosen(names: readonly string[]): Work[] {
  const fits = ({ name, group }: Work, wanted: string) =>
    [name, group].includes(wanted) || name.startsWith(`${wanted}-`)
  const unknown = names.find((wanted) => !works.some((work) => fits(work, wanted)))
  if (unknown !== undefined) throw new Error(`--only must name works or groups, and ${unknown} is neither: try --list`)
  return works.filter((work) => names.length === 0 || names.some((wanted) => fits(work, wanted)))
}

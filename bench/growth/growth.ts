import type { Bench } from '../run/bench.ts'
import { measureAt, type Point } from './measure.ts'

/** The longest time that a point is expected to take, in seconds; larger ones are left out. */
const LONGEST = 1800

/** Measures the growth on both stores at the chosen sizes, ascending. A size that would take too long ends the series of its store. */
export async function measureGrowth(bench: Bench): Promise<Point[]> {
  const { folder } = bench.checkouts.at(-1) ?? { folder: '' }
  const points: Point[] = []
  for (const store of ['sqlite', 'postgres'] as const) {
    let last = { size: 1, seconds: 0 }
    for (const size of bench.options.sizes) {
      const expected = last.seconds * (size / last.size)
      if (expected > LONGEST) {
        console.error(`growth, ${store}, ${size}: left out, it would take about ${Math.round(expected)} s`)
        break
      }
      console.error(`growth, ${store}, ${size} …`)
      const begun = performance.now()
      points.push(await measureAt(bench, folder, store, size))
      last = { size, seconds: (performance.now() - begun) / 1000 }
    }
  }
  return points
}

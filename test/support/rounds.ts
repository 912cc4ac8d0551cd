import { inject } from 'vitest'

/** The number of rounds in which two contenders meet. The short form still has each come first, and both at once. */
export const ROUNDS = inject('part') === 'quick' ? 10 : 200

/**
 * The number of concurrent rounds: enough to interfere with each other, and few enough that the two requests of a round
 * meet.
 */
const LANES = 4

/** Does something for each number below `count`, several at once, and answers what came of each. */
export async function sideBySide<Result>(
  count: number,
  work: (i: number) => Promise<Result>,
  lanes = LANES,
): Promise<Result[]> {
  const results: Result[] = new Array(count)
  const failures: unknown[] = []
  let next = 0
  const lane = async () => {
    for (let i = next++; i < count && failures.length === 0; i = next++) {
      await work(i).then(
        (result) => {
          results[i] = result
        },
        (error) => failures.push(error),
      )
    }
  }
  await Promise.all(Array.from({ length: Math.min(lanes, count) }, lane))
  if (failures.length > 0) throw failures[0]
  return results
}

/**
 * Makes two calls at once; in every other round the second is begun first. In the first two rounds they are made one after the
 * other, so that each of the two comes first at least once, however the machine schedules them.
 */
export async function atOnce<A, B>(round: number, a: () => Promise<A>, b: () => Promise<B>): Promise<[A, B]> {
  if (round === 0) return [await a(), await b()]
  if (round === 1) {
    const second = await b()
    return [await a(), second]
  }
  if (round % 2 === 0) return Promise.all([a(), b()])
  const [second, first] = await Promise.all([b(), a()])
  return [first, second]
}

/** Counts the occurrences of each value. */
export function tally(values: (string | number)[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  return counts
}

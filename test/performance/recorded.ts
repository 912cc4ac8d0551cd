import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject } from 'vitest'

/** Counts by their names, in a part such as the statements on a store. */
type Counts = Record<string, number>

const FILE = join(import.meta.dirname, 'counts.json')
const COMMAND = 'npm run counts'

const read = (): Record<string, Counts> => JSON.parse(readFileSync(FILE, 'utf8'))

/**
 * Holds counts against the recorded ones. A larger count is a failure that names it; a smaller one is printed, so that it is recorded.
 * With `--update` the found counts are recorded.
 *
 * @param room the share by which a count may grow before it counts as larger
 */
export function expectNoneGrew(part: string, found: Counts, room = 0): void {
  if (inject('isRecording')) {
    record(part, found)
    return
  }
  const recorded = read()[part] ?? {}
  const { worse, better } = compare(part, recorded, found, room)
  if (better.length > 0) console.log(`${better.join('\n')}\nRecord this with \`${COMMAND}\`, so that it stays.`)
  expect(worse, `If it must be, record the new counts with \`${COMMAND}\` and say why in the commit.`).toEqual([])
}

/** Tells in sentences which counts are larger, not recorded or no longer counted, and which are smaller. */
export function compare(part: string, recorded: Counts, found: Counts, room: number) {
  const worse: string[] = []
  const better: string[] = []
  for (const name of new Set([...Object.keys(recorded), ...Object.keys(found)])) {
    const [before, now] = [recorded[name], found[name]]
    const said = `${part}: ${name} needs ${now ?? 'nothing that is counted'}, and ${before ?? 'nothing'} is recorded`
    if (before === undefined || now === undefined || now > before * (1 + room)) worse.push(said)
    else if (now < before * (1 - room)) better.push(said)
  }
  return { worse, better }
}

function record(part: string, found: Counts): void {
  const sorted = Object.fromEntries(
    Object.entries({ ...read(), [part]: found }).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )
  writeFileSync(FILE, `${JSON.stringify(sorted, null, 2)}\n`)
}

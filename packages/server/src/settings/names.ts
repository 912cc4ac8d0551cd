import { secretNames, settingNames } from '../config.ts'

/** The settings that name a file with the value of another one, by their names: `SENDOFF_MASTER_KEY_FILE` for `SENDOFF_MASTER_KEY`. */
export const fileNames = new Map<string, string>(secretNames.map((name) => [`${name}_FILE`, name]))

/** The setting that names the file of a secret; undefined for any other setting. */
export const secretFileOf = (name: string): string | undefined =>
  fileNames.get(`${name}_FILE`) === name ? `${name}_FILE` : undefined

/** The keys of the configuration file, by the names of settings: `masterKeyFile` for `SENDOFF_MASTER_KEY_FILE`. */
export const keys = new Map([...settingNames, ...fileNames.keys()].map((name) => [name, keyOf(name)]))

/** The names of settings by their keys in the configuration file. */
export const namesByKey = new Map([...keys].map(([name, key]) => [key, name]))

function keyOf(name: string): string {
  return name
    .replace(/^SENDOFF_/, '')
    .toLowerCase()
    .replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
}

/**
 * Finds the name that was probably meant.
 *
 * @returns undefined if none is near
 */
export function nearest(given: string, known: Iterable<string>): string | undefined {
  const [best] = [...known]
    .map((name) => ({ name, distance: distance(given.toLowerCase(), name.toLowerCase()) }))
    .filter((one) => one.distance <= Math.max(2, Math.floor(given.length / 4)))
    .toSorted((a, b) => a.distance - b.distance)
  return best?.name
}

/** The number of letters to insert, remove or replace (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1]
    for (let to = 0; to < other.length; to++) {
      const replaced = (row[to] ?? 0) + (letter === other[to] ? 0 : 1)
      next.push(Math.min(replaced, (row[to + 1] ?? 0) + 1, (next[to] ?? 0) + 1))
    }
    row = next
  }
  return row[other.length] ?? 0
}

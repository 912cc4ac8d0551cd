/** The number of uses after which a statement gets a name. */
const USED = 3
/** The most names, each of which is a plan on each connection. */
const MOST_NAMES = 300
/** The most statements whose uses are counted. */
const MOST_COUNTED = 3000

const names = new Map<string, string>()
const uses = new Map<string, number>()
let generation = 1

/**
 * Names a statement for PostgreSQL to keep prepared, so that each connection plans it once: planning the many short statements of a
 * request would take longer than executing them.
 *
 * @returns undefined for a statement that is planned each time, because it is rare or because it reads a list: its best plan depends
 *   on the sizes of the tables, and planning costs little per row
 */
export function statementName(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= MOST_NAMES || ABOUT_A_LIST.test(text)) return known
  if (uses.size >= MOST_COUNTED) uses.clear()
  const used = (uses.get(text) ?? 0) + 1
  uses.set(text, used)
  if (used < USED) return undefined
  uses.delete(text)
  const name = `sendoff_${generation}_${names.size + 1}`
  names.set(text, name)
  return name
}

const ABOUT_A_LIST = /any\(|unnest\(|json_to_recordset\(|limit \$/

/** True if a statement failed because a newer version's migration has changed the columns of its table in the meantime. */
export const isOutdated = (error: unknown): boolean => (error as { code?: unknown }).code === '0A000'

/** Makes every connection prepare all statements again, under other names. */
export function prepareAnew(): void {
  names.clear()
  generation++
}

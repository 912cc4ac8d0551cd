/** How often a statement has to be used before it gets a name. */
const USED = 3
/** Each connection keeps a plan for each name; and so many texts are counted. */
const MOST_NAMES = 300
const MOST_COUNTED = 3000

const names = new Map<string, string>()
const uses = new Map<string, number>()
let generation = 1

/**
 * The name under which PostgreSQL keeps a statement prepared, so that each connection plans it once: for the many short statements
 * of a request it would take longer to plan them than to execute them.
 *
 * @returns undefined for one that is planned each time, because it is rare, or because it is about a list: its best plan follows the
 *   sizes of the tables, and planning is little for each of its rows
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

/** Whether a statement failed because the table has other columns by now: a newer version's migration, while this one runs. */
export const isOutdated = (error: unknown): boolean => (error as { code?: unknown }).code === '0A000'

/** Has all statements prepared anew, on every connection, under other names. */
export function prepareAnew(): void {
  names.clear()
  generation++
}

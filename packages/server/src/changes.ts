/** The fields that differ, each with its value before and after. */
export type Changes<Row, Field extends keyof Row> = { [F in Field]?: { before: Row[F]; after: Row[F] } }

/**
 * Compares two states of a thing.
 *
 * @returns undefined if all of the fields are the same
 */
export function changesBetween<Row, Field extends keyof Row & string>(
  fields: readonly Field[],
  before: Row,
  after: Row,
): Changes<Row, Field> | undefined {
  const changed = fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
  if (changed.length === 0) return undefined
  const entries = changed.map((field) => [field, { before: before[field], after: after[field] }])
  return Object.fromEntries(entries) as Changes<Row, Field>
}

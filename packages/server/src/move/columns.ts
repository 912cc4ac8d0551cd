import { MoveRefused } from './refused.ts'

/** A column of a table, with its type on PostgreSQL. */
export type Column = { name: string; type: string }
export type Table = { name: string; columns: Column[] }

/** A value as `node:sqlite` returns it with `setReadBigInts`: an integer is a `bigint`, only a real is a `number`. */
export type Stored = string | bigint | number | null | Uint8Array

type Written = string | null | undefined

/** The texts of values in the input syntax of PostgreSQL, by type; undefined for one that the type can't hold. */
const forms: Record<string, (value: Exclude<Stored, null>) => Written> = {
  text: (value) => (typeof value === 'string' && !value.includes('\0') ? value : undefined),
  bigint: (value) => (isWithin(value, 63n) ? String(value) : undefined),
  integer: (value) => (isWithin(value, 31n) ? String(value) : undefined),
  'double precision': (value) =>
    typeof value === 'number' || typeof value === 'bigint' ? String(Number(value)) : undefined,
}

const isWithin = (value: unknown, bits: bigint): boolean =>
  typeof value === 'bigint' && value >= -(1n << bits) && value < 1n << bits

/** The types that a move can copy. */
export const movableTypes = Object.keys(forms)

/**
 * Turns a row of SQLite into texts for PostgreSQL.
 *
 * @throws {MoveRefused} for a value that PostgreSQL can't hold, by the place of the value
 */
export function toTexts({ name, columns }: Table, rowid: bigint, row: readonly Stored[]): (string | null)[] {
  return columns.map((column, i) => {
    const value = row[i] ?? null
    if (value === null) return null
    const text = forms[column.type]?.(value)
    if (text === undefined) {
      const must = column.type === 'text' ? 'must be a text without U+0000' : `must be a ${column.type}`
      throw new MoveRefused(`The column "${column.name}" of "${name}" ${must} in the row with rowid ${rowid}.`)
    }
    return text
  })
}

/** Turns a row of PostgreSQL, as texts, into the form of {@link toTexts}: one number has several texts. */
export const sameTexts = ({ columns }: Table, row: readonly (string | null)[]): (string | null)[] =>
  row.map((text, i) => (text !== null && columns[i]?.type === 'double precision' ? String(Number(text)) : text))

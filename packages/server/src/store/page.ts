import { type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import { invalid } from '../refusal.ts'

/** The requested part of a list. */
export type Page = { limit: number; cursor?: string }

/** The requested part of a list that can be read from either end, and the time of creation of its items (RFC 3339). */
export type Listing = Page & { order: 'asc' | 'desc' } & Period

/** A time from `since`, included, to `until`, excluded. */
export type Period = { since?: string; until?: string }

/**
 * Reads one page of a list of rows in the order of their ids, which is that of their creation.
 *
 * @param columns the id, and the time by which the list is filtered, in milliseconds
 * @throws {Refusal} `invalid_request` for a cursor that did not come from a page
 */
export async function listed<DB, Tables extends keyof DB, Row, Item>(
  query: SelectQueryBuilder<DB, Tables, Row>,
  columns: { id: keyof Row & string; from: keyof DB & Tables & string; at: string },
  { order, since, until, ...page }: Listing,
  present: (row: Row) => Item,
): Promise<{ data: Item[]; next_cursor: string | null }> {
  const id = sql.ref(`${columns.from}.${columns.id}`)
  const of = within(query, `${columns.from}.${columns.at}`, { ...(since && { since }), ...(until && { until }) })
  const sorted = of.orderBy(id, order)
  const read = (after: string, limit: number) => {
    const rest = order === 'asc' ? sql<SqlBool>`${id} > ${after}` : sql<SqlBool>`${id} < ${after}`
    return (after === '' ? sorted : sorted.where(rest)).limit(limit).execute()
  }
  return paged(page, read, { key: (row) => String(row[columns.id]), present })
}

/** Leaves the rows of a period in a query, by a time in milliseconds. */
export function within<DB, Tables extends keyof DB, Row>(
  query: SelectQueryBuilder<DB, Tables, Row>,
  column: string,
  { since, until }: Period,
): SelectQueryBuilder<DB, Tables, Row> {
  let of = query
  if (since !== undefined) of = of.where(sql<SqlBool>`${sql.ref(column)} >= ${Date.parse(since)}`)
  if (until !== undefined) of = of.where(sql<SqlBool>`${sql.ref(column)} < ${Date.parse(until)}`)
  return of
}

/**
 * Reads one page of a list that is ordered by an immutable key, so that pages have no gaps while rows are added.
 *
 * @param read reads at most `limit` rows whose key comes after `after`
 * @throws {Refusal} `invalid_request` for a cursor that did not come from a page
 */
export async function paged<Row, Item>(
  { limit, cursor }: Page,
  read: (after: string, limit: number) => Promise<Row[]>,
  { key, present }: { key: (row: Row) => string; present: (row: Row) => Item },
): Promise<{ data: Item[]; next_cursor: string | null }> {
  const rows = await read(cursor === undefined ? '' : decode(cursor), limit + 1)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    data: page.map(present),
    next_cursor: last !== undefined && rows.length > page.length ? encode(key(last)) : null,
  }
}

const MARK = 'after:'

const encode = (key: string) => Buffer.from(MARK + key).toString('base64url')

function decode(cursor: string): string {
  const text = Buffer.from(cursor, 'base64url').toString()
  if (!/^after:[A-Za-z0-9_]+$/.test(text)) {
    throw invalid({ in: 'query', pointer: '/cursor' }, 'query.cursor')
  }
  return text.slice(MARK.length)
}

import { invalid } from '../refusal.ts'

/** The requested part of a list. */
export type Page = { limit: number; cursor?: string }

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

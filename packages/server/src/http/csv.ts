import { once } from 'node:events'
import type { OperationId } from '@sendoff/api'
import { stringify } from 'csv-stringify/sync'
import type { Request, Response } from 'express'
import { csvColumns } from '../web/requests.gen.ts'

/** A page of a list, with the cursor by which a caller continues it. */
export type CsvPage = { rows: readonly object[]; next: { cursor: string; read(): Promise<CsvPage> } | null }

/** True for a request that prefers CSV, of an operation that answers with it. */
export function wantsCsv(id: OperationId, req: Request, res: Response): boolean {
  if (csvColumns[id] === undefined) return false
  res.vary('Accept')
  return req.accepts(['application/json', 'text/csv']) === 'text/csv'
}

/**
 * Answers with CSV (RFC 4180) in UTF-8. With `limit` it is one page, and `Link` names the next one (RFC 8288); without it the whole list
 * is sent, page by page, as fast as the caller reads. If a later page fails, the connection is cut, so that nobody takes a part for the whole.
 *
 * @param first the first page, which was read before anything is sent, so that a refusal is a problem
 */
export async function sendCsv(id: OperationId, req: Request, res: Response, first: CsvPage): Promise<void> {
  const columns = csvColumns[id] ?? []
  const bom = req.query.bom === 'true'
  res.status(200).set({
    'Content-Type': 'text/csv; charset=utf-8; header=present',
    'Content-Disposition': `attachment; filename="${id}.csv"`,
  })
  if (req.query.limit !== undefined) {
    if (first.next) res.set('Link', `<${nextOf(req, first.next.cursor)}>; rel="next"`)
    return void res.send(Buffer.from(write(first.rows, columns, { bom, header: true })))
  }
  const gone = new AbortController()
  res.once('close', () => gone.abort())
  try {
    for (let page: CsvPage | undefined = first; page && !res.destroyed; page = await page.next?.read()) {
      const isFirst = page === first
      const text = write(page.rows, columns, { bom: bom && isFirst, header: isFirst })
      if (!res.write(text)) await once(res, 'drain', { signal: gone.signal })
    }
    res.end()
  } catch (error) {
    res.destroy()
    if (!gone.signal.aborted) throw error
  }
}

type Form = { bom: boolean; header: boolean }

/** Cells that a spreadsheet would read as formulas begin with an apostrophe (OWASP, CSV injection). */
function write(rows: readonly object[], columns: readonly string[], { bom, header }: Form): string {
  const records = rows.map((row) => columns.map((column) => cellOf(row, column)))
  const options = { bom, record_delimiter: 'windows', escape_formulas: true } as const
  return stringify(header ? [[...columns], ...records] : records, options)
}

function cellOf(row: object, column: string): string {
  const value = column.split('.').reduce<unknown>((of, name) => (of as Record<string, unknown> | null)?.[name], row)
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.join(' ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** The address of the next page, relative to that of the request. */
function nextOf(req: Request, cursor: string): string {
  const query = new URLSearchParams(req.originalUrl.split('?')[1])
  query.set('cursor', cursor)
  return `${req.path}?${query}`
}

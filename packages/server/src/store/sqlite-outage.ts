import { StoreUnavailable } from './store.ts'

/** SQLITE_BUSY, LOCKED, READONLY, IOERR, FULL, CANTOPEN: https://sqlite.org/rescode.html */
const UNAVAILABLE = new Set([5, 6, 8, 10, 13, 14])

/** A {@link StoreUnavailable} for an error of SQLite that is an outage, and any other error as it is. */
export function classified(error: unknown): unknown {
  const code = (error as { errcode?: number } | undefined)?.errcode
  if (code === undefined || !UNAVAILABLE.has(code & 0xff)) return error
  return new StoreUnavailable(String(error), { cause: error })
}

import { type RawBuilder, sql } from 'kysely'
import { isPostgres } from './recordset.ts'
import type { Reader } from './schema.ts'

/**
 * Reads the time for leases, in milliseconds. On PostgreSQL it is the database's, so that it is the same for all servers, however their
 * clocks differ. On SQLite only this process has leases; its wall clock may be set, so a monotonic clock is used.
 */
export function leaseTime(db: Reader): RawBuilder<number> {
  return isPostgres(db)
    ? sql<number>`(extract(epoch from statement_timestamp()) * 1000)::bigint`
    : sql<number>`${Math.round(steadyNow())}`
}

/** Milliseconds of a monotonic clock, comparable within this process only. */
export const steadyNow = (): number => performance.timeOrigin + performance.now()

import { type RawBuilder, sql } from 'kysely'
import { isPostgres } from './recordset.ts'
import type { Reader } from './schema.ts'

/**
 * The time by which leases are held, in milliseconds. On PostgreSQL it is the database's, which is the same for all servers however
 * their clocks differ. With SQLite only this process has leases, and its own clock may be set: it is the one that never is.
 */
export function leaseTime(db: Reader): RawBuilder<number> {
  return isPostgres(db)
    ? sql<number>`(extract(epoch from statement_timestamp()) * 1000)::bigint`
    : sql<number>`${Math.round(steadyNow())}`
}

/** Milliseconds by this process's clock that nobody sets; comparable in this process only. */
export const steadyNow = (): number => performance.timeOrigin + performance.now()

import { type Kysely, sql } from 'kysely'

/**
 * Keeps the former name of `counter` as a view, which PostgreSQL lets servers of the version before write to while they are replaced
 * one after the other.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create view failed_attempt as select subject, count, window_ends_at as blocked_until from counter`.execute(
    db,
  )
}

import { type Kysely, sql } from 'kysely'
import { isPostgres } from '../recordset.ts'

/**
 * Leaves room on each page of PostgreSQL for the next version of its rows: then a claim, which changes no indexed column, adds
 * nothing to the table's indexes. It applies to pages that are written from now on.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  if (isPostgres(db as never)) await sql`alter table delivery set (fillfactor = 50)`.execute(db)
}

import type { Kysely } from 'kysely'

/** Records the target of a redirect. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('attempt').addColumn('location', 'text').execute()
}

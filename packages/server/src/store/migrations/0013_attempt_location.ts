import type { Kysely } from 'kysely'

/** Records where a redirect led. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('attempt').addColumn('location', 'text').execute()
}

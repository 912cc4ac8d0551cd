import { type Kysely, sql } from 'kysely'

/** Renames `failed_attempt`, which has long counted more than failures, to `counter`. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('counter')
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('count', 'integer', (c) => c.notNull())
    .addColumn('window_ends_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('counter_pk', ['subject'])
    .execute()
  await sql`insert into counter (subject, count, window_ends_at) select subject, count, blocked_until from failed_attempt`.execute(
    db,
  )
  await db.schema.dropTable('failed_attempt').execute()
  await db.schema.createIndex('counter_end').on('counter').columns(['window_ends_at']).execute()
}

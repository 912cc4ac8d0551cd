import { type Kysely, sql } from 'kysely'

/** Distinguishes events that an endpoint refuses from an endpoint that is down. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('endpoint_health')
    .addColumn('unexplained_failures', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
  await db.schema.alterTable('endpoint_health').addColumn('refused_marks', 'text').execute()
  await sql`update endpoint_health set unexplained_failures = consecutive_failures`.execute(db)
}

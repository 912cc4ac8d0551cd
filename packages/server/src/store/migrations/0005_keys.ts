import type { Kysely } from 'kysely'

/** Adds keys for webhooks beside those for tokens, and the time at which a key's state changes next. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('signing_key')
    .addColumn('purpose', 'text', (c) => c.notNull().defaultTo('access_token'))
    .execute()
  await db.schema.alterTable('signing_key').addColumn('until', 'bigint').execute()
}

import type { Kysely } from 'kysely'

/**
 * Binds verification codes to their requesters, and records the networks from which the owner of an address has signed in. Codes that
 * were already sent become invalid; they would have been valid for ten minutes.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await (db as Kysely<{ verification_code: object }>).deleteFrom('verification_code').execute()
  await db.schema
    .alterTable('verification_code')
    .addColumn('asked_by', 'text', (c) => c.notNull().defaultTo(''))
    .execute()
  await db.schema
    .alterTable('verification_code')
    .addColumn('tries_left', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
  await db.schema.createIndex('verification_code_asked_by').on('verification_code').columns(['asked_by']).execute()
  await db.schema
    .createTable('proven_network')
    .addColumn('address', 'text', (c) => c.notNull())
    .addColumn('network', 'text', (c) => c.notNull())
    .addColumn('expires_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('proven_network_pk', ['address', 'network'])
    .execute()
  await db.schema.createIndex('proven_network_expiry').on('proven_network').columns(['expires_at']).execute()
}

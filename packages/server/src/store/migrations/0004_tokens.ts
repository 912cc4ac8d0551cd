import type { Kysely } from 'kysely'

/** Adds the state of the authorization server, and the way in which an app authenticates. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('app')
    .addColumn('auth_method', 'text', (c) => c.notNull().defaultTo('client_secret_basic'))
    .execute()
  await db.schema.alterTable('app').addColumn('jwks', 'text').execute()
  await db.schema
    .createTable('oidc_model')
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('id_digest', 'text', (c) => c.notNull())
    .addColumn('payload', 'text')
    .addColumn('grant_digest', 'text')
    .addColumn('consumed_at', 'bigint')
    .addColumn('expires_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('oidc_model_pk', ['kind', 'id_digest'])
    .execute()
  await db.schema.createIndex('oidc_model_of_grant').on('oidc_model').columns(['grant_digest', 'kind']).execute()
  await db.schema.createIndex('oidc_model_expiry').on('oidc_model').columns(['expires_at']).execute()
}

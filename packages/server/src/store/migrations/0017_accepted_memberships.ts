import { type Kysely, sql } from 'kysely'

/**
 * Adds the acceptance of memberships, and blocks of organisations that invite. Founders, personal accounts and members who have set a
 * password count as accepted, because nobody was asked before.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('account').addColumn('accepted_at', 'bigint').execute()
  await sql`update account set accepted_at = created_at
    where org_id is null or role = 'founder'
      or identity_id in (select identity_id from identity where password_hash <> '!')`.execute(db)
  await db.schema
    .createTable('association_block')
    .addColumn('org_id', 'text', (column) => column.notNull())
    .addColumn('associated_org_id', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('association_block_key', ['org_id', 'associated_org_id'])
    .execute()
  await db.schema
    .createTable('membership_block')
    .addColumn('identity_id', 'text', (column) => column.notNull())
    .addColumn('org_id', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('membership_block_key', ['identity_id', 'org_id'])
    .execute()
}

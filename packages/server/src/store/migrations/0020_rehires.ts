import type { Kysely } from 'kysely'

/** Links the accounts of one person in an organisation, and a departure with the account that followed it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of ['rehire_of', 'first_account_id']) {
    await db.schema.alterTable('account').addColumn(column, 'text').execute()
  }
  await db.schema.createIndex('account_of_person').on('account').columns(['first_account_id']).execute()
  await db.schema.alterTable('departure').addColumn('rehired_as', 'text').execute()
}

import { type Kysely, sql } from 'kysely'

/** Adds the requests of people to have a departed account erased. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('erasure_request')
    .addColumn('org_id', 'text', (column) => column.notNull())
    .addColumn('erasure_request_id', 'text', (column) => column.notNull())
    .addColumn('departure_id', 'text', (column) => column.notNull())
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('identity_id', 'text', (column) => column.notNull())
    .addColumn('message', 'text')
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('ground', 'text')
    .addColumn('reason', 'text')
    .addColumn('decided_by', 'text')
    .addColumn('decided_at', 'bigint')
    .addColumn('erasure_id', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('decide_by', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('erasure_request_pk', ['org_id', 'erasure_request_id'])
    .execute()
  await sql`create unique index erasure_request_open on erasure_request (org_id, account_id) where status = 'open'`.execute(
    db,
  )
  await db.schema
    .createIndex('erasure_request_of_account')
    .on('erasure_request')
    .columns(['org_id', 'account_id', 'erasure_request_id'])
    .execute()
  await db.schema
    .createIndex('erasure_request_of_person')
    .on('erasure_request')
    .columns(['identity_id', 'erasure_request_id'])
    .execute()
}

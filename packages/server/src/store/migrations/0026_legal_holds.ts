import { type Kysely, sql } from 'kysely'

/** Adds legal holds on departures, and erasures of departed accounts. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('legal_hold')
    .addColumn('org_id', 'text', (column) => column.notNull())
    .addColumn('hold_id', 'text', (column) => column.notNull())
    .addColumn('departure_id', 'text', (column) => column.notNull())
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('placed_by', 'text', (column) => column.notNull())
    .addColumn('placed_at', 'bigint', (column) => column.notNull())
    .addColumn('released_by_type', 'text')
    .addColumn('released_by', 'text')
    .addColumn('released_at', 'bigint')
    .addColumn('release_reason', 'text')
    .addPrimaryKeyConstraint('legal_hold_pk', ['org_id', 'hold_id'])
    .execute()
  await db.schema
    .createIndex('legal_hold_of_departure')
    .on('legal_hold')
    .columns(['org_id', 'departure_id', 'hold_id'])
    .execute()
  await sql`create index legal_hold_standing on legal_hold (org_id, account_id) where released_at is null`.execute(db)
  await db.schema
    .alterTable('departure')
    .addColumn('legal_holds', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
  await db.schema
    .createTable('erasure')
    .addColumn('org_id', 'text', (column) => column.notNull())
    .addColumn('erasure_id', 'text', (column) => column.notNull())
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('pseudonym', 'text', (column) => column.notNull())
    .addColumn('requested_by', 'text', (column) => column.notNull())
    .addColumn('progress', 'text')
    .addColumn('proof', 'text', (column) => column.notNull())
    .addColumn('sign_in', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('completed_at', 'bigint')
    .addPrimaryKeyConstraint('erasure_pk', ['org_id', 'erasure_id'])
    .execute()
  await db.schema.createIndex('erasure_of_account').on('erasure').columns(['org_id', 'account_id']).unique().execute()
}

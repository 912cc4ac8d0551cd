import { type Kysely, sql } from 'kysely'

/** Adds transfers of the founder that an operator asks for, of which an organisation has one at a time. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('founder_replacement')
    .addColumn('org_id', 'text', (column) => column.notNull())
    .addColumn('replacement_id', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('founder_id', 'text', (column) => column.notNull())
    .addColumn('successor_id', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('waiting_days', 'integer', (column) => column.notNull())
    .addColumn('started_at', 'bigint')
    .addColumn('effective_at', 'bigint')
    .addColumn('ended_at', 'bigint')
    .addColumn('ended_by_type', 'text')
    .addColumn('ended_by', 'text')
    .addColumn('end_reason', 'text')
    .addColumn('failure', 'text')
    .addColumn('telling', 'text')
    .addColumn('told_up_to', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('founder_replacement_pk', ['org_id', 'replacement_id'])
    .execute()
  await sql`create unique index founder_replacement_open on founder_replacement (org_id)
    where status in ('requested', 'waiting')`.execute(db)
}

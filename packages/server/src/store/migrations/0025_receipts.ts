import type { Kysely } from 'kysely'

/** Adds receipts: the answers of systems that act on departures, and the marks of the endpoints that owe them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('webhook_endpoint')
    .addColumn('deprovisions', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
  await db.schema.alterTable('webhook_endpoint').addColumn('receipt_types', 'text').execute()
  await db.schema.alterTable('departure').addColumn('closed_at', 'bigint').execute()
  await db.schema
    .createTable('receipt')
    .addColumn('org_id', 'text', (c) => c.notNull())
    .addColumn('receipt_id', 'text', (c) => c.notNull())
    .addColumn('endpoint_id', 'text', (c) => c.notNull())
    .addColumn('app_id', 'text', (c) => c.notNull())
    .addColumn('app_name', 'text', (c) => c.notNull())
    .addColumn('event_id', 'text', (c) => c.notNull())
    .addColumn('sequence', 'bigint', (c) => c.notNull())
    .addColumn('event_type', 'text', (c) => c.notNull())
    .addColumn('subject_id', 'text', (c) => c.notNull())
    .addColumn('departure_id', 'text')
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('reason', 'text')
    .addColumn('details', 'text')
    .addColumn('answered_by', 'text')
    .addColumn('acknowledged_at', 'bigint')
    .addColumn('answered_at', 'bigint')
    .addColumn('deadline_at', 'bigint', (c) => c.notNull())
    .addColumn('notice_at', 'bigint')
    .addColumn('reminders', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('reminded_at', 'bigint')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('expires_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('receipt_pk', ['org_id', 'receipt_id'])
    .execute()
  await addIndexes(db)
}

async function addIndexes(db: Kysely<unknown>): Promise<void> {
  const on = (name: string, columns: string[]) => db.schema.createIndex(name).on('receipt').columns(columns)
  await on('receipt_of_event', ['org_id', 'event_id', 'endpoint_id']).unique().execute()
  await on('receipt_of_departure', ['org_id', 'departure_id', 'receipt_id']).execute()
  await on('receipt_about', ['org_id', 'subject_id', 'receipt_id']).execute()
  await on('receipt_by_status', ['org_id', 'status', 'receipt_id']).execute()
  await on('receipt_expiring', ['expires_at']).execute()
  const noticed = 'notice_at' as never
  await on('receipt_notices', ['org_id', 'notice_at']).where(noticed, 'is not', null).execute()
  const status = 'status' as never
  // Values of a partial index are literals.
  await on('receipt_open', ['deadline_at']).where(status, 'in', ['awaited', 'acknowledged']).execute()
  const unsettled = ['awaited', 'acknowledged', 'failed']
  await on('receipt_unsettled', ['endpoint_id', 'org_id', 'event_type']).where(status, 'in', unsettled).execute()
}

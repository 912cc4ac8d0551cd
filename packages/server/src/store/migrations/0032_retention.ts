import { type Kysely, sql } from 'kysely'

/** The tables with reasons or comments, and the keys of their rows beside `org_id`. */
const WORDED = [
  ['departure', 'departure_id'],
  ['leave_application', 'application_id'],
  ['offboarding', 'offboarding_id'],
  ['offboarding_batch', 'batch_id'],
  ['association', 'association_id'],
  ['scheduled_unlink', 'unlink_id'],
  ['receipt', 'receipt_id'],
] as const

/**
 * Adds the times at which reasons were erased, and at which applications and offboardings without a departure ended. Those that have ended
 * already get the latest time that is known of them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [table, key] of WORDED) {
    await db.schema.alterTable(table).addColumn('reasons_erased_at', 'bigint').execute()
    // The sweep looks for rows whose reasons are still there.
    await db.schema
      .createIndex(`${table}_with_reasons`)
      .on(table)
      .columns(['org_id', key])
      .where('reasons_erased_at' as never, 'is', null)
      .execute()
  }
  for (const table of ['leave_application', 'offboarding']) {
    await db.schema.alterTable(table).addColumn('ended_at', 'bigint').execute()
    await db.schema.createIndex(`${table}_of_departure`).on(table).columns(['org_id', 'departure_id']).execute()
  }
  await sql`update leave_application set ended_at = case when status = 'expired' then expires_at else coalesce(decided_at, created_at) end
    where status in ('rejected', 'withdrawn', 'expired')`.execute(db)
  await sql`update offboarding set ended_at = case when effective_at > created_at then effective_at else created_at end
    where status in ('canceled', 'failed')`.execute(db)
  // The same condition is in the query, so that the index serves it.
  await sql`create index audit_log_with_reasons on audit_log (org_id, target_id)
    where "before" like '%"reason_text":"%' or "after" like '%"reason_text":"%'`.execute(db)
}

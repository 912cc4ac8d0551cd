import type { Kysely } from 'kysely'

type Tables = {
  account: { org_id: string; email: string | null; phone: string | null; external_id: string | null }
  event: { org_id: string; subject: string | null; sequence: number }
}

/** Adds indexes for the filters of lists, for counts, and for identifiers that are unique in an organisation. */
export async function up(db: Kysely<Tables>): Promise<void> {
  const index = (name: string, table: string, columns: string[]) =>
    db.schema.createIndex(name).on(table).columns(columns).execute()
  // Counts read this index alone.
  await index('account_counted', 'account', ['org_id', 'status', 'role', 'condition', 'accepted_at', 'account_id'])
  for (const column of ['email', 'phone', 'external_id'] as const) {
    await db.schema
      .createIndex(`account_by_${column}`)
      .on('account')
      .columns(['org_id', column])
      .where(column as never, 'is not', null)
      .execute()
  }
  await index('departure_by_time', 'departure', ['org_id', 'departed_at', 'departure_id'])
  await index('audit_log_by_time', 'audit_log', ['org_id', 'created_at', 'audit_id'])
  await db.schema
    .createIndex('offboarding_of_batch')
    .on('offboarding')
    .columns(['org_id', 'batch_id', 'offboarding_id'])
    .where('batch_id' as never, 'is not', null)
    .execute()
  await db.schema
    .createIndex('event_of_subject')
    .on('event')
    .columns(['org_id', 'subject', 'sequence'])
    .where('subject' as never, 'is not', null)
    .execute()
}

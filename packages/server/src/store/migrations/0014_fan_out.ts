import type { Kysely } from 'kysely'

/** Adds deliveries that are created in pages after the transaction of their events, and due work that fails and stands aside. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('organization')
    .addColumn('fan_outs', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
  await db.schema
    .createTable('fan_out')
    .addColumn('org_id', 'text', (c) => c.notNull())
    .addColumn('up_to', 'bigint', (c) => c.notNull())
    .addColumn('next_sequence', 'bigint', (c) => c.notNull())
    .addColumn('next_recipient', 'integer', (c) => c.notNull())
    .addColumn('audience_id', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('fan_out_pk', ['org_id', 'up_to'])
    .execute()
  await db.schema
    .createTable('fan_out_audience')
    .addColumn('org_id', 'text', (c) => c.notNull())
    .addColumn('audience_id', 'text', (c) => c.notNull())
    .addColumn('recipients', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('fan_out_audience_pk', ['org_id', 'audience_id'])
    .execute()
  await db.schema
    .createTable('fan_out_withdrawal')
    .addColumn('org_id', 'text', (c) => c.notNull())
    .addColumn('withdrawal_id', 'text', (c) => c.notNull())
    .addColumn('app_id', 'text', (c) => c.notNull())
    .addColumn('up_to', 'bigint', (c) => c.notNull())
    .addColumn('types', 'text')
    .addPrimaryKeyConstraint('fan_out_withdrawal_pk', ['org_id', 'withdrawal_id'])
    .execute()
  await db.schema
    .createIndex('organization_fanning_out')
    .on('organization')
    .columns(['org_id'])
    .where('fan_outs' as never, '>', 0)
    .execute()
  for (const [name, type] of [
    ['failing_since', 'bigint'],
    ['last_error', 'text'],
  ] as const) {
    await db.schema.alterTable('due_work').addColumn(name, type).execute()
  }
  await db.schema
    .alterTable('due_work')
    .addColumn('failures', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
  await db.schema
    .createIndex('due_work_failing')
    .on('due_work')
    .columns(['kind', 'failures'])
    .where('failures' as never, '>', 0)
    .execute()
}

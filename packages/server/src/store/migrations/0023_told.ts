import { type Kysely, sql } from 'kysely'

/**
 * Adds the progress of batches with the reasons of failed items, the state that a departure closes, the record of ended associations, and
 * unlinks at a set time.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await batches(db)
  await db.schema.alterTable('departure').addColumn('closed', 'text').execute()
  await endedAssociations(db)
  await scheduledUnlinks(db)
}

async function batches(db: Kysely<unknown>): Promise<void> {
  for (const column of ['succeeded', 'failed', 'next_position']) {
    await db.schema
      .alterTable('offboarding_batch')
      .addColumn(column, 'integer', (c) => c.notNull().defaultTo(0))
      .execute()
  }
  for (const column of ['template', 'filter', 'revision', 'not_matched']) {
    await db.schema.alterTable('offboarding_batch').addColumn(column, 'text').execute()
  }
  await db.schema
    .alterTable('offboarding_batch')
    .addColumn('is_dry_run', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
  for (const column of ['problem', 'report']) {
    await db.schema.alterTable('offboarding_batch_item').addColumn(column, 'text').execute()
  }
  const count = (status: string) => sql`(select count(*) from offboarding_batch_item item
    where item.org_id = offboarding_batch.org_id and item.batch_id = offboarding_batch.batch_id and item.status = ${sql.lit(status)})`
  await sql`update offboarding_batch set succeeded = ${count('succeeded')}, failed = ${count('failed')}`.execute(db)
  await sql`update offboarding_batch set next_position = succeeded + failed`.execute(db)
}

/** Associations that ended before have only their time and the name of the other side. */
async function endedAssociations(db: Kysely<unknown>): Promise<void> {
  for (const column of ['ended_side', 'cause', 'reason_code', 'reason_text', 'ended_by', 'ended_org_name']) {
    await db.schema.alterTable('association').addColumn(column, 'text').execute()
  }
  await sql`update association set ended_org_name =
    (select name from organization where organization.org_id = association.associated_org_id)
    where status = 'unlinked'`.execute(db)
  await db.schema
    .createIndex('association_ended')
    .on('association')
    .columns(['org_id', 'unlinked_at', 'association_id'])
    .where('status' as never, '=', 'unlinked')
    .execute()
}

async function scheduledUnlinks(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('scheduled_unlink')
    .addColumn('org_id', 'text', (c) => c.notNull())
    .addColumn('unlink_id', 'text', (c) => c.notNull())
    .addColumn('association_id', 'text', (c) => c.notNull())
    .addColumn('dept_id', 'bigint', (c) => c.notNull())
    .addColumn('associated_org_id', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('reason_code', 'text')
    .addColumn('reason_text', 'text')
    .addColumn('actor_type', 'text', (c) => c.notNull())
    .addColumn('actor_id', 'text', (c) => c.notNull())
    .addColumn('failure', 'text')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('ended_at', 'bigint')
    .addPrimaryKeyConstraint('scheduled_unlink_pk', ['org_id', 'unlink_id'])
    .execute()
  await db.schema
    .createIndex('scheduled_unlink_open')
    .on('scheduled_unlink')
    .columns(['association_id', 'org_id'])
    .unique()
    .where('status' as never, '=', 'scheduled')
    .execute()
}

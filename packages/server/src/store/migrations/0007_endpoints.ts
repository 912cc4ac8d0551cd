import { type Kysely, sql } from 'kysely'

const RETENTION = 30 * 24 * 60 * 60 * 1000

/** Adds formats, headers, challenges and recoveries of endpoints, and the removal of events after 30 days. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await endpoints(db)
  await recoveries(db)
  await retention(db)
}

async function endpoints(db: Kysely<unknown>): Promise<void> {
  const alter = () => db.schema.alterTable('webhook_endpoint')
  await alter()
    .addColumn('format', 'text', (c) => c.notNull().defaultTo('standard'))
    .execute()
  await alter().addColumn('headers', 'text').execute()
  await alter().addColumn('verified_at', 'bigint').execute()
  // Earlier endpoints were accepted without a challenge, and continue.
  await sql`update webhook_endpoint set verified_at = created_at`.execute(db)
  await db.schema
    .createTable('endpoint_challenge')
    .addColumn('endpoint_id', 'text', (c) => c.primaryKey())
    .addColumn('due_at', 'bigint')
    .addColumn('sent', 'integer', (c) => c.notNull())
    .addColumn('last_sent_at', 'bigint')
    .addColumn('failure', 'text')
    .addColumn('lease_id', 'text')
    .addColumn('lease_until', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('endpoint_challenge_due').on('endpoint_challenge').columns(['due_at']).execute()
}

async function recoveries(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('recovery')
    .addColumn('org_id', 'text', (c) => c.notNull())
    .addColumn('recovery_id', 'text', (c) => c.notNull())
    .addColumn('endpoint_id', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('spans', 'text', (c) => c.notNull())
    .addColumn('total', 'integer', (c) => c.notNull())
    .addColumn('queued', 'integer', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('completed_at', 'bigint')
    .addPrimaryKeyConstraint('recovery_pk', ['org_id', 'recovery_id'])
    .execute()
  // Finds the deliveries of an event, for recoveries and for removing both together.
  await db.schema
    .createIndex('delivery_of_event')
    .on('delivery')
    .columns(['org_id', 'sequence', 'endpoint_id'])
    .execute()
  await db.schema
    .createIndex('delivery_undone')
    .on('delivery')
    .columns(['endpoint_id', 'status', 'delivery_id'])
    .where(sql.ref('status'), 'in', [sql.lit('failed'), sql.lit('held')])
    .execute()
}

async function retention(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('event_by_time').on('event').columns(['org_id', 'created_at']).execute()
  await db.schema
    .alterTable('organization')
    .addColumn('first_sequence', 'bigint', (c) => c.notNull().defaultTo(1))
    .execute()
  await sql`insert into due_work (org_id, work_id, kind, subject_id, due_at)
    select org_id, 'wrk_retention_' || org_id, 'event_retention', org_id, min(created_at) + ${sql.lit(RETENTION)}
    from event group by org_id`.execute(db)
}

import { type Kysely, sql } from 'kysely'

/** Adds the health of endpoints, the order in which they want their events, and more about the result of each attempt. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await health(db)
  await db.schema
    .alterTable('webhook_endpoint')
    .addColumn('ordering', 'text', (c) => c.notNull().defaultTo('none'))
    .execute()
  await db.schema.alterTable('event').addColumn('subject', 'text').execute()
  await deliveries(db)
  await attempts(db)
}

async function health(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('endpoint_health')
    .addColumn('endpoint_id', 'text', (c) => c.primaryKey())
    .addColumn('breaker', 'text', (c) => c.notNull().defaultTo('closed'))
    .addColumn('consecutive_failures', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('first_failure_at', 'bigint')
    .addColumn('last_success_at', 'bigint')
    .addColumn('opened_at', 'bigint')
    .addColumn('probes', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('probe_at', 'bigint')
    .addColumn('probe_lease_until', 'bigint')
    .addColumn('retry_after_until', 'bigint')
    .addColumn('concurrency', 'integer', (c) => c.notNull().defaultTo(4))
    .execute()
  await sql`insert into endpoint_health (endpoint_id) select endpoint_id from webhook_endpoint`.execute(db)
}

async function deliveries(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('delivery').addColumn('subject', 'text').execute()
  await db.schema
    .alterTable('delivery')
    .addColumn('counted', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
  await sql`update delivery set counted = attempts where attempts > 0`.execute(db)
  await db.schema.dropIndex('delivery_due').execute()
  await db.schema
    .createIndex('delivery_due')
    .on('delivery')
    .columns(['endpoint_id', 'due_at', 'delivery_id'])
    .where('status' as never, '=', 'pending')
    .execute()
  await db.schema
    .createIndex('delivery_in_order')
    .on('delivery')
    .columns(['endpoint_id', 'subject', 'org_id', 'sequence'])
    .where(sql<boolean>`status = 'pending' and subject is not null`)
    .execute()
}

async function attempts(db: Kysely<unknown>): Promise<void> {
  for (const phase of ['dns_ms', 'connect_ms', 'tls_ms', 'first_byte_ms']) {
    await db.schema.alterTable('attempt').addColumn(phase, 'double precision').execute()
  }
  await db.schema
    .alterTable('attempt')
    .addColumn('counted', 'integer', (c) => c.notNull().defaultTo(1))
    .execute()
}

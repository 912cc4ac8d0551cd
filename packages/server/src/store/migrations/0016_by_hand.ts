import type { Kysely } from 'kysely'

/** Adds deliveries that are attempted immediately on request, and the times of notifications about an endpoint. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('delivery_by_hand')
    .addColumn('endpoint_id', 'text', (c) => c.notNull())
    .addColumn('delivery_id', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('delivery_by_hand_pk', ['endpoint_id', 'delivery_id'])
    .execute()
  await db.schema.alterTable('endpoint_health').addColumn('warned_at', 'bigint').execute()
  await db.schema.alterTable('endpoint_health').addColumn('given_up_told_at', 'bigint').execute()
}

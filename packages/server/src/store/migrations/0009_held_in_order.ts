import { type Kysely, sql } from 'kysely'

/** Makes ordered deliveries wait for held ones, too, and finds a chain of any length by its first delivery. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('delivery_in_order').execute()
  await db.schema
    .createIndex('delivery_in_order')
    .on('delivery')
    .columns(['endpoint_id', 'subject', 'org_id', 'sequence'])
    .where(sql<boolean>`status in ('pending', 'held') and subject is not null`)
    .execute()
}

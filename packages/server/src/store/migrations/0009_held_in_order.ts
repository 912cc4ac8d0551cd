import { type Kysely, sql } from 'kysely'

/** What comes in order waits for what is held, too; and a chain of it is found by its first, however long it is. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('delivery_in_order').execute()
  await db.schema
    .createIndex('delivery_in_order')
    .on('delivery')
    .columns(['endpoint_id', 'subject', 'org_id', 'sequence'])
    .where(sql<boolean>`status in ('pending', 'held') and subject is not null`)
    .execute()
}

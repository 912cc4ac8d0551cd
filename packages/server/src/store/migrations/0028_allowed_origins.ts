import type { Kysely } from 'kysely'

/** Adds the origins of pages that may use an app: with the app, and by origin, for requests that do not name it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('app')
    .addColumn('allowed_origins', 'text', (c) => c.notNull().defaultTo('[]'))
    .execute()
  await db.schema
    .createTable('app_origin')
    .addColumn('origin', 'text', (c) => c.notNull())
    .addColumn('app_id', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('app_origin_pk', ['origin', 'app_id'])
    .execute()
  await db.schema.createIndex('app_origin_app').on('app_origin').columns(['app_id']).execute()
}

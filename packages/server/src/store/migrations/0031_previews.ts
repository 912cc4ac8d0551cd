import type { Kysely } from 'kysely'

/** Adds previews of leaving, the hash of a previewed handover, and the index from which a member's resources are counted and paged by kind. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('resource_by_kind')
    .on('resource')
    .columns(['org_id', 'account_id', 'status', 'kind', 'resource_id'])
    .execute()
  await db.schema.alterTable('offboarding_preview').addColumn('handover_revision', 'text').execute()
  await db.schema
    .createTable('leave_preview')
    .addColumn('org_id', 'text', (c) => c.notNull())
    .addColumn('preview_id', 'text', (c) => c.notNull())
    .addColumn('account_id', 'text', (c) => c.notNull())
    .addColumn('handover', 'text', (c) => c.notNull())
    .addColumn('handover_revision', 'text', (c) => c.notNull())
    .addColumn('expires_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('leave_preview_pk', ['org_id', 'preview_id'])
    .execute()
  await db.schema.createIndex('leave_preview_expires').on('leave_preview').column('expires_at').execute()
}

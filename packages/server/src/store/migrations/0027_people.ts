import type { Kysely } from 'kysely'

/** Adds deletions of departments, consents as their givers see them, languages of people, and notifications that were read. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await addDeletions(db)
  await db.schema.alterTable('identity').addColumn('locale', 'text').execute()
  await db.schema.alterTable('notification').addColumn('read_at', 'bigint').execute()
  await db.schema
    .createIndex('notification_unread')
    .on('notification')
    .columns(['identity_id', 'notification_id'])
    .where('read_at' as never, 'is', null)
    .execute()
  await addConsents(db)
}

async function addDeletions(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('department').addColumn('deletion_id', 'text').execute()
  await db.schema
    .createTable('department_deletion')
    .addColumn('org_id', 'text', (column) => column.notNull())
    .addColumn('deletion_id', 'text', (column) => column.notNull())
    .addColumn('dept_id', 'bigint', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('parent_dept_id', 'bigint', (column) => column.notNull())
    .addColumn('move_to', 'bigint')
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('contents', 'text', (column) => column.notNull())
    .addColumn('named_by', 'text', (column) => column.notNull())
    .addColumn('moved', 'bigint', (column) => column.notNull())
    .addColumn('actor_type', 'text', (column) => column.notNull())
    .addColumn('actor_id', 'text', (column) => column.notNull())
    .addColumn('requested_at', 'bigint', (column) => column.notNull())
    .addColumn('completed_at', 'bigint')
    .addPrimaryKeyConstraint('department_deletion_key', ['org_id', 'deletion_id'])
    .execute()
  for (const [name, table, columns] of [
    ['department_deletion_of', 'department_deletion', ['org_id', 'dept_id']],
    ['department_below', 'department', ['org_id', 'parent_dept_id']],
    ['account_department_in', 'account_department', ['org_id', 'dept_id', 'account_id']],
  ] as const) {
    await db.schema
      .createIndex(name)
      .on(table)
      .columns([...columns])
      .execute()
  }
}

async function addConsents(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('consent')
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('consent_id', 'text', (column) => column.notNull())
    .addColumn('app_id', 'text', (column) => column.notNull())
    .addColumn('scopes', 'text', (column) => column.notNull())
    .addColumn('gid', 'text', (column) => column.notNull())
    .addColumn('grant_digest', 'text', (column) => column.notNull())
    .addColumn('given_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('consent_key', ['account_id', 'consent_id'])
    .execute()
  await db.schema
    .createTable('kept_token')
    .addColumn('account_id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('generation', 'text', (column) => column.notNull())
    .addColumn('former_generation', 'text', (column) => column.notNull())
    .addColumn('token_digest', 'text', (column) => column.notNull())
    .execute()
}

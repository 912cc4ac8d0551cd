import { type Kysely, sql } from 'kysely'

/**
 * Adds the policies of organisations, the suspension before an offboarding, and the approvals of leave applications. An organisation
 * without a row has the default policies. Open applications wait for an administrator, as before.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('organization_policy')
    .addColumn('org_id', 'text', (column) => column.primaryKey())
    .addColumn('instant_leave_departments', 'text')
    .addColumn('instant_leave_dept_ids', 'text', (column) => column.notNull())
    .addColumn('leaver_may_delete', 'integer', (column) => column.notNull())
    .addColumn('reviewers', 'text', (column) => column.notNull())
    .addColumn('suspend_then_depart', 'text', (column) => column.notNull())
    .addColumn('suspension_hours', 'integer', (column) => column.notNull())
    .addColumn('restore_window_days', 'integer', (column) => column.notNull())
    .addColumn('receipt_deadline_hours', 'integer', (column) => column.notNull())
    .addColumn('reason_retention_days', 'integer')
    .addColumn('record_retention_days', 'integer')
    .execute()
  await db.schema.alterTable('offboarding').addColumn('suspend_at', 'bigint').execute()
  await db.schema.alterTable('offboarding').addColumn('suspended_from', 'text').execute()
  await db.schema
    .alterTable('leave_application')
    .addColumn('reviewers', 'text', (column) => column.notNull().defaultTo('administrators'))
    .execute()
  await db.schema
    .alterTable('leave_application')
    .addColumn('awaiting', 'text', (column) => column.notNull().defaultTo('administrator'))
    .execute()
  await db.schema.alterTable('leave_application').addColumn('manager_id', 'text').execute()
  await db.schema
    .alterTable('leave_application')
    .addColumn('approvals', 'text', (column) => column.notNull().defaultTo('[]'))
    .execute()
  await sql`create index leave_application_of_manager on leave_application (org_id, manager_id)
    where status = 'pending'`.execute(db)
}

import { sql } from 'kysely'
import { withoutWords } from '../erasures/rewrite.ts'
import type { Tx } from '../store/schema.ts'

/**
 * Erases the reasons and comments of a record where others repeat them: in the entries of the audit log about it, and in the notifications of
 * an applicant. Events repeat them too; they are gone after 30 days.
 */
export async function eraseMentions(db: Tx, orgId: string, id: string): Promise<void> {
  await eraseInAuditLog(db, orgId, id)
  if (id.startsWith('lap_')) await eraseInNotifications(db, orgId, id)
}

async function eraseInAuditLog(db: Tx, orgId: string, id: string): Promise<void> {
  // The condition of the index `audit_log_with_reasons`.
  const { rows } = await sql<{ audit_id: string; before: string | null; after: string | null }>`
    select audit_id, "before", "after" from audit_log where org_id = ${orgId} and target_id = ${id}
      and ("before" like '%"reason_text":"%' or "after" like '%"reason_text":"%')`.execute(db)
  for (const { audit_id, before, after } of rows) {
    await db
      .updateTable('audit_log')
      .set({ before: before && withoutWords(before), after: after && withoutWords(after) })
      .where('org_id', '=', orgId)
      .where('audit_id', '=', audit_id)
      .execute()
  }
}

async function eraseInNotifications(db: Tx, orgId: string, applicationId: string): Promise<void> {
  const rows = await db
    .selectFrom('leave_application')
    .innerJoin('account', 'account.account_id', 'leave_application.account_id')
    .innerJoin('notification', 'notification.identity_id', 'account.identity_id')
    .select(['notification.identity_id', 'notification.notification_id', 'notification.data'])
    .where('leave_application.org_id', '=', orgId)
    .where('leave_application.application_id', '=', applicationId)
    .where('notification.type', 'in', ['leave_application.approved', 'leave_application.rejected'])
    .where('notification.data', 'like', `%"${applicationId}"%`)
    .execute()
  for (const { identity_id, notification_id, data } of rows) {
    await db
      .updateTable('notification')
      .set({ data: withoutWords(data) })
      .where('identity_id', '=', identity_id)
      .where('notification_id', '=', notification_id)
      .execute()
  }
}

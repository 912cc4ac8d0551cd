import type { Schemas } from '@sendoff/api'
import { type OrganizationActor, requireAdministrator } from '../actor.ts'
import { timestamp } from '../clock.ts'
import { type Page, paged } from '../store/page.ts'
import type { View } from '../store/work.ts'

type Filter = { action?: string; target_id?: string; actor_id?: string }

/**
 * Reads the organisation's audit log, newest first.
 *
 * @throws {Refusal} `admin_required`
 */
export async function listAuditLog(
  { db }: View,
  actor: OrganizationActor,
  { limit, cursor, ...filter }: Page & Filter,
): Promise<Schemas['AuditLogList']> {
  requireAdministrator(actor)
  let query = db.selectFrom('audit_log').selectAll().where('org_id', '=', actor.orgId).orderBy('audit_id', 'desc')
  for (const column of ['action', 'target_id', 'actor_id'] as const) {
    const value = filter[column]
    if (value !== undefined) query = query.where(column, '=', value)
  }
  const read = (before: string, most: number) =>
    (before === '' ? query : query.where('audit_id', '<', before)).limit(most).execute()
  return paged({ limit, ...(cursor !== undefined && { cursor }) }, read, {
    key: (row) => row.audit_id,
    present: (row) => ({
      audit_id: row.audit_id,
      actor: { type: row.actor_type, id: row.actor_id },
      action: row.action,
      target_id: row.target_id,
      before: row.before === null ? null : JSON.parse(row.before),
      after: row.after === null ? null : JSON.parse(row.after),
      address: row.address,
      request_id: row.request_id,
      created_at: timestamp(row.created_at),
    }),
  })
}

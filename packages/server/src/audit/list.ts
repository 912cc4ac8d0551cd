import type { CallOf, Schemas } from '@sendoff/api'
import { type OrganizationActor, requireAdministrator } from '../actor.ts'
import { timestamp } from '../clock.ts'
import { listed } from '../store/page.ts'
import type { View } from '../store/work.ts'

/**
 * Reads the organisation's audit log.
 *
 * @throws {Refusal} `admin_required`
 */
export async function listAuditLog(
  { db }: View,
  actor: OrganizationActor,
  { action, target_id, actor_id, ...page }: CallOf<'auditLogs.list'>,
): Promise<Schemas['AuditLogList']> {
  requireAdministrator(actor)
  let query = db.selectFrom('audit_log').selectAll().where('org_id', '=', actor.orgId)
  if (action !== undefined) query = query.where('action', '=', action)
  if (target_id !== undefined) query = query.where('target_id', '=', target_id)
  if (actor_id !== undefined) query = query.where('actor_id', '=', actor_id)
  return listed(query, { id: 'audit_id', from: 'audit_log', at: 'created_at' }, page, (row) => ({
    audit_id: row.audit_id,
    actor: { type: row.actor_type, id: row.actor_id },
    action: row.action,
    target_id: row.target_id,
    before: row.before === null ? null : JSON.parse(row.before),
    after: row.after === null ? null : JSON.parse(row.after),
    address: row.address,
    request_id: row.request_id,
    created_at: timestamp(row.created_at),
  }))
}

import type { CallOf, Schemas } from '@sendoff/api'
import type { Actor } from '../../actor.ts'
import { timestamp } from '../../clock.ts'
import { Refusal } from '../../refusal.ts'
import type { View } from '../../store/work.ts'
import { findEndpoint } from '../endpoints/endpoint.ts'

/** @throws {Refusal} `webhook_endpoint_not_found`, `recovery_not_found` */
export async function getRecovery(
  { db }: View,
  actor: Actor,
  { endpoint_id: endpointId, recovery_id: recoveryId }: CallOf<'webhookEndpoints.getRecovery'>,
): Promise<Schemas['WebhookRecovery']> {
  const { app_id } = await findEndpoint(db, actor, endpointId)
  const row = await db
    .selectFrom('recovery')
    .innerJoin('app', 'app.org_id', 'recovery.org_id')
    .selectAll('recovery')
    .where('app.app_id', '=', app_id)
    .where('recovery.recovery_id', '=', recoveryId)
    .where('recovery.endpoint_id', '=', endpointId)
    .executeTakeFirst()
  if (!row) throw new Refusal('recovery_not_found')
  return {
    recovery_id: recoveryId,
    endpoint_id: endpointId,
    dry_run: false,
    status: row.status,
    total: row.total,
    queued: row.queued,
    created_at: timestamp(row.created_at),
    completed_at: row.completed_at === null ? null : timestamp(row.completed_at),
  }
}

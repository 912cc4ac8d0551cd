import type { CallOf, Schemas } from '@sendoff/api'
import type { Actor } from '../../actor.ts'
import { audit } from '../../audit/audit.ts'
import { timestamp } from '../../clock.ts'
import type { Sealer } from '../../crypto/seal.ts'
import { Refusal } from '../../refusal.ts'
import type { Work } from '../../store/work.ts'
import { lockEndpoint } from './endpoint.ts'
import { addEndpointSecret, isLiveAt } from './secret.ts'

/**
 * Gives an endpoint a new secret. The previous one also signs until the overlap is over, on every server and for every
 * retry, because secrets are read when a delivery is claimed.
 *
 * @param command `overlap` in seconds; 0 revokes every other secret
 * @returns the secret, which can't be read later
 * @throws {Refusal} `webhook_endpoint_not_found`, `too_many_secrets` while two are live, unless the overlap is 0
 */
export async function rotateSecret(
  work: Work,
  actor: Actor,
  { endpoint_id, overlap_seconds }: CallOf<'webhookEndpoints.rotateSecret'>,
  { sealer }: { sealer: Sealer },
): Promise<Schemas['RotatedWebhookSecret']> {
  const { app } = await lockEndpoint(work.db, actor, endpoint_id)
  const { org_id: orgId } = app
  const live = await work.db
    .selectFrom('webhook_secret')
    .select('secret_id')
    .where('endpoint_id', '=', endpoint_id)
    .where(isLiveAt(work.now))
    .execute()
  if (overlap_seconds > 0 && live.length > 1) throw new Refusal('too_many_secrets')
  const expires = overlap_seconds > 0 ? work.now + overlap_seconds * 1000 : null
  await endOthers(work, endpoint_id, expires)
  const { secretId, secret } = await addEndpointSecret(work, endpoint_id, sealer)
  const before = { secret_ids: live.map(({ secret_id }) => secret_id) }
  const after = { secret_id: secretId, overlap_seconds }
  await audit(work, actor, { orgId, action: 'webhookEndpoints.rotateSecret', target: endpoint_id, before, after })
  const previous_expires_at = expires === null ? null : timestamp(expires)
  return { secret_id: secretId, secret, created_at: timestamp(work.now), previous_expires_at }
}

/** @param expires the end of their validity, in milliseconds; null removes them */
async function endOthers(work: Work, endpointId: string, expires: number | null): Promise<void> {
  const others = work.db.deleteFrom('webhook_secret').where('endpoint_id', '=', endpointId)
  if (expires === null) {
    await others.execute()
    return
  }
  await others.where('expires_at', '<=', work.now).execute()
  await work.db
    .updateTable('webhook_secret')
    .set({ expires_at: expires })
    .where('endpoint_id', '=', endpointId)
    .execute()
}

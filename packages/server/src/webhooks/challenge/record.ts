import type { Work } from '../../store/work.ts'
import { notifyAppAdministrators } from '../endpoints/notify-app-administrators.ts'
import { scheduleRelease } from '../recovery/release-held.ts'
import type { ClaimedChallenge } from './claim.ts'
import { nextChallengeAt } from './schedule.ts'

/**
 * Records the result of a challenge. An endpoint that passed it gets what was held, unless the URL was changed in the meantime or the
 * lease has passed to another process.
 *
 * @param failure null if the challenge was passed
 */
export async function recordChallenge(
  work: Work,
  { endpointId, url, leaseId, sent }: ClaimedChallenge,
  failure: string | null,
): Promise<void> {
  const endpoint = await work.db
    .selectFrom('webhook_endpoint')
    .select(['url', 'status'])
    .where('endpoint_id', '=', endpointId)
    .forUpdate()
    .executeTakeFirst()
  const challenge = await work.db
    .selectFrom('endpoint_challenge')
    .select(['lease_id', 'sent', 'due_at'])
    .where('endpoint_id', '=', endpointId)
    .forUpdate()
    .executeTakeFirst()
  if (challenge?.lease_id !== leaseId) return
  const moved = endpoint?.url !== url
  if (failure === null && !moved && endpoint.status !== 'deleted') {
    await work.db.deleteFrom('endpoint_challenge').where('endpoint_id', '=', endpointId).execute()
    const passed = { verified_at: work.now, ...(endpoint.status === 'unverified' && { status: 'enabled' as const }) }
    await work.db.updateTable('webhook_endpoint').set(passed).where('endpoint_id', '=', endpointId).execute()
    await scheduleRelease(work, endpointId)
    return
  }
  // Somebody asked for another challenge while this one was under way: that one keeps its time.
  const asked = moved || challenge.sent !== sent
  const again = asked ? {} : { sent: sent + 1, due_at: nextChallengeAt(sent + 1, work.now) }
  if (again.due_at === null && failure !== null && endpoint?.status === 'unverified') {
    await notifyAppAdministrators(work, endpointId, 'webhook_endpoint.unverified', { failure })
  }
  await work.db
    .updateTable('endpoint_challenge')
    .set({ lease_id: null, lease_until: 0, ...(!moved && { failure }), ...again })
    .where('endpoint_id', '=', endpointId)
    .execute()
}

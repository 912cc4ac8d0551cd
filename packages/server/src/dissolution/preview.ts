import type { Schemas } from '@sendoff/api'
import { type OrganizationActor, requireFounder } from '../actor.ts'
import { timestamp } from '../clock.ts'
import { findSubscribers, receives } from '../events/outbox/audience.ts'
import type { Reader } from '../store/schema.ts'
import type { View } from '../store/work.ts'
import { texts } from '../texts/texts.ts'
import { countAffected } from './count-affected.ts'
import { WAIT } from './dissolution.ts'

/**
 * Previews the dissolution of the organisation: what would end, be revoked or canceled, who would be told, what legal holds keep,
 * and when (S81). While the organisation dissolves, it shows what is left to happen.
 *
 * @throws {Refusal} `user_required`, `founder_required`
 */
export async function previewDissolution(
  { db, now }: View,
  actor: OrganizationActor,
): Promise<Schemas['DissolutionPreview']> {
  requireFounder(actor)
  const { orgId } = actor
  const scheduled = await db
    .selectFrom('dissolution')
    .select('effective_at')
    .where('org_id', '=', orgId)
    .where('status', 'in', ['scheduled', 'running'])
    .executeTakeFirst()
  const code = 'dissolution_in_progress' as const
  const { detail } = texts[actor.origin.language ?? 'en'].problems[code]
  return {
    effective_at: timestamp(scheduled?.effective_at ?? now + WAIT),
    blockers: scheduled ? [{ code, detail }] : [],
    ...(await countAffected(db, orgId)),
    tells: { webhook_endpoints: await countTold(db, orgId) },
  }
}

/** Counts the endpoints that would receive the last event of the organisation. */
async function countTold(db: Reader, orgId: string): Promise<number> {
  const subscribers = await findSubscribers(db, orgId)
  return subscribers.filter((one) => one.enabled && receives(one, 'organization.dissolved')).length
}

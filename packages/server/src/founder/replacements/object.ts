import type { CallOf, Schemas } from '@sendoff/api'
import { type OrganizationActor, requireAdministrator, requireUser } from '../../actor.ts'
import { lockAsAdministrator } from '../../locks/members.ts'
import { Refusal } from '../../refusal.ts'
import type { Work } from '../../store/work.ts'
import { endReplacement } from './end.ts'
import { findReplacement, isWaiting, lockReplacement, presentReplacement } from './replacement.ts'

/**
 * Ends a founder replacement by the objection of the founder or an administrator (S103).
 *
 * @throws {Refusal} `user_required`, `admin_required`, `founder_replacement_not_found`, `founder_replacement_ended`
 */
export async function objectToReplacement(
  work: Work,
  actor: OrganizationActor,
  { replacement_id: replacementId, reason }: CallOf<'founderReplacements.object'>,
): Promise<Schemas['FounderReplacement']> {
  requireUser(actor)
  requireAdministrator(actor)
  await findReplacement(work.db, actor.orgId, replacementId)
  await lockAsAdministrator(work.db, actor)
  const row = await lockReplacement(work.db, actor.orgId, replacementId)
  if (!isWaiting(row)) throw new Refusal('founder_replacement_ended')
  const end = { status: 'objected', end_reason: reason ?? null } as const
  return presentReplacement(await endReplacement(work, row, end, { who: actor, action: 'founderReplacements.object' }))
}

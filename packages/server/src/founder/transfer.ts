import type { Schemas } from '@sendoff/api'
import { checkPassword } from '../accounts/check-password.ts'
import { type OrganizationActor, requireFounder } from '../actor.ts'
import { audit } from '../audit/audit.ts'
import { lockAsFounder, requireMember } from '../locks/members.ts'
import type { Store } from '../store/store.ts'
import type { Moment, Work } from '../store/work.ts'
import { endAsFounderChanged } from './replacements/end.ts'
import { makeFounder, requireSuccessor } from './successor.ts'

/**
 * Checks the password of a founder who requests a transfer. Other callers are refused regardless of the password; a
 * former founder who repeats the request gets the first answer again.
 *
 * @throws {Refusal} `password_incorrect`, `too_many_attempts`
 */
export async function checkFounder(
  store: Store,
  actor: OrganizationActor,
  request: { password: string },
  at: Moment,
): Promise<void> {
  if (actor.type === 'user' && actor.role === 'founder') await checkPassword(store, actor, request, at)
}

/**
 * Makes another member the founder. The former founder becomes an administrator and may leave as one (S10).
 *
 * @throws {Refusal} `user_required`, `founder_required`, `member_not_found`, `recipient_invalid`, `offboarding_exists`,
 * `application_pending`
 */
export async function transferFounder(
  work: Work,
  actor: OrganizationActor,
  { account_id: founderId }: { account_id: string },
): Promise<Schemas['FounderTransfer']> {
  requireFounder(actor)
  const { orgId, id: formerId } = actor
  const { founder: former, locked } = await lockAsFounder(work.db, actor, [founderId])
  const successor = requireMember(locked, founderId)
  await requireSuccessor(work.db, successor, formerId)
  const result = await makeFounder(work, { former, successor }, actor)
  const change = { before: { founder_id: formerId }, after: { founder_id: founderId } }
  await audit(work, actor, { orgId, action: 'organization.transferFounder', target: orgId, ...change })
  await endAsFounderChanged(work, orgId, actor)
  return result
}

import type { CallOf, Schemas } from '@sendoff/api'
import type { OrganizationActor } from '../actor.ts'
import { audit } from '../audit/audit.ts'
import type { View, Work } from '../store/work.ts'
import { changePolicy } from './change-policy.ts'
import { leavePolicyOf, type Policy, readPolicy } from './policy.ts'

/** Reads the policies of the organisation. */
export async function getPolicies({ db }: View, actor: OrganizationActor): Promise<Policy> {
  return readPolicy(db, actor.orgId)
}

/**
 * Sets the given policies and keeps the others (S70).
 *
 * @throws {Refusal} the refusals of {@link changePolicy}
 */
export async function setPolicies(
  work: Work,
  actor: OrganizationActor,
  command: CallOf<'organization.setPolicies'>,
): Promise<Policy> {
  const { before, after, changed } = await changePolicy(work, actor, command, () => command)
  if (changed.length > 0) {
    const pick = (policy: Policy) => Object.fromEntries(changed.map((name) => [name, policy[name]]))
    const { orgId } = actor
    const change = { before: pick(before), after: pick(after) }
    await audit(work, actor, { orgId, action: 'organization.setPolicies', target: orgId, ...change })
  }
  return after
}

/** Reads the leave policy: the mode and the fallback recipient. */
export async function getLeavePolicy({ db }: View, actor: OrganizationActor): Promise<Schemas['LeavePolicy']> {
  return leavePolicyOf(await readPolicy(db, actor.orgId))
}

/**
 * Replaces the leave policy of the organisation (S40, S49); without a recipient in the request there is none. An approval that only some
 * departments need stays as it is.
 *
 * @throws {Refusal} the refusals of {@link changePolicy}
 */
export async function setLeavePolicy(
  work: Work,
  actor: OrganizationActor,
  { mode, fallback_recipient_id = null }: CallOf<'organization.setLeavePolicy'>,
): Promise<Schemas['LeavePolicy']> {
  const { before, after, changed } = await changePolicy(work, actor, { fallback_recipient_id }, (current) => ({
    fallback_recipient_id,
    ...(leavePolicyOf(current).mode !== mode && { instant_leave: mode === 'instant' ? 'everyone' : 'nobody' }),
  }))
  if (changed.length > 0) {
    const { orgId } = actor
    const change = { before: leavePolicyOf(before), after: leavePolicyOf(after) }
    await audit(work, actor, { orgId, action: 'organization.setLeavePolicy', target: orgId, ...change })
  }
  return leavePolicyOf(after)
}

import type { CallOf } from '@sendoff/api'
import { type OrganizationActor, requireAdministrator } from '../actor.ts'
import { appendEvents } from '../events/append.ts'
import type { NewEvent } from '../events/event.ts'
import { lockAsAdministrator, type MemberRow } from '../locks/members.ts'
import { lockOrganizations } from '../locks/organizations.ts'
import { invalid, Refusal } from '../refusal.ts'
import type { Work } from '../store/work.ts'
import { requireDepartments } from './departments.ts'
import { leavePolicyOf, type Policy, readPolicy, readStoredPolicy, writePolicy } from './policy.ts'
import { scheduleSweep } from './retention.ts'

type Change = CallOf<'organization.setPolicies'>

/**
 * Changes policies and records the events; the caller writes the audit log. A recipient and departments that are already stored are
 * accepted even if they could not be set any more, so that policies that were read can be written back (S70).
 *
 * @param choose returns the policies to set, from those that are in force
 * @throws {Refusal} `admin_required`, `recipient_invalid`; `invalid_request` for departments that the organisation does not have or that
 * `instant_leave` does not name
 */
export async function changePolicy(
  work: Work,
  actor: OrganizationActor,
  command: Pick<Change, 'fallback_recipient_id'>,
  choose: (current: Policy) => Change,
): Promise<{ before: Policy; after: Policy; changed: (keyof Policy)[] }> {
  requireAdministrator(actor)
  const { orgId } = actor
  const { fallback_recipient_id: recipientId } = command
  const locked = await lockAsAdministrator(work.db, actor, recipientId ? [recipientId] : [])
  await lockOrganizations(work.db, [orgId])
  const before = await readPolicy(work.db, orgId)
  const change = choose(before)
  const policy: Policy = { ...before, ...change }
  if (!namesDepartments(policy) && !change.instant_leave_dept_ids) policy.instant_leave_dept_ids = []
  await requireAcceptable(work, actor, { change, policy, locked })
  await writePolicy(work.db, orgId, policy)
  const after = await readPolicy(work.db, orgId)
  const changed = (Object.keys(after) as (keyof Policy)[]).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  )
  if (changed.length > 0) await appendEvents(work, policyEvents({ orgId, actor }, before, after))
  // A shorter period counts for what is kept already; a null one is found by the sweep.
  if (changed.some((name) => name.endsWith('_retention_days'))) await scheduleSweep(work, orgId, work.now)
  return { before, after, changed }
}

/** True for a choice that means the departments in `instant_leave_dept_ids`. */
const namesDepartments = ({ instant_leave }: Pick<Policy, 'instant_leave'>) =>
  instant_leave === 'only_departments' || instant_leave === 'except_departments'

type Changed = { change: Change; policy: Policy; locked: MemberRow[] }

async function requireAcceptable({ db }: Work, { orgId }: OrganizationActor, { change, policy, locked }: Changed) {
  const stored = await readStoredPolicy(db, orgId)
  const { fallback_recipient_id: recipientId, instant_leave_dept_ids: deptIds = [] } = change
  if (recipientId && recipientId !== stored.fallback_recipient_id) requireAble(locked, recipientId)
  const pointer = '/instant_leave_dept_ids'
  if (deptIds.length > 0 && !namesDepartments(policy)) throw invalid(pointer, 'policy.departments_unused')
  if (policy.instant_leave_dept_ids.length === 0 && namesDepartments(policy)) {
    throw invalid(pointer, 'policy.departments_missing')
  }
  const known: number[] = JSON.parse(stored.instant_leave_dept_ids)
  const added = deptIds.filter((id) => !known.includes(id))
  if (added.length > 0) await requireDepartments(db, orgId, added, (id) => `${pointer}/${deptIds.indexOf(id)}`)
}

function requireAble(locked: MemberRow[], recipientId: string): void {
  const recipient = locked.find((row) => row.account_id === recipientId)
  const able = recipient?.status === 'active' && recipient.condition === 'normal'
  if (!able) throw new Refusal('recipient_invalid', { recipient_id: recipientId })
}

type Maker = { orgId: string; actor: NewEvent['actor'] }

/** Builds the events of changed policies. A change of the leave policy is also recorded in its own form. */
export function policyEvents({ orgId, actor }: Maker, before: Policy, after: Policy): NewEvent[] {
  const was = leavePolicyOf(before)
  const data = leavePolicyOf(after)
  const isLeavePolicy = was.mode !== data.mode || was.fallback_recipient_id !== data.fallback_recipient_id
  return [
    ...(isLeavePolicy ? [{ orgId, type: 'organization.leave_policy_changed' as const, actor, data }] : []),
    { orgId, type: 'organization.policies_changed', actor, data: after },
  ]
}

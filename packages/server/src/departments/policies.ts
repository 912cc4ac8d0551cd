import { appendEvents } from '../events/append.ts'
import type { NewEvent } from '../events/event.ts'
import { policyEvents } from '../organizations/change-policy.ts'
import { type Policy, readPolicy, writePolicy } from '../organizations/policy.ts'
import type { Work } from '../store/work.ts'

type Moved = { orgId: string; actor: NewEvent['actor']; deptId: number; moveTo: number | null }

/**
 * Names the destination in the policy of instant leave as well, if the department is excepted from it: its members must not gain an
 * instant leave on their way.
 */
export async function exceptDestination(work: Work, { orgId, actor, deptId, moveTo }: Moved): Promise<void> {
  const policy = await readPolicy(work.db, orgId)
  const { instant_leave, instant_leave_dept_ids: ids } = policy
  if (moveTo === null || instant_leave !== 'except_departments' || !ids.includes(deptId)) return
  await change(work, { orgId, actor }, policy, { instant_leave_dept_ids: [...ids, moveTo] })
}

/** Removes a deleted department from the policy of instant leave. See {@link exceptDestination}. */
export async function forgetDepartment(work: Work, moved: Moved): Promise<void> {
  await exceptDestination(work, moved)
  const policy = await readPolicy(work.db, moved.orgId)
  const ids = policy.instant_leave_dept_ids.filter((id) => id !== moved.deptId)
  if (ids.length === policy.instant_leave_dept_ids.length) return
  const emptied = policy.instant_leave === 'only_departments' ? 'nobody' : 'everyone'
  const instant_leave = ids.length === 0 ? emptied : policy.instant_leave
  await change(work, moved, policy, { instant_leave, instant_leave_dept_ids: ids })
}

async function change(
  work: Work,
  { orgId, actor }: Pick<Moved, 'orgId' | 'actor'>,
  before: Policy,
  some: Partial<Policy>,
): Promise<void> {
  await writePolicy(work.db, orgId, { ...before, ...some })
  const after = await readPolicy(work.db, orgId)
  if (JSON.stringify(before) === JSON.stringify(after)) return
  await appendEvents(work, policyEvents({ orgId, actor }, before, after))
}

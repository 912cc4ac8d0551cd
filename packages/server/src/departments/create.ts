import type { CallOf, Schemas } from '@sendoff/api'
import { type OrganizationActor, requireAdministrator } from '../actor.ts'
import { audit } from '../audit/audit.ts'
import { appendEvents } from '../events/append.ts'
import { lockAsAdministrator } from '../locks/members.ts'
import { lockOrganizations } from '../locks/organizations.ts'
import { addDepartments, ROOT_DEPARTMENT, requireDepartments } from '../organizations/departments.ts'
import type { Tx } from '../store/schema.ts'
import type { Work } from '../store/work.ts'
import { requireHead } from './head.ts'
import { requireMayBeBelow } from './tree.ts'

/**
 * Creates a department under another, with the next number.
 *
 * @throws {Refusal} `admin_required`; `invalid_request` for a parent or a head that the organisation does not have
 */
export async function createDepartment(
  work: Work,
  actor: OrganizationActor,
  command: CallOf<'departments.create'>,
): Promise<Schemas['Department']> {
  requireAdministrator(actor)
  const { orgId } = actor
  const { name, parent_dept_id = ROOT_DEPARTMENT, head_id = null } = command
  const locked = await lockAsAdministrator(work.db, actor, head_id ? [head_id] : [])
  await lockOrganizations(work.db, [orgId])
  requireHead(locked, head_id)
  await requireDepartments(work.db, orgId, [parent_dept_id], () => '/parent_dept_id')
  await requireMayBeBelow(work.db, orgId, parent_dept_id, '/parent_dept_id')
  const department = { dept_id: await nextNumber(work.db, orgId), name, parent_dept_id, head_id }
  await addDepartments(work, orgId, [department])
  await appendEvents(work, [{ orgId, type: 'department.created', actor, data: department }])
  const target = String(department.dept_id)
  await audit(work, actor, { orgId, action: 'departments.create', target, after: department })
  return { ...department, status: 'active' }
}

/** The number after every one that was ever given: consumers may remember a department that is deleted. */
async function nextNumber(tx: Tx, orgId: string): Promise<number> {
  const highest = async (table: 'department' | 'department_deletion') => {
    const { last } = await tx
      .selectFrom(table)
      .select((of) => of.fn.max('dept_id').as('last'))
      .where('org_id', '=', orgId)
      .executeTakeFirstOrThrow()
    return Number(last ?? 0)
  }
  return Math.max(await highest('department'), await highest('department_deletion')) + 1
}

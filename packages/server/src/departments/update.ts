import type { CallOf, EventOf, Schemas } from '@sendoff/api'
import { type OrganizationActor, requireAdministrator } from '../actor.ts'
import { audit } from '../audit/audit.ts'
import { changesBetween } from '../changes.ts'
import { appendEvents } from '../events/append.ts'
import { lockAsAdministrator } from '../locks/members.ts'
import { lockOrganizations } from '../locks/organizations.ts'
import { requireDepartments } from '../organizations/departments.ts'
import { Refusal } from '../refusal.ts'
import type { Reader } from '../store/schema.ts'
import type { Work } from '../store/work.ts'
import { requireNoDeletion } from './deletion.ts'
import { type DepartmentRow, findDepartment, presentDepartment } from './department.ts'
import { requireHead } from './head.ts'
import { isRoot, requireMayMoveBelow } from './tree.ts'

const FIELDS = ['name', 'parent_dept_id', 'head_id'] as const

/**
 * Changes the given fields of a department; another parent moves it with everything below it.
 *
 * @throws {Refusal} `admin_required`, `department_not_found`, `root_department`, `department_deletion_running`; `invalid_request` for a
 * parent or a head that can't be
 */
export async function updateDepartment(
  work: Work,
  actor: OrganizationActor,
  { dept_id: deptId, ...command }: CallOf<'departments.update'>,
): Promise<Schemas['Department']> {
  requireAdministrator(actor)
  const { orgId } = actor
  const locked = await lockAsAdministrator(work.db, actor, command.head_id ? [command.head_id] : [])
  await lockOrganizations(work.db, [orgId])
  const before = await findDepartment(work.db, orgId, deptId)
  const after = { ...before, ...command }
  const changes = changesBetween(FIELDS, before, after)
  if (changes === undefined) return presentDepartment(before)
  if (before.deletion_id !== null) throw new Refusal('department_deletion_running')
  if (changes.head_id) requireHead(locked, after.head_id)
  if (changes.parent_dept_id) await requireMayMove(work.db, before, command.parent_dept_id as number)
  await work.db
    .updateTable('department')
    .set(command)
    .where('org_id', '=', orgId)
    .where('dept_id', '=', deptId)
    .execute()
  const data = { dept_id: deptId, changes: changes as EventOf<'department.updated'>['data']['changes'] }
  await appendEvents(work, [{ orgId, type: 'department.updated', actor, data }])
  const [was, is] = [presentDepartment(before), presentDepartment(after)]
  await audit(work, actor, { orgId, action: 'departments.update', target: String(deptId), before: was, after: is })
  return is
}

async function requireMayMove(db: Reader, row: DepartmentRow, parentId: number): Promise<void> {
  const { org_id: orgId, dept_id: deptId } = row
  if (isRoot(row)) throw new Refusal('root_department')
  await requireNoDeletion(db, orgId)
  await requireDepartments(db, orgId, [parentId], () => '/parent_dept_id')
  await requireMayMoveBelow(db, orgId, { deptId, parentId }, '/parent_dept_id')
}

import type { Step } from '../due-work/due-work.ts'
import { appendEvents } from '../events/append.ts'
import { lockMembers } from '../locks/members.ts'
import { isDissolved, lockOrganizations } from '../locks/organizations.ts'
import type { Reader } from '../store/schema.ts'
import type { Work } from '../store/work.ts'
import { associationsIn, departmentsIn, invitationsIn, membersIn, type Place } from './contents.ts'
import { type DeletionRow, findDeletion } from './deletion.ts'
import { moveAssociations, moveInvitations } from './move-associations.ts'
import { moveDepartments } from './move-departments.ts'
import { moveMembers } from './move-members.ts'
import { forgetDepartment } from './policies.ts'

/** The number of things of a kind that move in one transaction. */
const PAGE = 100

/** The next things to move that need locks of their own. */
export type Next = { accountIds: string[]; orgIds: string[] }

/** Finds the next members in a department, and the organisations of the next associations attached to it. */
export async function nextToMove(db: Reader, place: Place): Promise<Next> {
  const members = await membersIn(db, place)
    .select('placed.account_id')
    .orderBy('placed.account_id')
    .limit(PAGE)
    .execute()
  const associations = await associationsIn(db, place)
    .select('associated_org_id')
    .orderBy('association_id')
    .limit(PAGE)
    .execute()
  return {
    accountIds: members.map(({ account_id }) => account_id),
    orgIds: associations.map(({ associated_org_id }) => associated_org_id),
  }
}

/** Moves the next page out of a department that is being deleted, and in the end removes it. */
export const departmentDeletionStep: Step = async (work, { orgId, subjectId }) => {
  const { dept_id: deptId } = await findDeletion(work.db, orgId, subjectId)
  const next = await nextToMove(work.db, { orgId, deptId })
  await lockMembers(work.db, orgId, next.accountIds)
  await lockOrganizations(work.db, [orgId, ...next.orgIds])
  const deletion = await findDeletion(work.db, orgId, subjectId)
  if (deletion.status !== 'running' || (await isDissolved(work.db, orgId))) return 'done'
  if (!(await emptySome(work, deletion, next))) return 'again'
  await finishDeletion(work, deletion)
  return 'done'
}

/**
 * Moves a page of each kind out of a department. Members and organisations are locked.
 *
 * @returns true if the department is empty
 */
export async function emptySome(work: Work, deletion: DeletionRow, { accountIds, orgIds }: Next): Promise<boolean> {
  const { org_id: orgId, deletion_id, dept_id: deptId } = deletion
  const place = { orgId, deptId }
  const moved =
    (await moveMembers(work, deletion, accountIds)) +
    (await moveAssociations(work, deletion, orgIds)) +
    (await moveDepartments(work, deletion, PAGE)) +
    (await moveInvitations(work, deletion, PAGE))
  await work.db
    .updateTable('department_deletion')
    .set((set) => ({ moved: set('moved', '+', moved) }))
    .where('org_id', '=', orgId)
    .where('deletion_id', '=', deletion_id)
    .execute()
  const left = [
    await membersIn(work.db, place).select('placed.dept_id').limit(1).executeTakeFirst(),
    await associationsIn(work.db, place).select('dept_id').limit(1).executeTakeFirst(),
    await departmentsIn(work.db, place).select('dept_id').limit(1).executeTakeFirst(),
    await invitationsIn(work.db, place).select('dept_id').limit(1).executeTakeFirst(),
  ]
  return left.every((row) => row === undefined)
}

/** Removes an empty department, and records that it is gone. */
export async function finishDeletion(work: Work, deletion: DeletionRow): Promise<void> {
  const { org_id: orgId, deletion_id, dept_id: deptId, name, parent_dept_id, move_to: moveTo } = deletion
  const actor = { type: deletion.actor_type, id: deletion.actor_id }
  await forgetDepartment(work, { orgId, actor, deptId, moveTo })
  await work.db.deleteFrom('department').where('org_id', '=', orgId).where('dept_id', '=', deptId).execute()
  const { moved } = await work.db
    .updateTable('department_deletion')
    .set({ status: 'completed', completed_at: work.now })
    .where('org_id', '=', orgId)
    .where('deletion_id', '=', deletion_id)
    .returning('moved')
    .executeTakeFirstOrThrow()
  const data = { deletion_id, dept_id: deptId, name, parent_dept_id, move_to: moveTo, moved }
  await appendEvents(work, [{ orgId, type: 'department.deleted', actor, data }])
}

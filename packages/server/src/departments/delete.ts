import type { CallOf, Schemas } from '@sendoff/api'
import { type OrganizationActor, requireAdministrator } from '../actor.ts'
import { audit } from '../audit/audit.ts'
import { schedule } from '../due-work/due-work.ts'
import { newId } from '../ids.ts'
import { lockAsAdministrator } from '../locks/members.ts'
import { lockOrganizations } from '../locks/organizations.ts'
import { Refusal } from '../refusal.ts'
import type { Reader } from '../store/schema.ts'
import type { View, Work } from '../store/work.ts'
import { texts } from '../texts/texts.ts'
import { countContents, namedBy } from './contents.ts'
import { type DeletionRow, findDeletion, presentDeletion, requireNoDeletion } from './deletion.ts'
import { type DepartmentRow, findDepartment } from './department.ts'
import { emptySome, finishDeletion, nextToMove } from './empty.ts'
import { exceptDestination } from './policies.ts'
import { isRoot, requireMayMoveBelow } from './tree.ts'

type Deletion = Schemas['DepartmentDeletion']
type Contents = Schemas['DepartmentContents']

/**
 * Deletes a department; what is in it moves to another. The first page moves in this transaction, which completes an ordinary
 * deletion; further pages are due work.
 *
 * @throws {Refusal} `admin_required`, `department_not_found`, `root_department`, `department_not_empty`,
 * `department_deletion_running`; `invalid_request` for a destination that can't be
 */
export async function deleteDepartment(
  work: Work,
  actor: OrganizationActor,
  { dept_id: deptId, ...command }: CallOf<'departments.delete'>,
): Promise<Deletion> {
  requireAdministrator(actor)
  const { orgId } = actor
  const moveTo = command.move_to ?? null
  const next = await nextToMove(work.db, { orgId, deptId })
  await lockAsAdministrator(work.db, actor, next.accountIds)
  await lockOrganizations(work.db, [orgId, ...next.orgIds])
  const department = await findDepartment(work.db, orgId, deptId)
  const contents = await countContents(work.db, { orgId, deptId })
  await requireDestination(work.db, department, moveTo)
  for (const check of checksOf(work.db, department, { moveTo, contents })) await check()
  const deletion = await begin(work, actor, department, { moveTo, contents })
  if (await emptySome(work, deletion, next)) await finishDeletion(work, deletion)
  else {
    await exceptDestination(work, { orgId, actor, deptId, moveTo })
    const subjectId = deletion.deletion_id
    await schedule(work, { orgId, kind: 'department_deletion', subjectId, dueAt: work.now })
  }
  return presentDeletion(await findDeletion(work.db, orgId, deletion.deletion_id))
}

/**
 * Counts what the deletion of a department would move, and names what stands against it.
 *
 * @throws {Refusal} `admin_required`, `department_not_found`; `invalid_request` for a destination that can't be
 */
export async function previewDelete(
  { db }: View,
  actor: OrganizationActor,
  { dept_id: deptId, ...command }: CallOf<'departments.previewDelete'>,
): Promise<Schemas['DepartmentDeletionPreview']> {
  requireAdministrator(actor)
  const moveTo = command.move_to ?? null
  const place = { orgId: actor.orgId, deptId }
  const department = await findDepartment(db, actor.orgId, deptId)
  const contents = await countContents(db, place)
  await requireDestination(db, department, moveTo)
  const blockers: Schemas['DepartmentBlocker'][] = []
  const { problems } = texts[actor.origin.language ?? 'en']
  for (const check of checksOf(db, department, { moveTo, contents })) {
    const code = await blockerIn(check)
    if (code) blockers.push({ code, detail: problems[code].detail })
  }
  return {
    dept_id: deptId,
    name: department.name,
    move_to: moveTo,
    contents,
    named_by: await namedBy(db, place),
    blockers,
  }
}

type Wanted = { moveTo: number | null; contents: Contents }

/** The checks of a deletion, each of which refuses with one code. */
function checksOf(db: Reader, department: DepartmentRow, { moveTo, contents }: Wanted): (() => Promise<void>)[] {
  return [
    async () => {
      if (isRoot(department)) throw new Refusal('root_department')
    },
    () => requireNoDeletion(db, department.org_id),
    async () => {
      const isEmpty = Object.values(contents).every((count) => count === 0)
      if (moveTo === null && !isEmpty && !isRoot(department)) throw new Refusal('department_not_empty', { contents })
    },
  ]
}

async function blockerIn(check: () => Promise<void>): Promise<Schemas['DepartmentBlocker']['code'] | undefined> {
  try {
    await check()
    return undefined
  } catch (error) {
    const code = error instanceof Refusal ? error.code : undefined
    if (code !== 'root_department' && code !== 'department_not_empty' && code !== 'department_deletion_running')
      throw error
    return code
  }
}

async function requireDestination(db: Reader, department: DepartmentRow, moveTo: number | null): Promise<void> {
  // Everything is below the root, so no destination is right, and the refusal names the root.
  if (moveTo === null || isRoot(department)) return
  const { org_id: orgId, dept_id: deptId } = department
  const place = { in: 'query', pointer: '/move_to' } as const
  await requireMayMoveBelow(db, orgId, { deptId, parentId: moveTo, without: true }, place)
}

async function begin(
  work: Work,
  actor: OrganizationActor,
  { org_id, dept_id, name, parent_dept_id }: DepartmentRow,
  { moveTo, contents }: Wanted,
): Promise<DeletionRow> {
  const deletion_id = newId('dpd')
  const named_by = await namedBy(work.db, { orgId: org_id, deptId: dept_id })
  const row = { org_id, deletion_id, dept_id, name, parent_dept_id: parent_dept_id ?? 0, move_to: moveTo }
  await work.db
    .insertInto('department_deletion')
    .values({
      ...row,
      status: 'running',
      contents: JSON.stringify(contents),
      named_by: JSON.stringify(named_by),
      moved: 0,
      actor_type: actor.type,
      actor_id: actor.id,
      requested_at: work.now,
      completed_at: null,
    })
    .execute()
  await work.db
    .updateTable('department')
    .set({ deletion_id })
    .where('org_id', '=', org_id)
    .where('dept_id', '=', dept_id)
    .execute()
  const before = { name, parent_dept_id, ...contents }
  const change = { before, after: { deletion_id, move_to: moveTo } }
  await audit(work, actor, { orgId: org_id, action: 'departments.delete', target: String(dept_id), ...change })
  return findDeletion(work.db, org_id, deletion_id)
}

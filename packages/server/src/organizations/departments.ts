import type { Schemas } from '@sendoff/api'
import { type OrganizationActor, requireAdministrator } from '../actor.ts'
import { audit } from '../audit/audit.ts'
import { fault } from '../faults.ts'
import { lockAsAdministrator } from '../locks/members.ts'
import { lockOrganizations } from '../locks/organizations.ts'
import { invalid, Refusal } from '../refusal.ts'
import { type Page, paged } from '../store/page.ts'
import type { Reader, Schema } from '../store/schema.ts'
import type { View, Work } from '../store/work.ts'

/** The root department, which is the default where none is given. */
export const ROOT_DEPARTMENT = 1

/** Lists the departments in the order of their numbers. */
export async function listDepartments(
  { db }: View,
  actor: OrganizationActor,
  page: Page,
): Promise<Schemas['DepartmentList']> {
  const query = db
    .selectFrom('department')
    .select(['dept_id', 'name', 'parent_dept_id', 'head_id'])
    .where('org_id', '=', actor.orgId)
    .orderBy('dept_id')
  return paged(page, (after, limit) => query.where('dept_id', '>', numberOf(after)).limit(limit).execute(), {
    // Padded with zeros, so that keys sort like numbers.
    key: ({ dept_id }) => String(dept_id).padStart(16, '0'),
    present: (row) => row,
  })
}

function numberOf(key: string): number {
  if (/^\d{0,16}$/.test(key)) return Number(key)
  throw invalid({ in: 'query', pointer: '/cursor' }, 'query.cursor')
}

/**
 * Creates a department under another, with the next free number.
 *
 * @throws {Refusal} `admin_required`; `invalid_request` for a parent or a head that the organisation does not have
 */
export async function createDepartment(
  work: Work,
  actor: OrganizationActor,
  command: Schemas['CreateDepartmentRequest'],
): Promise<Schemas['Department']> {
  requireAdministrator(actor)
  const { orgId } = actor
  const { name, parent_dept_id = ROOT_DEPARTMENT, head_id = null } = command
  const locked = await lockAsAdministrator(work.db, actor, head_id ? [head_id] : [])
  await lockOrganizations(work.db, [orgId])
  const head = locked.find((row) => row.account_id === head_id)
  if (head_id && head?.status !== 'active') throw invalid('/head_id', 'member.inactive')
  await requireDepartments(work.db, orgId, [parent_dept_id], () => '/parent_dept_id')
  const { last } = await work.db
    .selectFrom('department')
    .select((of) => of.fn.max('dept_id').as('last'))
    .where('org_id', '=', orgId)
    .executeTakeFirstOrThrow()
  const department = { dept_id: last + 1, name, parent_dept_id, head_id }
  await addDepartments(work, orgId, [department])
  const target = String(department.dept_id)
  await audit(work, actor, { orgId, action: 'departments.create', target, after: department })
  return department
}

/** Stores departments of an organisation. */
export async function addDepartments(
  work: Work,
  org_id: string,
  departments: Omit<Schema['department'], 'org_id'>[],
): Promise<void> {
  await work.db
    .insertInto('department')
    .values(departments.map((department) => ({ org_id, ...department })))
    .execute()
}

/**
 * @param pointer the JSON Pointer to a department in the request
 * @throws {Refusal} `invalid_request` with all departments that the organisation does not have
 */
export async function requireDepartments(
  db: Reader,
  orgId: string,
  deptIds: number[],
  pointer: (deptId: number) => string,
): Promise<void> {
  const rows = await db
    .selectFrom('department')
    .select('dept_id')
    .where('org_id', '=', orgId)
    .where('dept_id', 'in', deptIds)
    .execute()
  const known = new Set(rows.map((row) => row.dept_id))
  const missing = [...new Set(deptIds)].filter((id) => !known.has(id))
  if (missing.length === 0) return
  const detail = fault('department.unknown')
  throw new Refusal('invalid_request', {
    errors: missing.map((id) => ({ in: 'body', pointer: pointer(id), detail })),
  })
}

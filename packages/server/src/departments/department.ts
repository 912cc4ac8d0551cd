import type { CallOf, Schemas } from '@sendoff/api'
import type { Selectable } from 'kysely'
import type { OrganizationActor } from '../actor.ts'
import { invalid, Refusal } from '../refusal.ts'
import { type Page, paged } from '../store/page.ts'
import type { Reader, Schema } from '../store/schema.ts'
import type { View } from '../store/work.ts'

export type DepartmentRow = Selectable<Schema['department']>

/** A department as the contract shows it. */
export const presentDepartment = ({
  dept_id,
  name,
  parent_dept_id,
  head_id,
  deletion_id,
}: Omit<DepartmentRow, 'org_id'>): Schemas['Department'] => {
  return { dept_id, name, parent_dept_id, head_id, status: deletion_id === null ? 'active' : 'deleting' }
}

const ofOrganization = (db: Reader, orgId: string) =>
  db.selectFrom('department').selectAll().where('org_id', '=', orgId)

/** Lists the departments in the order of their numbers. */
export async function listDepartments(
  { db }: View,
  actor: OrganizationActor,
  page: Page,
): Promise<Schemas['DepartmentList']> {
  const query = ofOrganization(db, actor.orgId).orderBy('dept_id')
  return paged(page, (after, limit) => query.where('dept_id', '>', numberOf(after)).limit(limit).execute(), {
    // Padded with zeros, so that keys sort like numbers.
    key: ({ dept_id }) => String(dept_id).padStart(16, '0'),
    present: presentDepartment,
  })
}

function numberOf(key: string): number {
  if (/^\d{0,16}$/.test(key)) return Number(key)
  throw invalid({ in: 'query', pointer: '/cursor' }, 'query.cursor')
}

/** @throws {Refusal} `department_not_found` */
export async function findDepartment(db: Reader, orgId: string, deptId: number): Promise<DepartmentRow> {
  const row = await ofOrganization(db, orgId).where('dept_id', '=', deptId).executeTakeFirst()
  if (!row) throw new Refusal('department_not_found')
  return row
}

/** @throws {Refusal} `department_not_found` */
export async function getDepartment(
  { db }: View,
  actor: OrganizationActor,
  { dept_id: deptId }: CallOf<'departments.get'>,
): Promise<Schemas['Department']> {
  return presentDepartment(await findDepartment(db, actor.orgId, deptId))
}

import { fault, type PlainFaultKey } from '../faults.ts'
import { Refusal } from '../refusal.ts'
import type { NewRow, Reader } from '../store/schema.ts'
import type { Work } from '../store/work.ts'

/** The root department, which is the default where none is given. */
export const ROOT_DEPARTMENT = 1

/** Stores departments of an organisation. */
export async function addDepartments(
  work: Work,
  org_id: string,
  departments: Omit<NewRow<'department'>, 'org_id'>[],
): Promise<void> {
  await work.db
    .insertInto('department')
    .values(departments.map((department) => ({ org_id, ...department })))
    .execute()
}

/**
 * Checks that something can be put into departments; call it with the organisation locked.
 *
 * @param pointer the JSON Pointer to a department in the request
 * @throws {Refusal} `invalid_request` with all departments that the organisation does not have or that are being deleted
 */
export async function requireDepartments(
  db: Reader,
  orgId: string,
  deptIds: number[],
  pointer: (deptId: number) => string,
): Promise<void> {
  const rows = await db
    .selectFrom('department')
    .select(['dept_id', 'deletion_id'])
    .where('org_id', '=', orgId)
    .where('dept_id', 'in', deptIds)
    .execute()
  const known = new Map(rows.map((row) => [row.dept_id, row.deletion_id]))
  const errors = [...new Set(deptIds)].flatMap((id) => {
    const key: PlainFaultKey = known.has(id) ? 'department.deleting' : 'department.unknown'
    return known.get(id) === null ? [] : [{ in: 'body' as const, pointer: pointer(id), detail: fault(key) }]
  })
  if (errors.length > 0) throw new Refusal('invalid_request', { errors })
}

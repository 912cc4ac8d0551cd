import { invalid } from '../refusal.ts'
import type { Reader } from '../store/schema.ts'

/**
 * Holds a request to a department that the organisation has.
 *
 * @param pointer where the request names it
 * @throws {Refusal} `invalid_request`
 */
export async function requireDepartment(db: Reader, orgId: string, deptId: number, pointer: string): Promise<void> {
  const department = await db
    .selectFrom('department')
    .select('dept_id')
    .where('org_id', '=', orgId)
    .where('dept_id', '=', deptId)
    .executeTakeFirst()
  if (!department) throw invalid(pointer, 'is not a department of the organisation')
}

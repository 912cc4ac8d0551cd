import { sql } from 'kysely'
import { invalid } from '../refusal.ts'
import type { Reader } from '../store/schema.ts'
import type { findDepartment } from './department.ts'

/** The most levels of departments, the root included. */
const MOST_LEVELS = 50

type Ancestor = { dept_id: number; deletion_id: string | null }

/** Reads a department and everything above it, up to the root. */
export async function ancestorsOf(db: Reader, orgId: string, deptId: number): Promise<Ancestor[]> {
  const { rows } = await sql<Ancestor>`
    with recursive above(dept_id, parent_dept_id, deletion_id) as (
      select dept_id, parent_dept_id, deletion_id from department where org_id = ${orgId} and dept_id = ${deptId}
      union all
      select d.dept_id, d.parent_dept_id, d.deletion_id
      from above join department d on d.org_id = ${orgId} and d.dept_id = above.parent_dept_id
    )
    select dept_id, deletion_id from above`.execute(db)
  return rows
}

/** Counts the levels of a department and everything below it: 1 where nothing is. */
async function levelsOf(db: Reader, orgId: string, deptId: number): Promise<number> {
  const { rows } = await sql<{ levels: number | null }>`
    with recursive below(dept_id, level) as (
      select dept_id, 1 from department where org_id = ${orgId} and dept_id = ${deptId}
      union all
      select d.dept_id, below.level + 1
      from below join department d on d.org_id = ${orgId} and d.parent_dept_id = below.dept_id
    )
    select max(level) as levels from below`.execute(db)
  return Number(rows[0]?.levels ?? 0)
}

/** The place in a request that names a department. */
type Place = Parameters<typeof invalid>[0]

/**
 * Checks that a new department can be below another; call it with the organisation locked.
 *
 * @throws {Refusal} `invalid_request` for one that is or is below a department that is being deleted, and one too deep
 */
export async function requireMayBeBelow(db: Reader, orgId: string, parentId: number, place: Place): Promise<void> {
  const above = await ancestorsOf(db, orgId, parentId)
  if (above.some(({ deletion_id }) => deletion_id !== null)) throw invalid(place, 'department.deleting')
  if (above.length + 1 > MOST_LEVELS) throw invalid(place, 'department.depth')
}

/**
 * Checks that a department can be moved below another with everything below it; call it with the organisation locked, so that two
 * moves at the same time make no circle.
 *
 * @param without true if the department itself stays behind, and only what is directly below it moves
 * @throws {Refusal} `invalid_request` for an unknown parent, one that is the department or below it, and one too deep
 */
export async function requireMayMoveBelow(
  db: Reader,
  orgId: string,
  { deptId, parentId, without = false }: { deptId: number; parentId: number; without?: boolean },
  place: Place,
): Promise<void> {
  const above = await ancestorsOf(db, orgId, parentId)
  if (above.length === 0) throw invalid(place, 'department.unknown')
  if (above.some(({ dept_id }) => dept_id === deptId)) throw invalid(place, 'department.below')
  const levels = (await levelsOf(db, orgId, deptId)) - (without ? 1 : 0)
  if (above.length + levels > MOST_LEVELS) throw invalid(place, 'department.depth')
}

/** True for the department at the top. */
export const isRoot = (row: Awaited<ReturnType<typeof findDepartment>>): boolean => row.parent_dept_id === null

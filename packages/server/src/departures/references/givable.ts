import type { Reader } from '../../store/schema.ts'
import type { DepartureRow } from '../departure.ts'

type Departed = Pick<DepartureRow, 'org_id' | 'departure_id'>

/**
 * Finds the departments of which a restore makes the member the head again: nobody has changed the head since, and the
 * member is put into the department.
 */
export async function findGivableDepartments(
  db: Reader,
  { org_id, departure_id }: Departed,
  deptIds: number[],
): Promise<number[]> {
  if (deptIds.length === 0) return []
  const noted = await db
    .selectFrom('departure_reference')
    .select(['subject_id', 'holder_id'])
    .where('org_id', '=', org_id)
    .where('departure_id', '=', departure_id)
    .where('role', '=', 'department_head')
    .where('subject_id', 'in', deptIds.map(String))
    .execute()
  const heads = await db
    .selectFrom('department')
    .select(['dept_id', 'head_id'])
    .where('org_id', '=', org_id)
    .where('dept_id', 'in', deptIds)
    .execute()
  const holders = new Map(noted.map(({ subject_id, holder_id }) => [Number(subject_id), holder_id]))
  return heads.map((row) => Number(row.dept_id)).filter((id, i) => holders.get(id) === heads[i]?.head_id)
}

/** True if a restore makes the member the fallback recipient again, because nobody has changed the policy since. */
export async function isFallbackGivable(
  db: Reader,
  { org_id, departure_id }: Departed,
  recipientId: string | null,
): Promise<boolean> {
  const noted = await db
    .selectFrom('departure_reference')
    .select('holder_id')
    .where('org_id', '=', org_id)
    .where('departure_id', '=', departure_id)
    .where('role', '=', 'fallback_recipient')
    .executeTakeFirst()
  return noted !== undefined && noted.holder_id === recipientId
}

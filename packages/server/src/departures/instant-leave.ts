import type { MemberRow } from '../locks/members.ts'
import { deptIdsOf } from '../members/member.ts'
import { type Policy, readPolicy } from '../organizations/policy.ts'
import { Refusal } from '../refusal.ts'
import type { Reader } from '../store/schema.ts'

/**
 * Checks that the policies allow a member to leave without an approval. It applies to every way of departing by one's own act (S40, S50).
 *
 * @throws {Refusal} `approval_required`
 */
export async function requireInstantLeave(db: Reader, member: MemberRow): Promise<void> {
  const policy = await readPolicy(db, member.org_id)
  if (!(await mayLeaveInstantly(db, member, policy))) throw new Refusal('approval_required')
}

/** True if the policies let a member leave without an approval. A member of several departments needs an approval if one of them does (S71). */
export async function mayLeaveInstantly(
  db: Reader,
  { org_id, account_id }: MemberRow,
  { instant_leave, instant_leave_dept_ids }: Policy,
): Promise<boolean> {
  if (instant_leave === 'everyone' || instant_leave === 'nobody') return instant_leave === 'everyone'
  const named = new Set(instant_leave_dept_ids)
  const own = (await deptIdsOf(db, org_id, [account_id])).get(account_id) ?? []
  const areNamed: boolean[] = []
  for (const id of own) areNamed.push(await isWithin(db, org_id, id, named))
  return instant_leave === 'only_departments' ? own.length > 0 && areNamed.every(Boolean) : !areNamed.some(Boolean)
}

/** True if a department, or one above it, is among the given ones. */
async function isWithin(db: Reader, orgId: string, deptId: number, named: Set<number>): Promise<boolean> {
  const seen = new Set<number>()
  for (let at: number | null = deptId; at !== null && !seen.has(at); at = await parentOf(db, orgId, at)) {
    if (named.has(at)) return true
    seen.add(at)
  }
  return false
}

async function parentOf(db: Reader, orgId: string, deptId: number): Promise<number | null> {
  const row = await db
    .selectFrom('department')
    .select('parent_dept_id')
    .where('org_id', '=', orgId)
    .where('dept_id', '=', deptId)
    .executeTakeFirst()
  return row?.parent_dept_id ?? null
}

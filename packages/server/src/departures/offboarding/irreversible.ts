import type { Schemas } from '@sendoff/api'
import type { MemberRow } from '../../locks/members.ts'
import { deptIdsOf } from '../../members/member.ts'
import type { Reader } from '../../store/schema.ts'

/** Lists the effects of a departure that a restore does not undo. */
export async function findIrreversible(
  db: Reader,
  member: MemberRow,
  inventory: Schemas['PlannedHandover'][],
): Promise<Schemas['OffboardingPreview']['irreversible']> {
  const departments = await deptIdsOf(db, member.org_id, [member.account_id])
  const outcomes = new Set(inventory.map(({ outcome }) => outcome))
  const irreversible: Schemas['OffboardingPreview']['irreversible'] = ['access_ends_at_once']
  if (outcomes.has('transferred')) irreversible.push('resources_transferred')
  if (outcomes.has('deleted')) irreversible.push('resources_deleted')
  if (departments.has(member.account_id)) irreversible.push('departments_lost')
  if (member.role === 'admin') irreversible.push('admin_role_lost')
  return irreversible
}

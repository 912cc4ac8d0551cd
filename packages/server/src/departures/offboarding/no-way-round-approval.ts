import type { Actor } from '../../actor.ts'
import { isOwnAct } from '../../apps/controllers.ts'
import type { MemberRow } from '../../locks/members.ts'
import type { Tx } from '../../store/schema.ts'
import { requireInstantLeave } from '../may-depart.ts'

/**
 * Checks that an offboarding does not bypass the approval required by the leave policy: administrators who offboard
 * themselves, in person or through an app that they control, depart by their own act (S40, S50).
 *
 * @throws {Refusal} `approval_required`
 */
export async function requireNoWayRoundApproval(
  tx: Tx,
  actor: Pick<Actor, 'type' | 'id'>,
  member: MemberRow,
): Promise<void> {
  if (await isOwnAct(tx, actor, member)) await requireInstantLeave(tx, member.org_id)
}

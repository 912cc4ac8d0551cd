import type { Actor } from '../../actor.ts'
import { isOwnAct } from '../../apps/controllers.ts'
import type { MemberRow } from '../../locks/members.ts'
import { Refusal } from '../../refusal.ts'
import type { Tx } from '../../store/schema.ts'
import { requireInstantLeave } from '../instant-leave.ts'

/**
 * Checks that nobody offboards themselves, in person or through an app that they control: departing by one's own act takes an approval
 * (S40, S50) or a password (S75).
 *
 * @throws {Refusal} `approval_required` where the policies require one, otherwise `own_case`
 */
export async function requireNotOwnDeparture(
  tx: Tx,
  actor: Pick<Actor, 'type' | 'id'>,
  member: MemberRow,
): Promise<void> {
  if (!(await isOwnAct(tx, actor, member))) return
  await requireInstantLeave(tx, member)
  throw new Refusal('own_case')
}

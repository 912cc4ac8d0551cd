import type { MemberRow } from '../locks/members.ts'
import { Refusal } from '../refusal.ts'
import type { Tx } from '../store/schema.ts'
import { requireInstantLeave } from './instant-leave.ts'
import { requireFounderTransferred, requireMayDepart, requireOwnAct } from './may-depart.ts'

/** A rule about a locked member, which throws a refusal. */
export type Rule = (tx: Tx, member: MemberRow) => Promise<void>

const own: Rule[] = [async (_, member) => requireOwnAct(member), requireFounderTransferred]

/** The rules of each way to depart by one's own act, in the order in which they refuse. */
export const ways = {
  instant: [...own, requireOrdinaryMember, requireInstantLeave],
  application: own,
  deregistration: [...own, requireInstantLeave, requireMayDepart],
} satisfies Record<string, Rule[]>

/** @throws {Refusal} the first refusal among the rules of a way */
export async function requireWay(tx: Tx, member: MemberRow, way: keyof typeof ways): Promise<void> {
  for (const rule of ways[way]) await rule(tx, member)
}

/** Only ordinary members leave without a password or an approval (S43). */
async function requireOrdinaryMember(_: Tx, { role }: MemberRow): Promise<void> {
  if (role === 'admin') throw new Refusal('admin_cannot_leave_instantly')
}

import type { MemberRow } from '../locks/members.ts'
import { invalid } from '../refusal.ts'

/**
 * Checks that the head of a department, if given, is an active member who is not restricted.
 *
 * @param locked the locked members, including the head if there is such a member
 * @throws {Refusal} `invalid_request`
 */
export function requireHead(locked: MemberRow[], headId: string | null | undefined): void {
  if (headId === null || headId === undefined) return
  const head = locked.find((row) => row.account_id === headId)
  if (head?.status !== 'active') throw invalid('/head_id', 'member.inactive')
  if (head.condition !== 'normal') throw invalid('/head_id', 'member.restricted')
}

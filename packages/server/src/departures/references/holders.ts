import { invalid } from '../../refusal.ts'
import type { Reader, ReferenceRole } from '../../store/schema.ts'
import { findRecipients, type Leaver } from '../handover/recipients.ts'

/** A departure whose references are replaced. */
export type Departed = Leaver & { departure_id: string; successor_id: string | null }

/** The members who take a leaver's place where others refer to them. */
export type Holders = {
  /** The chosen successor who can't take over. */
  unavailableSuccessorId: string | null
  /** The member who takes the place that the leaver has for a subject; null if it is cleared. */
  holderOf: (role: ReferenceRole, subjectId?: string) => string | null
}

/**
 * Checks that a member can succeed another.
 *
 * @throws {Refusal} `invalid_request`
 */
export async function requireSuccessor(db: Reader, leaver: Leaver, id: string | null | undefined): Promise<void> {
  if (!id) return
  const able = await findRecipients(db, leaver, [id])
  if (!able.has(id)) throw invalid('/successor_id', 'member.successor')
}

/**
 * Finds the members who take a leaver's place (S78): the chosen successor in every role; without a choice the leaver's
 * manager as the manager of their reports, and nobody in the other roles, for which they were appointed in person. A
 * chosen successor who can't take over is not replaced by anybody (S77). Nobody becomes their own manager.
 */
export async function findHolders(db: Reader, leaver: Leaver, successorId: string | null): Promise<Holders> {
  const candidates = [successorId, leaver.manager_id].filter((id) => id !== null)
  const able = await findRecipients(db, leaver, candidates)
  const ifAble = (id: string | null) => (id !== null && able.has(id) ? id : null)
  const successor = ifAble(successorId)
  const manager = successorId !== null && successor === null ? null : ifAble(leaver.manager_id)
  return {
    unavailableSuccessorId: successorId !== null && successor === null ? successorId : null,
    holderOf: (role, subjectId) => {
      if (role !== 'manager') return successor
      return [successor, manager].find((id) => id !== null && id !== subjectId) ?? null
    },
  }
}

import type { Selectable } from 'kysely'
import type { Schema } from '../../store/schema.ts'

export type ReceiptRow = Selectable<Schema['receipt']>

/** The members of a receipt that an answer can change. */
export type State = Pick<
  ReceiptRow,
  'status' | 'reason' | 'details' | 'answered_by' | 'acknowledged_at' | 'answered_at' | 'notice_at'
>

/** An answer: the 2xx alone, or more. */
export type Answer =
  | { status: 'acknowledged'; by: 'endpoint' }
  | {
      status: 'done' | 'failed' | 'not_applicable'
      reason: string | null
      details: string | null
      by: 'endpoint' | 'app' | 'administrator'
    }

/** The events that make an answer superfluous or impossible, in the words of the contract. */
export type Ended =
  | 'restored'
  | 'departed_again'
  | 'no_longer_deprovisions'
  | 'endpoint_deleted'
  | 'app_deleted'
  | 'app_deauthorized'
  | 'scope_lost'

export const UNANSWERED = ['awaited', 'acknowledged'] as const
export const UNSETTLED = ['awaited', 'acknowledged', 'failed'] as const

export const isUnanswered = ({ status }: Pick<State, 'status'>): boolean =>
  (UNANSWERED as readonly string[]).includes(status)
export const isSettled = ({ status }: Pick<State, 'status'>): boolean =>
  status === 'done' || status === 'not_applicable'

/**
 * Decides what an answer makes of a receipt. A 2xx alone acknowledges, and takes nothing back. Otherwise the last word
 * counts, in either direction. A receipt that the platform settled, because nothing had to be done any more, is not failed
 * by a system that could not do it.
 *
 * @param now business time, in milliseconds
 * @returns the new state; undefined if nothing changes
 */
export function afterAnswer(receipt: State, answer: Answer, now: number): State | undefined {
  const heard = answer.by === 'endpoint' ? (receipt.acknowledged_at ?? now) : receipt.acknowledged_at
  const acknowledged = { ...stateOf(receipt), acknowledged_at: heard }
  const isNews = heard !== receipt.acknowledged_at
  if (answer.status === 'acknowledged') {
    if (receipt.status === 'awaited') return { ...acknowledged, status: 'acknowledged' }
    return isNews ? acknowledged : undefined
  }
  const { status, reason, details, by } = answer
  const isMoot = status === 'failed' && receipt.answered_by === 'platform' && receipt.status === 'not_applicable'
  const isSame = status === receipt.status && reason === receipt.reason && details === receipt.details
  if (isMoot || isSame) return isNews ? acknowledged : undefined
  const notice_at = status === 'failed' ? now : null
  return { ...acknowledged, status, reason, details, answered_by: by, answered_at: now, notice_at }
}

/**
 * Decides what becomes of a receipt that nobody can or must answer any more. A system that went away before it had
 * answered has failed, because nobody can say that it has acted; an answer that it gave stands.
 *
 * @param now business time, in milliseconds
 * @returns the new state; undefined if nothing changes
 */
export function afterEnd(receipt: State, why: Ended, now: number): State | undefined {
  const isMoot = why === 'restored' || why === 'departed_again' || why === 'no_longer_deprovisions'
  if (isSettled(receipt) || (!isMoot && !isUnanswered(receipt))) return undefined
  const ended = { reason: why, details: null, answered_by: 'platform' as const, answered_at: now }
  return isMoot
    ? { ...stateOf(receipt), ...ended, status: 'not_applicable', notice_at: null }
    : { ...stateOf(receipt), ...ended, status: 'failed', notice_at: now }
}

const stateOf = (state: State): State => ({
  status: state.status,
  reason: state.reason,
  details: state.details,
  answered_by: state.answered_by,
  acknowledged_at: state.acknowledged_at,
  answered_at: state.answered_at,
  notice_at: state.notice_at,
})

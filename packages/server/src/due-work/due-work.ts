import { newId } from '../ids.ts'
import type { Reader, Tx } from '../store/schema.ts'
import { insertRow } from '../store/statement.ts'
import type { View, Work } from '../store/work.ts'

/** The kinds of due work, each with a step that carries it out. */
export type WorkKind =
  | 'offboarding'
  | 'offboarding_suspension'
  | 'offboarding_batch'
  | 'handover'
  | 'held_handover'
  | 'references'
  | 'purge'
  | 'legal_hold_release'
  | 'erasure'
  | 'erasure_request_due'
  | 'leave_application_expiry'
  | 'leave_review'
  | 'invitation_expiry'
  | 'dissolution'
  | 'founder_replacement'
  | 'founder_replacement_notice'
  | 'department_deletion'
  | 'scheduled_unlink'
  | 'key_rotation'
  | 'event_retention'
  | 'held_deliveries'
  | 'recovery'
  | 'fan_out'
  | 'identifier_recycled'
  | 'departure_closing'
  | 'receipt_notices'
  | 'receipts_ended'
  | 'retention'
  | 'reason_retention'
  | 'record_retention'

export type DueWork = { orgId: string; kind: WorkKind; subjectId: string; dueAt: number }

/** A piece of due work. */
export type TakenWork = DueWork & {
  workId: string
  /** The number of failures since the last success; refusals by a rule do not count. */
  failures: number
}

/**
 * Does one step of a piece of due work in a transaction; long work is done in pages.
 *
 * @returns `again` if there is another page
 */
export type Step = (work: Work, due: DueWork & Partial<Pick<TakenWork, 'failures'>>) => Promise<'done' | 'again'>

/**
 * Schedules work.
 *
 * @param due `dueAt` is business time, in milliseconds
 */
export async function schedule(work: Work, { orgId, kind, subjectId, dueAt }: DueWork): Promise<void> {
  const row = { org_id: orgId, work_id: newId('wrk'), kind, subject_id: subjectId, due_at: dueAt }
  work.later(insertDueWork(work.db, row))
  work.wake('due_work')
}

const insertDueWork = insertRow('due_work')

/**
 * Cancels the due work of a subject. Work in progress is left to its step, which finds under the lock of its subject that there is
 * nothing left to do: waiting for it could be a deadlock.
 */
export async function unschedule(tx: Tx, orgId: string, kind: WorkKind, subjectId: string): Promise<void> {
  const rows = await tx
    .selectFrom('due_work')
    .select('work_id')
    .where('org_id', '=', orgId)
    .where('kind', '=', kind)
    .where('subject_id', '=', subjectId)
    .forUpdate()
    .skipLocked()
    .execute()
  const ids = rows.map(({ work_id }) => work_id)
  if (ids.length > 0) await tx.deleteFrom('due_work').where('org_id', '=', orgId).where('work_id', 'in', ids).execute()
}

/** True if any work is due by a time, in milliseconds of business time, even if another server is doing it. */
export async function isWorkDue(view: View): Promise<boolean> {
  const row = await view.db
    .selectFrom('due_work')
    .select('work_id')
    .where('due_at', '<=', view.now)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Reads the time at which the next work after a time falls due, in milliseconds of business time, for a clock that is moved. Keys are
 * rotated only once, at the end of a move: nobody sees those of the years in between.
 */
export async function nextDueWork(db: Reader, after: number): Promise<number | undefined> {
  const row = await db
    .selectFrom('due_work')
    .select('due_at')
    .where('due_at', '>', after)
    .where('kind', '!=', 'key_rotation')
    .orderBy('due_at')
    .limit(1)
    .executeTakeFirst()
  return row?.due_at
}

/** The number of failures in a row after which work counts as stalled: its organisation is notified once, and the metrics count it. */
export const STALLED = 4

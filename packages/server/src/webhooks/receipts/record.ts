import { sql } from 'kysely'
import { schedule } from '../../due-work/due-work.ts'
import { scheduleNotices } from '../../events/outbox/receipts.ts'
import { isOneOf, recordset } from '../../store/recordset.ts'
import type { Work } from '../../store/work.ts'
import { findMoved } from './closing.ts'
import type { ReceiptRow, State } from './transition.ts'

/** A receipt with its new state. */
export type Changed = { receipt: ReceiptRow; state: State }

/**
 * Writes the new states of receipts, however many, in one statement, and sees that failures are told. The receipts are
 * locked.
 */
export async function writeStates(work: Work, changed: readonly Changed[]): Promise<void> {
  if (changed.length === 0) return
  const rows = changed.map(({ receipt: { org_id, receipt_id }, state }) => ({ org_id, receipt_id, ...state }))
  const table = recordset(work.db, 'made', COLUMNS, rows)
  await sql`update receipt set status = made.status, reason = made.reason, details = made.details,
      answered_by = made.answered_by, acknowledged_at = made.acknowledged_at, answered_at = made.answered_at,
      notice_at = made.notice_at
    from ${table} where receipt.org_id = made.org_id and receipt.receipt_id = made.receipt_id`.execute(work.db)
  const failed = changed.filter(
    ({ receipt, state }) => state.status === 'failed' && receipt.notice_at !== state.notice_at,
  )
  for (const orgId of new Set(failed.map(({ receipt }) => receipt.org_id))) await scheduleNotices(work, orgId, work.now)
}

const COLUMNS = {
  org_id: 'text',
  receipt_id: 'text',
  status: 'text',
  reason: 'text',
  details: 'text',
  answered_by: 'text',
  acknowledged_at: 'bigint',
  answered_at: 'bigint',
  notice_at: 'bigint',
} as const

/**
 * Has the departures of changed receipts closed or opened again by due work, for transactions that can't record events of
 * several organisations. The rows of departures are locked, so that of two last answers at the same time one sees the other.
 */
export async function scheduleClosings(work: Work, changed: readonly Changed[]): Promise<void> {
  const byOrg = Map.groupBy(
    changed.filter(({ receipt, state }) => receipt.departure_id !== null && receipt.status !== state.status),
    ({ receipt }) => receipt.org_id,
  )
  for (const [orgId, some] of [...byOrg].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const ids = [...new Set(some.map(({ receipt }) => String(receipt.departure_id)))]
    await work.db
      .selectFrom('departure')
      .select('departure_id')
      .where('org_id', '=', orgId)
      .where(isOneOf(work.db, 'departure_id', ids))
      .orderBy('departure_id')
      .forUpdate()
      .execute()
    for (const subjectId of await findMoved(work.db, orgId, ids)) {
      await schedule(work, { orgId, kind: 'departure_closing', subjectId, dueAt: work.now })
    }
  }
}

import type { EventType, Schemas } from '@sendoff/api'
import { newId } from '../../ids.ts'
import type { Tx } from '../../store/schema.ts'
import type { Work } from '../../store/work.ts'
import { readReceiptTerms } from './receipt-terms.ts'

export type ReceiptType = Schemas['ReceiptEventType']

/** The types of events to which an endpoint that deprovisions owes a receipt. */
export const RECEIPT_TYPES: readonly ReceiptType[] = [
  'member.departed',
  'member.restored',
  'organization.association.unlinked',
  'app.deauthorized',
]

/** The marks of an endpoint that decide about receipts, as they are stored. */
export type ReceiptMarks = { deprovisions: number; receipt_types: string | null }

export const isReceiptType = (type: string): type is ReceiptType => (RECEIPT_TYPES as readonly string[]).includes(type)

/** Tells whether an endpoint owes a receipt to an event that it receives. */
export function owesReceipt({ deprovisions, receipt_types }: ReceiptMarks, type: EventType): type is ReceiptType {
  if (deprovisions !== 1 || !isReceiptType(type)) return false
  return receipt_types === null || (JSON.parse(receipt_types) as string[]).includes(type)
}

/** An event and the endpoint that owes a receipt for it. */
export type OwedReceipt = {
  event: { event_id: string; sequence: number; type: ReceiptType; body: string }
  endpointId: string
  appId: string
  appName: string
}

const DAY = 24 * 60 * 60 * 1000

/** The time for which receipts are kept, in milliseconds: longer than the year that an audit covers. */
export const RECEIPTS_KEPT = 400 * DAY

/** The number of rows in one statement. */
const ROWS = 250

/**
 * Inserts the receipts that endpoints owe to events of one organisation, in the transaction that makes the deliveries, in statements
 * of bounded size.
 *
 * @returns the departures that they belong to
 */
export async function insertReceipts(work: Work, orgId: string, owed: readonly OwedReceipt[]): Promise<string[]> {
  if (owed.length === 0) return []
  const { deadline, isOwed } = await readReceiptTerms(work.db, orgId)
  if (!isOwed) return []
  const deadline_at = work.now + deadline
  const rows = owed.map(({ event, endpointId, appId, appName }) => ({
    org_id: orgId,
    receipt_id: newId('rct'),
    endpoint_id: endpointId,
    app_id: appId,
    app_name: appName,
    event_id: event.event_id,
    sequence: event.sequence,
    event_type: event.type,
    ...aboutOf(event.body),
    status: 'awaited' as const,
    deadline_at,
    notice_at: deadline_at,
    created_at: work.now,
    expires_at: work.now + RECEIPTS_KEPT,
  }))
  for (let at = 0; at < rows.length; at += ROWS) {
    await work.db
      .insertInto('receipt')
      .values(rows.slice(at, at + ROWS))
      .execute()
  }
  await scheduleNotices(work, orgId, deadline_at)
  return [...new Set(rows.flatMap(({ departure_id }) => departure_id ?? []))]
}

/** Reads the thing that an event is about, and its departure. */
function aboutOf(body: string): { subject_id: string; departure_id: string | null } {
  const { data } = JSON.parse(body) as { data: Record<string, string | undefined> }
  const { account_id, association_id, authorization_id, departure_id = null } = data
  return { subject_id: account_id ?? association_id ?? authorization_id ?? '', departure_id }
}

/**
 * Sees that the administrators of an organisation are notified of receipts at a time. One row of due work for each organisation is
 * enough: its step finds the next time by itself.
 *
 * @param dueAt business time, in milliseconds
 * @param after only work that falls due after this counts; the step leaves itself out by it
 */
export async function scheduleNotices(work: Work, orgId: string, dueAt: number, after = -1): Promise<void> {
  const known = await readNotices(work.db, orgId, after)
  if (known && known.due_at <= dueAt) return
  if (known) {
    await work.db
      .updateTable('due_work')
      .set({ due_at: dueAt })
      .where('org_id', '=', orgId)
      .where('work_id', '=', known.work_id)
      .execute()
    work.wake('due_work')
  } else {
    const row = { org_id: orgId, work_id: newId('wrk'), kind: 'receipt_notices', subject_id: orgId, due_at: dueAt }
    await work.db.insertInto('due_work').values(row).execute()
    work.wake('due_work')
  }
}

/** The work that is scheduled next. Work under way is left out: it may have looked already. */
function readNotices(tx: Tx, orgId: string, after: number) {
  return tx
    .selectFrom('due_work')
    .select(['work_id', 'due_at'])
    .where('org_id', '=', orgId)
    .where('kind', '=', 'receipt_notices')
    .where('due_at', '>', after)
    .orderBy('due_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
}

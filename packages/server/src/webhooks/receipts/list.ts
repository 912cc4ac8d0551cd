import type { CallOf, Schemas } from '@sendoff/api'
import { type OrganizationActor, requireAdministrator } from '../../actor.ts'
import { Refusal } from '../../refusal.ts'
import { paged } from '../../store/page.ts'
import type { View } from '../../store/work.ts'
import { presentReceipts, visibleReceipts } from './receipt.ts'
import { UNANSWERED } from './transition.ts'

/**
 * Lists the receipts of the organisation that the actor may see, oldest first.
 *
 * @throws {Refusal} `admin_required`
 */
export async function listReceipts(
  view: View,
  actor: OrganizationActor,
  { status, overdue, event_type, subject_id, departure_id, endpoint_id, event_id, ...page }: CallOf<'receipts.list'>,
): Promise<Schemas['ReceiptList']> {
  requireAdministrator(actor)
  let query = visibleReceipts(view.db, actor).orderBy('receipt_id')
  if (status !== undefined) query = query.where('status', '=', status)
  if (event_type !== undefined) query = query.where('event_type', '=', event_type)
  if (subject_id !== undefined) query = query.where('subject_id', '=', subject_id)
  if (departure_id !== undefined) query = query.where('departure_id', '=', departure_id)
  if (endpoint_id !== undefined) query = query.where('endpoint_id', '=', endpoint_id)
  if (event_id !== undefined) query = query.where('event_id', '=', event_id)
  if (overdue === true) query = query.where('status', 'in', UNANSWERED).where('deadline_at', '<=', view.now)
  if (overdue === false) {
    query = query.where((is) => is.or([is('status', 'not in', UNANSWERED), is('deadline_at', '>', view.now)]))
  }
  const read = (after: string, limit: number) => query.where('receipt_id', '>', after).limit(limit).execute()
  const { data, next_cursor } = await paged(page, read, { key: (row) => row.receipt_id, present: (row) => row })
  return { data: await presentReceipts(view, data), next_cursor }
}

/** @throws {Refusal} `admin_required`, `receipt_not_found` */
export async function getReceipt(
  view: View,
  actor: OrganizationActor,
  { receipt_id: receiptId }: CallOf<'receipts.get'>,
): Promise<Schemas['Receipt']> {
  requireAdministrator(actor)
  const rows = await visibleReceipts(view.db, actor).where('receipt_id', '=', receiptId).execute()
  const [receipt] = await presentReceipts(view, rows)
  if (!receipt) throw new Refusal('receipt_not_found')
  return receipt
}

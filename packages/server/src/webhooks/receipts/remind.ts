import type { CallOf, EventType, Schemas } from '@sendoff/api'
import { type OrganizationActor, requireAdministrator } from '../../actor.ts'
import { audit } from '../../audit/audit.ts'
import { insertDeliveries, newDelivery } from '../../events/outbox/insert.ts'
import { lockAsAdministrator } from '../../locks/members.ts'
import { Refusal } from '../../refusal.ts'
import type { Tx } from '../../store/schema.ts'
import type { Work } from '../../store/work.ts'
import { sendByHand } from '../delivery/queue/by-hand.ts'
import { type EndpointRow, requireEnabled } from '../endpoints/endpoint.ts'
import { findReadableEvents } from '../recovery/readable-events.ts'
import { lockReceipt, visibleReceipts } from './receipt.ts'
import { isSettled, type ReceiptRow } from './transition.ts'

/**
 * Asks a system again: delivers the event to its endpoint once more, immediately, and counts it. Neither the deadline nor
 * the status changes by that.
 *
 * @throws {Refusal} `admin_required`, `receipt_not_found`, `receipt_settled`, `webhook_endpoint_not_found` when it was
 *   deleted, `webhook_endpoint_disabled`, `webhook_endpoint_unverified`, `event_not_found` when the event is no longer
 *   kept or the app may no longer read it
 */
export async function remindOfReceipt(
  work: Work,
  actor: OrganizationActor,
  { receipt_id: receiptId }: CallOf<'receipts.remind'>,
): Promise<Schemas['ReceiptReminder']> {
  requireAdministrator(actor)
  await lockAsAdministrator(work.db, actor)
  const endpoint = await lockEndpointOf(work.db, actor, receiptId)
  const receipt = await lockReceipt(work.db, actor, receiptId)
  if (isSettled(receipt)) throw new Refusal('receipt_settled')
  if (endpoint.status === 'deleted') throw new Refusal('webhook_endpoint_not_found')
  requireEnabled(endpoint)
  const event = await findEvent(work.db, receipt)
  const { endpoint_id: endpointId, ordering } = endpoint
  const delivery = newDelivery(work, event, { endpointId, enabled: true, ordering })
  await insertDeliveries(work, [delivery])
  await sendByHand(work.db, delivery, work.now)
  const reminders = receipt.reminders + 1
  await work.db
    .updateTable('receipt')
    .set({ reminders, reminded_at: work.now })
    .where('org_id', '=', receipt.org_id)
    .where('receipt_id', '=', receiptId)
    .execute()
  const { delivery_id } = delivery
  const change = { before: { reminders: receipt.reminders }, after: { reminders, delivery_id } }
  await audit(work, actor, { orgId: receipt.org_id, action: 'receipts.remind', target: receiptId, ...change })
  return { receipt_id: receiptId, delivery_id, reminders }
}

/** Locks the endpoint before its receipt, in the order of everything that records answers. */
async function lockEndpointOf(tx: Tx, actor: OrganizationActor, receiptId: string): Promise<EndpointRow> {
  const receipt = await visibleReceipts(tx, actor).where('receipt_id', '=', receiptId).executeTakeFirst()
  if (!receipt) throw new Refusal('receipt_not_found')
  return tx
    .selectFrom('webhook_endpoint')
    .selectAll()
    .where('endpoint_id', '=', receipt.endpoint_id)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

/** Finds the event, if it is kept and the app of the endpoint may still receive it. */
async function findEvent(tx: Tx, { org_id, app_id, event_type, sequence }: ReceiptRow) {
  const event = await tx
    .selectFrom('event')
    .select(['event_id', 'org_id', 'sequence', 'subject'])
    .where('org_id', '=', org_id)
    .where('sequence', '=', sequence)
    .executeTakeFirst()
  const readable = await findReadableEvents(tx, app_id)
  const isReadable = readable.some((one) => one.orgId === org_id && one.types.includes(event_type))
  if (!event || !isReadable) throw new Refusal('event_not_found')
  return { ...event, type: event_type as EventType }
}

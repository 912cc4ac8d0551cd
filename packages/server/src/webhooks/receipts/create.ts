import type { CallOf, Schemas } from '@sendoff/api'
import type { Actor, OrganizationActor } from '../../actor.ts'
import { lockOwnerOf } from '../../locks/app-owner.ts'
import { invalid, Refusal } from '../../refusal.ts'
import type { Tx } from '../../store/schema.ts'
import type { Work } from '../../store/work.ts'
import { answerReceipt } from './answer.ts'
import type { ReceiptRow } from './transition.ts'

/**
 * Files the receipt of an app's endpoint for an event, at any time: it may come after the deadline, and the last word
 * counts.
 *
 * @throws {Refusal} `receipt_not_found`, `receipt_ambiguous`, `invalid_request` for a failure without a reason
 */
export async function createReceipt(
  work: Work,
  app: OrganizationActor,
  { status, ...call }: CallOf<'receipts.create'>,
): Promise<Schemas['Receipt']> {
  const [reason, details] = [call.reason ?? null, call.details ?? null]
  if (status === 'failed' && reason === null) throw invalid('/reason', 'receipt.reason')
  await lockOwnerOf(work.db, app.id)
  const of = 'delivery_id' in call ? await findDelivery(work.db, app, call.delivery_id) : call
  const [receipt, ...others] = await lockReceiptsOf(work.db, app, of)
  if (!receipt) throw new Refusal('receipt_not_found')
  if (others.length > 0) throw new Refusal('receipt_ambiguous')
  return answerReceipt(work, app, receipt, { status, reason, details, by: 'app' }, 'receipts.create')
}

async function findDelivery(tx: Tx, { orgId }: OrganizationActor, deliveryId: string) {
  const row = await tx
    .selectFrom('delivery')
    .select(['event_id', 'endpoint_id'])
    .where('org_id', '=', orgId)
    .where('delivery_id', '=', deliveryId)
    .executeTakeFirst()
  if (!row) throw new Refusal('receipt_not_found')
  return row
}

/** Finds the receipts that the app's endpoints owe for an event; two are enough to know that there are several. */
function lockReceiptsOf(
  tx: Tx,
  { orgId, id }: Actor & { orgId: string },
  { event_id, endpoint_id }: { event_id: string; endpoint_id?: string },
): Promise<ReceiptRow[]> {
  let query = tx
    .selectFrom('receipt')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('event_id', '=', event_id)
    .where('app_id', '=', id)
  if (endpoint_id !== undefined) query = query.where('endpoint_id', '=', endpoint_id)
  return query.orderBy('receipt_id').limit(2).forUpdate().execute()
}

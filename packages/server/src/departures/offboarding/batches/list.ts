import type { CallOf, Schemas } from '@sendoff/api'
import { type OrganizationActor, requireAdministrator } from '../../../actor.ts'
import { invalid } from '../../../refusal.ts'
import { paged } from '../../../store/page.ts'
import type { View } from '../../../store/work.ts'
import { findBatch, itemsOf, presentBatch, presentItem } from './batch.ts'

/**
 * Lists batches with their progress, oldest first.
 *
 * @throws {Refusal} `admin_required`
 */
export async function listBatches(
  { db }: View,
  actor: OrganizationActor,
  { status, ...page }: CallOf<'offboardingBatches.list'>,
): Promise<Schemas['OffboardingBatchList']> {
  requireAdministrator(actor)
  let query = db.selectFrom('offboarding_batch').selectAll().where('org_id', '=', actor.orgId).orderBy('batch_id')
  if (status) query = query.where('status', '=', status)
  return paged(page, (after, limit) => query.where('batch_id', '>', after).limit(limit).execute(), {
    key: (row) => row.batch_id,
    present: presentBatch,
  })
}

/**
 * Lists the items of a batch with their results, in the order of the request.
 *
 * @throws {Refusal} `admin_required`, `offboarding_batch_not_found`
 */
export async function listBatchItems(
  { db }: View,
  actor: OrganizationActor,
  { batch_id: batchId, status, ...page }: CallOf<'offboardingBatches.listItems'>,
): Promise<Schemas['OffboardingBatchItemList']> {
  requireAdministrator(actor)
  const batch = await findBatch(db, actor.orgId, batchId)
  const isCanceled = batch.status === 'canceled'
  // Items that had not begun stay pending in the store when their batch is canceled.
  const stored = status === 'canceled' ? 'pending' : status
  const isNone = (status === 'canceled') !== isCanceled && stored === 'pending'
  let query = itemsOf(db, batch).orderBy('position')
  if (stored) query = query.where('status', '=', stored)
  const read = async (after: string, limit: number) =>
    isNone
      ? []
      : query
          .where('position', '>', after === '' ? -1 : positionOf(after))
          .limit(limit)
          .execute()
  return paged(page, read, {
    key: (row) => String(row.position),
    present: (row) => ({
      ...presentItem(batch, row, actor),
      report: row.report === null ? null : JSON.parse(row.report),
    }),
  })
}

/** @throws {Refusal} `invalid_request` for a cursor of another list */
function positionOf(key: string): number {
  const position = Number(key)
  if (!Number.isSafeInteger(position)) throw invalid({ in: 'query', pointer: '/cursor' }, 'query.cursor')
  return position
}

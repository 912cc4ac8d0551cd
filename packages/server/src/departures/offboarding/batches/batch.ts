import type { CallOf, Schemas } from '@sendoff/api'
import type { Selectable } from 'kysely'
import { type OrganizationActor, requireAdministrator } from '../../../actor.ts'
import { timestamp } from '../../../clock.ts'
import { Refusal } from '../../../refusal.ts'
import type { Reader, Schema } from '../../../store/schema.ts'
import type { View } from '../../../store/work.ts'
import { presentProblem } from './problem.ts'

export type BatchRow = Selectable<Schema['offboarding_batch']>
export type ItemRow = Selectable<Schema['offboarding_batch_item']>

/** The most items that are shown with their batch. */
const MOST_SHOWN = 500

/** @throws {Refusal} `admin_required`, `offboarding_batch_not_found` */
export async function getBatch(
  { db }: View,
  actor: OrganizationActor,
  { batch_id: batchId }: CallOf<'offboardingBatches.get'>,
): Promise<Schemas['OffboardingBatch']> {
  requireAdministrator(actor)
  const batch = await findBatch(db, actor.orgId, batchId)
  const rows = await itemsOf(db, batch).orderBy('position').limit(MOST_SHOWN).execute()
  return { ...presentBatch(batch), items: rows.map((row) => presentItem(batch, row, actor)) }
}

/** @throws {Refusal} `offboarding_batch_not_found` */
export async function findBatch(db: Reader, orgId: string, batchId: string): Promise<BatchRow> {
  const batch = await db
    .selectFrom('offboarding_batch')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('batch_id', '=', batchId)
    .executeTakeFirst()
  if (!batch) throw new Refusal('offboarding_batch_not_found')
  return batch
}

/** Selects the items of a batch. */
export const itemsOf = (db: Reader, { org_id, batch_id }: Pick<BatchRow, 'org_id' | 'batch_id'>) =>
  db.selectFrom('offboarding_batch_item').selectAll().where('org_id', '=', org_id).where('batch_id', '=', batch_id)

/** A batch as the contract shows it, without its items. */
export function presentBatch(row: BatchRow): Omit<Schemas['OffboardingBatch'], 'items'> {
  return {
    batch_id: row.batch_id,
    status: row.status,
    dry_run: row.is_dry_run === 1,
    filter: row.filter === null ? null : JSON.parse(row.filter),
    revision: row.revision,
    not_matched: JSON.parse(row.not_matched ?? '[]'),
    ...countsOf(row),
    pending: row.status === 'running' ? row.total - row.succeeded - row.failed : 0,
    requested_by: requesterOf(row),
    created_at: timestamp(row.created_at),
    completed_at: row.completed_at === null ? null : timestamp(row.completed_at),
  }
}

/** The results of a batch; whatever was pending when it was canceled is canceled. */
export function countsOf({ status, total, succeeded, failed }: BatchRow) {
  return { total, succeeded, failed, canceled: status === 'canceled' ? total - succeeded - failed : 0 }
}

/** Returns the actor that asked for a batch, for whom its items are carried out. */
export function requesterOf({ actor }: BatchRow): Schemas['Requester'] {
  const { type, id } = JSON.parse(actor) as OrganizationActor
  return { type, id }
}

/** An item as the contract shows it, in the language of its reader. */
export function presentItem(
  batch: BatchRow,
  row: ItemRow,
  { origin }: OrganizationActor,
): Schemas['OffboardingBatchItem'] {
  const { position, item, status, offboarding_id, failure } = row
  // The request of a batch by filter has the members of each item itself, except the account.
  const within = batch.filter === null ? `/items/${position}` : ''
  const problem = presentProblem(row, within, origin.language)
  const isAccount = batch.filter !== null && problem?.pointer === '/account_id'
  return {
    position,
    account_id: (JSON.parse(item) as { account_id: string }).account_id,
    status: batch.status === 'canceled' && status === 'pending' ? 'canceled' : status,
    offboarding_id,
    failure,
    problem: isAccount ? { ...problem, pointer: null } : problem,
  }
}

import type { Schemas } from '@sendoff/api'
import type { OrganizationActor } from '../../../actor.ts'
import type { Step } from '../../../due-work/due-work.ts'
import { system } from '../../../events/event.ts'
import { Refusal } from '../../../refusal.ts'
import type { Tx } from '../../../store/schema.ts'
import type { Work } from '../../../store/work.ts'
import { offboardOfBatch } from '../offboard.ts'
import { type BatchRow, itemsOf } from './batch.ts'
import { endBatch } from './end.ts'
import { refused } from './problem.ts'
import { type Result, rehearse } from './rehearse.ts'

type Item = Schemas['CreateOffboardingRequest']

/**
 * The number of attempts for an item that fails for another reason than a rule; the rest of the batch waits for them.
 */
const MOST_TRIES = 3

/** The number of items of a dry run in one transaction; after a failure it is one, so that only one is failed. */
const DRY_PAGE = 10

/** Offboards the next member of a batch. Each item has its own transaction, so that a failure does not undo others. */
export const offboardingBatchStep: Step = async (work, { orgId, subjectId, failures = 0 }) => {
  const batch = await lockBatch(work.db, orgId, subjectId)
  if (batch?.status !== 'running') return 'done'
  if (batch.next_position >= batch.total) {
    await endBatch(work, batch, 'completed', system)
    return 'done'
  }
  const actor = { ...JSON.parse(batch.actor), orgId } as OrganizationActor
  const size = batch.is_dry_run === 1 && failures === 0 ? DRY_PAGE : 1
  const rows = await itemsOf(work.db, batch)
    .where('position', '>=', batch.next_position)
    .orderBy('position')
    .limit(size)
    .execute()
  const items = rows.map(({ item }) => ({ ...JSON.parse(batch.template ?? '{}'), ...JSON.parse(item) }) as Item)
  const carryOut = (within: Work, item: Item) => tryItem(within, actor, item, subjectId)
  if (failures >= MOST_TRIES) await record(work.db, batch, [refused(new Refusal('internal_error'))])
  else if (batch.is_dry_run === 1) await record(work.db, batch, await rehearse(work, batch, items, { actor, carryOut }))
  else for (const item of items) await record(work.db, batch, [await carryOut(work, item)])
  return 'again'
}

/** Locks a batch before anything else, so that a cancel comes before or after an item. */
export async function lockBatch(tx: Tx, orgId: string, batchId: string): Promise<BatchRow | undefined> {
  return tx
    .selectFrom('offboarding_batch')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('batch_id', '=', batchId)
    .forUpdate()
    .executeTakeFirst()
}

/** All rules are checked before anything is written, so that a refusal changes nothing. */
async function tryItem(work: Work, actor: OrganizationActor, item: Item, batchId: string) {
  try {
    const { offboarding_id } = await offboardOfBatch(work, actor, item, batchId)
    return { status: 'succeeded' as const, offboarding_id }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return refused(error, item.handover)
  }
}

/** Records the results of the next items. */
async function record(
  tx: Tx,
  { org_id, batch_id, next_position, succeeded, failed }: BatchRow,
  results: Result[],
): Promise<void> {
  for (const [i, result] of results.entries()) {
    await tx
      .updateTable('offboarding_batch_item')
      .set(result)
      .where('org_id', '=', org_id)
      .where('batch_id', '=', batch_id)
      .where('position', '=', next_position + i)
      .execute()
  }
  const good = results.filter(({ status }) => status === 'succeeded').length
  await tx
    .updateTable('offboarding_batch')
    .set({
      succeeded: succeeded + good,
      failed: failed + results.length - good,
      next_position: next_position + results.length,
    })
    .where('org_id', '=', org_id)
    .where('batch_id', '=', batch_id)
    .execute()
}

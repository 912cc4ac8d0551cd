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

type Item = Schemas['CreateOffboardingRequest']

/**
 * The number of attempts for an item that fails for another reason than a rule; the rest of the batch waits for them.
 */
const MOST_TRIES = 3

/** Offboards the next member of a batch. Each item has its own transaction, so that a failure does not undo others. */
export const offboardingBatchStep: Step = async (work, { orgId, subjectId, failures = 0 }) => {
  const batch = await lockBatch(work.db, orgId, subjectId)
  if (batch?.status !== 'running') return 'done'
  if (batch.next_position >= batch.total) {
    await endBatch(work, batch, 'completed', system)
    return 'done'
  }
  const next = await itemsOf(work.db, batch).where('position', '=', batch.next_position).executeTakeFirstOrThrow()
  const actor = { ...JSON.parse(batch.actor), orgId } as OrganizationActor
  const item = { ...JSON.parse(batch.template ?? '{}'), ...JSON.parse(next.item) } as Item
  const result =
    failures < MOST_TRIES ? await tryItem(work, actor, item, subjectId) : refused(new Refusal('internal_error'))
  await record(work.db, batch, result)
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

async function record(
  tx: Tx,
  { org_id, batch_id, next_position, succeeded, failed }: BatchRow,
  result: Awaited<ReturnType<typeof tryItem>>,
): Promise<void> {
  await tx
    .updateTable('offboarding_batch_item')
    .set(result)
    .where('org_id', '=', org_id)
    .where('batch_id', '=', batch_id)
    .where('position', '=', next_position)
    .execute()
  const count = result.status === 'succeeded' ? { succeeded: succeeded + 1 } : { failed: failed + 1 }
  await tx
    .updateTable('offboarding_batch')
    .set({ ...count, next_position: next_position + 1 })
    .where('org_id', '=', org_id)
    .where('batch_id', '=', batch_id)
    .execute()
}

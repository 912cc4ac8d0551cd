import type { Schemas } from '@sendoff/api'
import type { OrganizationActor } from '../../../actor.ts'
import type { Step } from '../../../due-work/due-work.ts'
import { system } from '../../../events/event.ts'
import { lockMembers } from '../../../locks/members.ts'
import { Refusal } from '../../../refusal.ts'
import type { Tx } from '../../../store/schema.ts'
import { type Placing, statement } from '../../../store/statement.ts'
import type { Work } from '../../../store/work.ts'
import { offboardOfBatch } from '../offboard.ts'
import type { BatchRow } from './batch.ts'
import { endBatch } from './end.ts'
import { refused } from './problem.ts'
import { type Result, rehearse } from './rehearse.ts'

type Item = Schemas['CreateOffboardingRequest']

/**
 * The number of attempts for an item that fails for another reason than a rule; the rest of the batch waits for them.
 */
const MOST_TRIES = 3

/** The number of items in one transaction, which keeps others from SQLite; after a failure it is one, so that only one is failed. */
const PAGE = { real: 5, dry: 10 }

/** Offboards the next members of a batch. After a failure each item has its own transaction, so that it does not undo others. */
export const offboardingBatchStep: Step = async (work, { orgId, subjectId, failures = 0 }) => {
  const batch = await lockBatch(work.db, orgId, subjectId)
  if (batch?.status !== 'running') return 'done'
  if (batch.next_position >= batch.total) {
    await endBatch(work, batch, 'completed', system)
    return 'done'
  }
  const actor = { ...JSON.parse(batch.actor), orgId } as OrganizationActor
  const size = failures > 0 ? 1 : batch.is_dry_run === 1 ? PAGE.dry : PAGE.real
  const { org_id, batch_id, next_position: from } = batch
  const rows = await readNext(work.db, { org_id, batch_id, from, to: from + size })
  const items = rows.map(({ item }) => ({ ...JSON.parse(batch.template ?? '{}'), ...JSON.parse(item) }) as Item)
  const carryOut = (within: Work, item: Item) => tryItem(within, actor, item, subjectId)
  if (failures >= MOST_TRIES) await record(work.db, batch, [refused(new Refusal('internal_error'))])
  else if (batch.is_dry_run === 1) await record(work.db, batch, await rehearse(work, batch, items, { actor, carryOut }))
  else await record(work.db, batch, await carryOutAll(work, orgId, items, { actor, carryOut }))
  return 'again'
}

const readNext = statement((db, $: Placing<Of & { from: number; to: number }>) =>
  db
    .selectFrom('offboarding_batch_item')
    .select('item')
    .where('org_id', '=', $('org_id'))
    .where('batch_id', '=', $('batch_id'))
    .where('position', '>=', $('from'))
    .where('position', '<', $('to'))
    .orderBy('position'),
)

async function carryOutAll(
  work: Work,
  orgId: string,
  items: Item[],
  { actor, carryOut }: { actor: OrganizationActor; carryOut: (work: Work, item: Item) => Promise<Result> },
): Promise<Result[]> {
  const ids = items.map(({ account_id }) => account_id)
  // In the order of their ids and before the organisation, because the items come in any order.
  if (ids.length > 1) await lockMembers(work.db, orgId, actor.type === 'user' ? [...ids, actor.id] : ids)
  const results: Result[] = []
  for (const item of items) results.push(await carryOut(work, item))
  return results
}

/** Locks a batch before anything else, so that a cancel comes before or after an item. */
export async function lockBatch(tx: Tx, orgId: string, batchId: string): Promise<BatchRow | undefined> {
  const [batch] = await lock(tx, { orgId, batchId })
  return batch
}

const lock = statement((db, $: Placing<{ orgId: string; batchId: string }>) =>
  db
    .selectFrom('offboarding_batch')
    .selectAll()
    .where('org_id', '=', $('orgId'))
    .where('batch_id', '=', $('batchId'))
    .forUpdate(),
)

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
  const good = results.filter(({ status }) => status === 'succeeded').length
  const none = { offboarding_id: null, failure: null, problem: null, report: null }
  await Promise.all([
    ...results.map((result, i) => setResult(tx, { org_id, batch_id, position: next_position + i, ...none, ...result })),
    setProgress(tx, {
      ...{ org_id, batch_id, succeeded: succeeded + good, failed: failed + results.length - good },
      next_position: next_position + results.length,
    }),
  ])
}

type Of = Pick<BatchRow, 'org_id' | 'batch_id'>
type Filled = { [Name in keyof Result]-?: Exclude<Result[Name], undefined> | null } & { status: Result['status'] }

const setResult = statement((db, $: Placing<Of & Filled & { position: number }>) =>
  db
    .updateTable('offboarding_batch_item')
    .set({
      status: $('status'),
      offboarding_id: $('offboarding_id'),
      failure: $('failure'),
      problem: $('problem'),
      report: $('report'),
    })
    .where('org_id', '=', $('org_id'))
    .where('batch_id', '=', $('batch_id'))
    .where('position', '=', $('position')),
)

const setProgress = statement((db, $: Placing<Of & Pick<BatchRow, 'succeeded' | 'failed' | 'next_position'>>) =>
  db
    .updateTable('offboarding_batch')
    .set({ succeeded: $('succeeded'), failed: $('failed'), next_position: $('next_position') })
    .where('org_id', '=', $('org_id'))
    .where('batch_id', '=', $('batch_id')),
)

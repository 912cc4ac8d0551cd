import type { Schemas } from '@sendoff/api'
import { sql } from 'kysely'
import type { OrganizationActor } from '../../../actor.ts'
import { timestamp } from '../../../clock.ts'
import { lockMembers } from '../../../locks/members.ts'
import { isOneOf } from '../../../store/recordset.ts'
import type { Tx } from '../../../store/schema.ts'
import { Transacted, type Work } from '../../../store/work.ts'
import { makePlan, planInventory } from '../../handover/plan.ts'
import { namedRecipients } from '../../handover/recipients.ts'
import { type BatchRow, itemsOf } from './batch.ts'

type Item = Schemas['CreateOffboardingRequest']

/** The most rows of an inventory in a report. */
const MOST_ROWS = 100

/** The columns of an item that was carried out or refused. */
export type Result = {
  status: 'succeeded' | 'failed'
  offboarding_id?: string
  failure?: string
  problem?: string
  report?: string
}

/**
 * Carries out items of a dry run with the function of a real batch, and takes everything back: a savepoint of the transaction is rolled
 * back, and what the transaction would announce is forgotten.
 *
 * @param carryOut carries out one item
 * @returns the result of each item, with its report if it succeeded
 */
export async function rehearse(
  work: Work,
  batch: BatchRow,
  items: Item[],
  { actor, carryOut }: { actor: OrganizationActor; carryOut: (work: Work, item: Item) => Promise<Result> },
): Promise<Result[]> {
  const { db, now, traceparent } = work
  const rehearsal = new Transacted(db, { now, traceparent })
  await sql`savepoint rehearsal`.execute(db)
  const ids = items.map(({ account_id }) => account_id)
  // In one statement in the order of their ids, because the items come in any order.
  const locked = await lockMembers(db, batch.org_id, actor.type === 'user' ? [...ids, actor.id] : ids)
  await markEarlier(db, batch, [
    ...ids,
    ...locked.flatMap(({ manager_id }) => manager_id ?? []),
    ...items.flatMap(({ handover }) => namedRecipients(handover ?? {})),
  ])
  const results: Result[] = []
  for (const item of items) {
    // The departure moves the resources, so they are planned before it.
    const inventory = await inventoryOf(db, batch.org_id, item)
    const { offboarding_id: _, ...result } = await carryOut(rehearsal, item)
    results.push(
      result.status === 'succeeded' ? { ...result, report: JSON.stringify(reportOf(now, item, inventory)) } : result,
    )
  }
  await rehearsal.settled()
  await sql`rollback to savepoint rehearsal`.execute(db)
  await sql`release savepoint rehearsal`.execute(db)
  return results
}

/**
 * Marks the members who would have departed by earlier items, as far as the following ones depend on them: themselves, administrators,
 * heads, the fallback and the given members.
 */
async function markEarlier(db: Tx, batch: BatchRow, accountIds: string[]): Promise<void> {
  if (batch.next_position === 0) return
  const { org_id } = batch
  const administrators = await db
    .selectFrom('account')
    .select('account_id')
    .where('org_id', '=', org_id)
    .where('role', 'in', ['founder', 'admin'])
    .execute()
  const heads = await db.selectFrom('department').select('head_id').distinct().where('org_id', '=', org_id).execute()
  const { leave_fallback_recipient_id } = await db
    .selectFrom('organization')
    .select('leave_fallback_recipient_id')
    .where('org_id', '=', org_id)
    .executeTakeFirstOrThrow()
  const relevant = new Set<string | null>([
    ...accountIds,
    ...administrators.map(({ account_id }) => account_id),
    ...heads.map(({ head_id }) => head_id),
    leave_fallback_recipient_id,
  ])
  const earlier = await itemsOf(db, batch).clearSelect().select('item').where('status', '=', 'succeeded').execute()
  const departed = earlier
    .map(({ item }) => (JSON.parse(item) as Item).account_id)
    .filter((account_id) => relevant.has(account_id))
  if (departed.length === 0) return
  await db
    .updateTable('account')
    .set({ status: 'departed' })
    .where('org_id', '=', org_id)
    .where(isOneOf(db, 'account_id', departed))
    .execute()
}

type Inventory = Schemas['PlannedHandover'][]

/** Plans the handover of an item as its departure does; nothing for somebody who is not a member, whom carrying out refuses. */
async function inventoryOf(db: Tx, orgId: string, { account_id, handover = {} }: Item): Promise<Inventory> {
  const member = await db
    .selectFrom('account')
    .select(['account_id', 'manager_id'])
    .where('org_id', '=', orgId)
    .where('account_id', '=', account_id)
    .executeTakeFirst()
  if (!member) return []
  const leaver = { ...member, org_id: orgId }
  return planInventory(db, leaver, await makePlan(db, leaver, handover))
}

function reportOf(now: number, { effective_at }: Item, inventory: Inventory): Schemas['OffboardingBatchReport'] {
  return {
    effective_at: timestamp(effective_at === undefined ? now : Date.parse(effective_at)),
    total: inventory.reduce((sum, { count }) => sum + count, 0),
    inventory: inventory.slice(0, MOST_ROWS),
  }
}

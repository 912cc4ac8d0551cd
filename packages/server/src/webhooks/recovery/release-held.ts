import { type Step, schedule } from '../../due-work/due-work.ts'
import { isPostgres } from '../../store/recordset.ts'
import type { Work } from '../../store/work.ts'
import { giveUpSome, holdSome } from '../delivery/queue/hold.ts'

/** The number of deliveries that one transaction releases. */
const PAGE = 500
/** Longer than any transaction that was already running, in milliseconds. */
const LATE = 60_000

/**
 * Brings an endpoint's deliveries in line with its status, page by page: released when it takes deliveries again, held when it was
 * disabled, given up when it was deleted.
 */
export async function scheduleRelease(work: Work, endpointId: string): Promise<void> {
  const owner = await work.db
    .selectFrom('webhook_endpoint as endpoint')
    .innerJoin('app', 'app.app_id', 'endpoint.app_id')
    .select('app.org_id')
    .where('endpoint.endpoint_id', '=', endpointId)
    .executeTakeFirst()
  const due = { orgId: owner?.org_id ?? '', subjectId: endpointId }
  await schedule(work, { ...due, kind: 'held_deliveries', dueAt: work.now })
  // A transaction that found the endpoint disabled may hold its delivery long after this is done.
  if (isPostgres(work.db)) await schedule(work, { ...due, kind: 'held_deliveries', dueAt: work.now + LATE })
}

/** Does one page of {@link scheduleRelease}. */
export const releaseHeldStep: Step = async (work, { subjectId: endpointId }) => {
  const endpoint = await work.db
    .selectFrom('webhook_endpoint')
    .select('status')
    .where('endpoint_id', '=', endpointId)
    .forUpdate()
    .executeTakeFirst()
  if (endpoint?.status === 'disabled') return (await holdSome(work.db, endpointId)) ? 'again' : 'done'
  if (endpoint?.status === 'deleted') return (await giveUpSome(work.db, endpointId, work.now)) ? 'again' : 'done'
  if (endpoint?.status !== 'enabled') return 'done'
  const held = await work.db
    .selectFrom('delivery')
    .select('delivery_id')
    .where('endpoint_id', '=', endpointId)
    .where('status', '=', 'held')
    .orderBy('delivery_id')
    .limit(PAGE)
    .execute()
  const ids = held.map(({ delivery_id }) => delivery_id)
  if (ids.length > 0) await releaseDeliveries(work, endpointId, ids)
  return ids.length === PAGE ? 'again' : 'done'
}

/** Makes held deliveries due now, each with all attempts of the schedule. */
export async function releaseDeliveries(work: Work, endpointId: string, ids: string[]): Promise<void> {
  await work.db
    .updateTable('delivery')
    .set({ status: 'pending', due_at: work.now, counted: 0, finished_at: null })
    .where('delivery_id', 'in', ids)
    .where('status', '=', 'held')
    .execute()
  work.wake('deliveries', endpointId)
}

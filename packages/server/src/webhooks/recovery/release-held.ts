import { type Step, schedule } from '../../due-work/due-work.ts'
import { isPostgres } from '../../store/recordset.ts'
import type { Tx } from '../../store/schema.ts'
import { leave } from '../../store/store.ts'
import { giveUpSome, holdSome } from '../delivery/queue/hold.ts'

/** How many deliveries are released in one transaction. */
const PAGE = 500
/** No transaction of before lasts so long, in milliseconds. */
const LATE = 60_000

/**
 * Has what an endpoint is owed follow its status, in pages: delivered when it takes deliveries again, held when it was disabled,
 * given up when it was deleted.
 */
export async function scheduleRelease(tx: Tx, endpointId: string, now: number): Promise<void> {
  const owner = await tx
    .selectFrom('webhook_endpoint as endpoint')
    .innerJoin('app', 'app.app_id', 'endpoint.app_id')
    .select('app.org_id')
    .where('endpoint.endpoint_id', '=', endpointId)
    .executeTakeFirst()
  const work = { orgId: owner?.org_id ?? '', subjectId: endpointId }
  await schedule(tx, { ...work, kind: 'held_deliveries', dueAt: now })
  // An event that is being recorded may have found the endpoint disabled, and holds its delivery when this is long done.
  if (isPostgres(tx)) await schedule(tx, { ...work, kind: 'held_deliveries', dueAt: now + LATE })
}

/** A page of what {@link scheduleRelease} has done. */
export const releaseHeldStep: Step = async (tx, { subjectId: endpointId }, now) => {
  const endpoint = await tx
    .selectFrom('webhook_endpoint')
    .select('status')
    .where('endpoint_id', '=', endpointId)
    .forUpdate()
    .executeTakeFirst()
  if (endpoint?.status === 'disabled') return (await holdSome(tx, endpointId)) ? 'again' : 'done'
  if (endpoint?.status === 'deleted') return (await giveUpSome(tx, endpointId, now)) ? 'again' : 'done'
  if (endpoint?.status !== 'enabled') return 'done'
  const held = await tx
    .selectFrom('delivery')
    .select('delivery_id')
    .where('endpoint_id', '=', endpointId)
    .where('status', '=', 'held')
    .orderBy('delivery_id')
    .limit(PAGE)
    .execute()
  const ids = held.map(({ delivery_id }) => delivery_id)
  if (ids.length > 0) await releaseDeliveries(tx, endpointId, ids, now)
  return ids.length === PAGE ? 'again' : 'done'
}

/** Makes held deliveries due now, each with all the attempts that the schedule has. */
export async function releaseDeliveries(tx: Tx, endpointId: string, ids: string[], now: number): Promise<void> {
  await tx
    .updateTable('delivery')
    .set({ status: 'pending', due_at: now, counted: 0, finished_at: null })
    .where('delivery_id', 'in', ids)
    .where('status', '=', 'held')
    .execute()
  leave(tx, 'deliveries', endpointId)
}

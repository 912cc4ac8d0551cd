import type { EventType } from '@sendoff/api'
import type { Step } from '../../due-work/due-work.ts'
import { isOneOf } from '../../store/recordset.ts'
import type { Schema, Tx } from '../../store/schema.ts'
import type { Work } from '../../store/work.ts'
import { isEndpointEvent } from '../event.ts'
import type { Audience } from './audience.ts'
import { insertDeliveries, newDelivery } from './insert.ts'
import { oweReceiptsOfPage } from './receipts-of-page.ts'

/** The number of deliveries that one transaction makes. Everybody else waits for one page at most, so pages are small. */
const PAGE = 250
/** The number of events that it looks at, at most: most of them may be of no interest to anybody. */
const EVENTS = 500

/**
 * Creates the next page of the deliveries that transactions left to be created, those of the oldest event first. The
 * progress is stored in the transaction that creates them, so that none is created twice or left out, whenever the
 * server is killed.
 *
 * @see docs/decisions/delivery-engine.md
 */
export const fanOutStep: Step = async (work, { orgId }) => {
  const next = await work.db
    .selectFrom('fan_out')
    .selectAll()
    .where('org_id', '=', orgId)
    .orderBy('up_to')
    .limit(1)
    .executeTakeFirst()
  if (!next) return 'done'
  const { deliveries, reached } = await readPage(work.db, next)
  const owed = await stillOwed(work, orgId, deliveries)
  await insertDeliveries(
    work,
    owed.map(({ delivery }) => delivery),
  )
  await oweReceiptsOfPage(work, orgId, owed)
  const one = { org_id: orgId, up_to: next.up_to }
  if (reached.next_sequence <= next.up_to) {
    await work.db
      .updateTable('fan_out')
      .set(reached)
      .where('org_id', '=', one.org_id)
      .where('up_to', '=', one.up_to)
      .execute()
    return 'again'
  }
  await work.db.deleteFrom('fan_out').where('org_id', '=', one.org_id).where('up_to', '=', one.up_to).execute()
  return endOne(work.db, orgId)
}

type Owed = { event: Parameters<typeof newDelivery>[1]; endpointId: string }

/** Reads whom the next events go to, and up to where a page reaches. */
async function readPage(tx: Tx, from: Schema['fan_out']) {
  const { recipients } = await tx
    .selectFrom('fan_out_audience')
    .select('recipients')
    .where('org_id', '=', from.org_id)
    .where('audience_id', '=', from.audience_id)
    .executeTakeFirstOrThrow()
  const events = await tx
    .selectFrom('event')
    .select(['event_id', 'org_id', 'sequence', 'type', 'subject'])
    .where('org_id', '=', from.org_id)
    .where('sequence', '>=', from.next_sequence)
    .where('sequence', '<=', from.up_to)
    .orderBy('sequence')
    .limit(EVENTS)
    .execute()
  const endpointsOf = recipientsByType(JSON.parse(recipients))
  const deliveries: Owed[] = []
  let { next_recipient } = from
  for (const event of events) {
    const type = event.type as EventType
    const endpoints = endpointsOf(type)
    const some = endpoints.slice(next_recipient, next_recipient + PAGE - deliveries.length)
    deliveries.push(...some.map((endpointId) => ({ event: { ...event, type }, endpointId })))
    next_recipient += some.length
    if (next_recipient < endpoints.length) {
      return { deliveries, reached: { next_sequence: event.sequence, next_recipient } }
    }
    next_recipient = 0
  }
  // Events that retention has removed in the meantime are skipped.
  const last = events.length < EVENTS ? from.up_to : (events.at(-1)?.sequence ?? from.up_to)
  return { deliveries, reached: { next_sequence: last + 1, next_recipient: 0 } }
}

function recipientsByType(audience: Audience): (type: EventType) => string[] {
  const known = new Map<EventType, string[]>()
  return (type) => {
    const endpoints =
      known.get(type) ?? audience.filter(({ types }) => types.includes(type)).flatMap(({ endpoints }) => endpoints)
    known.set(type, endpoints)
    return endpoints
  }
}

/** Leaves out deleted endpoints and what an app may not receive any more; what a disabled endpoint is owed is held. */
async function stillOwed(work: Work, orgId: string, owed: Owed[]) {
  const ids = [...new Set(owed.map(({ endpointId }) => endpointId))]
  const endpoints = await work.db
    .selectFrom('webhook_endpoint as endpoint')
    .innerJoin('app', 'app.app_id', 'endpoint.app_id')
    .select(['endpoint.endpoint_id', 'endpoint.app_id', 'endpoint.status', 'endpoint.ordering'])
    .select(['endpoint.deprovisions', 'endpoint.receipt_types', 'app.name'])
    .where(isOneOf(work.db, 'endpoint.endpoint_id', ids))
    .where('endpoint.status', '!=', 'deleted')
    .execute()
  const byId = new Map(endpoints.map((one) => [one.endpoint_id, one]))
  const isWithdrawn = await readWithdrawals(work.db, orgId)
  return owed.flatMap(({ event, endpointId }) => {
    const endpoint = byId.get(endpointId)
    if (!endpoint || isWithdrawn(endpoint.app_id, event)) return []
    const { status, ordering } = endpoint
    const delivery = newDelivery(work, event, { endpointId, enabled: status === 'enabled', ordering })
    return { event, endpointId, appId: endpoint.app_id, appName: endpoint.name, marks: endpoint, delivery }
  })
}

async function readWithdrawals(tx: Tx, orgId: string) {
  const rows = await tx.selectFrom('fan_out_withdrawal').selectAll().where('org_id', '=', orgId).execute()
  const withdrawals = rows.map((row) => ({
    ...row,
    types: row.types === null ? null : new Set<string>(JSON.parse(row.types)),
  }))
  return (appId: string, { sequence, type }: Owed['event']) =>
    !isEndpointEvent(type) &&
    withdrawals.some(
      ({ app_id, up_to, types }) => app_id === appId && sequence <= up_to && (types === null || types.has(type)),
    )
}

/** Counts down, under the lock of the organisation that an event takes as well; the last one takes what was kept for all with it. */
async function endOne(tx: Tx, orgId: string): Promise<'done' | 'again'> {
  const { fan_outs } = await tx
    .updateTable('organization')
    .set((set) => ({ fan_outs: set('fan_outs', '-', 1) }))
    .where('org_id', '=', orgId)
    .returning('fan_outs')
    .executeTakeFirstOrThrow()
  if (fan_outs > 0) return 'again'
  await tx.deleteFrom('fan_out_audience').where('org_id', '=', orgId).execute()
  await tx.deleteFrom('fan_out_withdrawal').where('org_id', '=', orgId).execute()
  return 'done'
}

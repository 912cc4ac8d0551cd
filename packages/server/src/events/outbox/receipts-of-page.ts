import type { EventType } from '@sendoff/api'
import { schedule } from '../../due-work/due-work.ts'
import { isOneOf } from '../../store/recordset.ts'
import type { Tx } from '../../store/schema.ts'
import type { Work } from '../../store/work.ts'
import { insertReceipts, isReceiptType, type OwedReceipt, owesReceipt, type ReceiptMarks } from './receipts.ts'

type Delivered = Pick<OwedReceipt, 'endpointId' | 'appId' | 'appName'> & {
  event: { event_id: string; sequence: number; type: EventType }
  marks: ReceiptMarks
}

/**
 * Makes the receipts of a page of deliveries that was created after the transaction of the events. A departure that was
 * undone in the meantime is owed none, and one that was closed in the meantime is looked at again.
 */
export async function oweReceiptsOfPage(work: Work, orgId: string, page: readonly Delivered[]): Promise<void> {
  const owing = page.filter(({ event, marks }) => owesReceipt(marks, event.type))
  if (owing.length === 0) return
  const bodies = await readBodies(work.db, orgId, [...new Set(owing.map(({ event }) => event.event_id))])
  const receipts = owing.flatMap(({ event: { type, ...event }, ...to }) => {
    const body = bodies.get(event.event_id)
    return body !== undefined && isReceiptType(type) ? { event: { ...event, type, body }, ...to } : []
  })
  for (const departureId of await insertReceipts(work, orgId, receipts)) {
    await schedule(work, { orgId, kind: 'departure_closing', subjectId: departureId, dueAt: work.now })
  }
}

/** Reads the bodies of events by their ids, without departures that were undone. */
async function readBodies(tx: Tx, orgId: string, eventIds: string[]): Promise<Map<string, string>> {
  const events = await tx
    .selectFrom('event')
    .select(['event_id', 'type', 'body'])
    .where('org_id', '=', orgId)
    .where(isOneOf(tx, 'event_id', eventIds))
    .execute()
  const departures = new Map(
    events
      .filter(({ type }) => type === 'member.departed')
      .map(({ event_id, body }) => [event_id, String(JSON.parse(body).data.departure_id)]),
  )
  const restored = await tx
    .selectFrom('departure')
    .select('departure_id')
    .where('org_id', '=', orgId)
    .where(isOneOf(tx, 'departure_id', [...departures.values()]))
    .where('status', '=', 'restored')
    .execute()
  const undone = new Set(restored.map(({ departure_id }) => departure_id))
  return new Map(
    events
      .filter(({ event_id }) => !undone.has(departures.get(event_id) ?? ''))
      .map(({ event_id, body }) => [event_id, body]),
  )
}

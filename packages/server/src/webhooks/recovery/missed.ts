import type { EventType } from '@sendoff/api'
import { isEndpointEvent } from '../../events/event.ts'
import type { Reader } from '../../store/schema.ts'

/** A range of an organisation's events: after one `sequence`, up to another. */
export type Span = { orgId: string; after: number; upTo: number }

/** An event that an endpoint should have received and has not. */
export type Missed = { sequence: number; why: 'missing' | 'failed' | 'held'; heldDeliveryId: string | null }

/**
 * Reads the next events of a span that an endpoint missed: no delivery of them to it succeeded or is under way.
 *
 * @param page the most events to look at
 * @returns the missed events, and the `sequence` up to which all were looked at
 */
export async function readMissed(
  db: Reader,
  endpointId: string,
  { orgId, after, upTo }: Span,
  { types, page }: { types: EventType[]; page: number },
): Promise<{ missed: Missed[]; reached: number }> {
  if (types.length === 0) return { missed: [], reached: upTo }
  const rows = await db
    .selectFrom((from) =>
      from
        .selectFrom('event')
        .select(['org_id', 'sequence', 'type'])
        .where('org_id', '=', orgId)
        .where('sequence', '>', after)
        .where('sequence', '<=', upTo)
        .where('type', 'in', types)
        .orderBy('sequence')
        .limit(page)
        .as('event'),
    )
    .leftJoin('delivery', (on) =>
      on
        .onRef('delivery.org_id', '=', 'event.org_id')
        .onRef('delivery.sequence', '=', 'event.sequence')
        .on('delivery.endpoint_id', '=', endpointId),
    )
    .select(['event.sequence', 'event.type', 'delivery.status', 'delivery.delivery_id'])
    .orderBy('event.sequence')
    .orderBy('delivery.delivery_id')
    .execute()
  const bySequence = Map.groupBy(rows, ({ sequence }) => sequence)
  const missed = [...bySequence].flatMap(([sequence, deliveries]): Missed[] => {
    const statuses = deliveries.map(({ status }) => status)
    if (statuses.includes('succeeded') || statuses.includes('pending')) return []
    const held = deliveries.findLast(({ status }) => status === 'held')
    if (held) return [{ sequence, why: 'held', heldDeliveryId: held.delivery_id }]
    if (statuses.includes('failed')) return [{ sequence, why: 'failed', heldDeliveryId: null }]
    // An endpoint can only miss an event for single endpoints if it was meant for it.
    return isEndpointEvent(deliveries[0]?.type ?? '') ? [] : [{ sequence, why: 'missing', heldDeliveryId: null }]
  })
  return { missed, reached: bySequence.size < page ? upTo : (rows.at(-1)?.sequence ?? upTo) }
}

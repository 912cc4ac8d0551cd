import { timestamp } from '../clock.ts'
import { newId } from '../ids.ts'
import { insertRow, type Placing, statement } from '../store/statement.ts'
import type { Work } from '../store/work.ts'
import type { NewEvent, RecordedEvent } from './event.ts'
import { withExternalId } from './external-id.ts'
import { findSubscribers } from './outbox/audience.ts'
import { createDeliveries, type Receiving } from './outbox/owe.ts'
import { scheduleRetention } from './retention.ts'

/**
 * Records facts in the transaction that makes them true, each with the next `sequence` of its organisation, and makes
 * the deliveries that they are owed. The counter's row stays locked until the commit, so sequence order is commit
 * order.
 *
 * @param events in order within each organisation; several organisations must already be locked
 */
export async function appendEvents(work: Work, events: NewEvent[]): Promise<RecordedEvent[]> {
  if (events.length === 0) return []
  const read = [...Map.groupBy(events, ({ orgId }) => orgId)].map(
    async ([orgId, { length: by }]) =>
      [orgId, ...(await Promise.all([countUp(work.db, { orgId, by }), findSubscribers(work.db, orgId)])), by] as const,
  )
  const [described, organizations] = await Promise.all([
    Promise.all(events.map((event) => withExternalId(work, event))),
    Promise.all(read),
  ])
  const receiving = new Map<string, Receiving>()
  const next = new Map<string, number>()
  for (const [orgId, [counter], subscribers, by] of organizations) {
    if (!counter) throw new Error('There is no organisation that the event is of')
    const { last_sequence, first_sequence, fan_outs } = counter
    const first = last_sequence - by + 1
    next.set(orgId, first)
    receiving.set(orgId, { subscribers, isFanningOut: fan_outs > 0 })
    if (first <= first_sequence && first_sequence <= last_sequence) await scheduleRetention(work, orgId, work.now)
  }
  const recorded = events.map((event, index) => {
    const sequence = next.get(event.orgId) ?? 0
    next.set(event.orgId, sequence + 1)
    return insert(work, { ...event, data: described[index] } as NewEvent, sequence)
  })
  await createDeliveries(work, recorded, receiving)
  return recorded
}

/**
 * Records a fact without any delivery; for one that is for a single endpoint.
 *
 * @param onlyFor the only app that may read it; every app with the scope if undefined
 */
export async function record(work: Work, event: NewEvent, onlyFor?: string): Promise<RecordedEvent> {
  const { orgId } = event
  const [[counter], data] = await Promise.all([countUp(work.db, { orgId, by: 1 }), withExternalId(work, event)])
  if (!counter) throw new Error('There is no organisation that the event is of')
  const { last_sequence: sequence, first_sequence } = counter
  if (sequence === first_sequence) await scheduleRetention(work, orgId, work.now)
  return insert(work, { ...event, data } as NewEvent, sequence, onlyFor)
}

function insert(work: Work, { orgId, type, actor, data }: NewEvent, sequence: number, onlyFor?: string): RecordedEvent {
  const id = newId('evt')
  const body = JSON.stringify({
    id,
    type,
    timestamp: timestamp(work.now),
    api_version: '1.0',
    org_id: orgId,
    sequence,
    actor: { type: actor.type, id: actor.id },
    data,
  })
  const recorded = { event_id: id, org_id: orgId, sequence, type, body, subject: subjectOf(data) }
  const { traceparent, now: created_at } = work
  work.later(insertEvent(work.db, { ...recorded, only_for: onlyFor ?? null, traceparent, created_at }))
  work.wake('events', orgId)
  work.noteRecorded(type)
  return recorded
}

const countUp = statement((db, $: Placing<{ orgId: string; by: number }>) =>
  db
    .updateTable('organization')
    .set((set) => ({ last_sequence: set('last_sequence', '+', $('by')) }))
    .where('org_id', '=', $('orgId'))
    .returning(['last_sequence', 'first_sequence', 'fan_outs']),
)

const insertEvent = insertRow('event')

function subjectOf(data: NewEvent['data']): string | null {
  if ('account_id' in data && typeof data.account_id === 'string') return data.account_id
  if ('association_id' in data && typeof data.association_id === 'string') return data.association_id
  return null
}

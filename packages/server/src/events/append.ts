import { timestamp } from '../clock.ts'
import { newId } from '../ids.ts'
import { insertRow, type Placing, statement } from '../store/statement.ts'
import type { Work } from '../store/work.ts'
import type { NewEvent, RecordedEvent } from './event.ts'
import { withExternalId } from './external-id.ts'
import { createDeliveries } from './outbox/owe.ts'
import { scheduleRetention } from './retention.ts'

/**
 * Records facts in the transaction that makes them true, each with the next `sequence` of its organisation, and makes
 * the deliveries that they are owed. The counter's row stays locked until the commit, so sequence order is commit
 * order.
 *
 * @param events in order within each organisation; several organisations must already be locked
 */
export async function appendEvents(work: Work, events: NewEvent[]): Promise<RecordedEvent[]> {
  const recorded: RecordedEvent[] = []
  const fanningOut = new Set<string>()
  for (const event of events) {
    const { isFanningOut, ...one } = await recordOne(work, event)
    if (isFanningOut) fanningOut.add(one.org_id)
    recorded.push(one)
  }
  await createDeliveries(work, recorded, fanningOut)
  return recorded
}

/**
 * Records a fact without any delivery; for one that is for a single endpoint.
 *
 * @param onlyFor the only app that may read it; every app with the scope if undefined
 */
export async function record(work: Work, event: NewEvent, onlyFor?: string): Promise<RecordedEvent> {
  const { isFanningOut: _, ...recorded } = await recordOne(work, event, onlyFor)
  return recorded
}

async function recordOne(work: Work, event: NewEvent, onlyFor?: string) {
  const { orgId, type, actor } = event
  const data = await withExternalId(work, event)
  const [counter] = await countUp(work.db, { orgId })
  if (!counter) throw new Error('There is no organisation that the event is of')
  const { last_sequence: sequence, first_sequence, fan_outs } = counter
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
  await insertEvent(work.db, {
    ...recorded,
    only_for: onlyFor ?? null,
    traceparent: work.traceparent ?? null,
    created_at: work.now,
  })
  work.wake('events', orgId)
  work.noteRecorded(type)
  if (sequence === first_sequence) await scheduleRetention(work, orgId, work.now)
  return { ...recorded, isFanningOut: fan_outs > 0 }
}

const countUp = statement((db, $: Placing<{ orgId: string }>) =>
  db
    .updateTable('organization')
    .set((set) => ({ last_sequence: set('last_sequence', '+', 1) }))
    .where('org_id', '=', $('orgId'))
    .returning(['last_sequence', 'first_sequence', 'fan_outs']),
)

const insertEvent = insertRow('event')

function subjectOf(data: NewEvent['data']): string | null {
  if ('account_id' in data && typeof data.account_id === 'string') return data.account_id
  if ('association_id' in data && typeof data.association_id === 'string') return data.association_id
  return null
}

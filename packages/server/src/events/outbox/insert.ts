import type { EventType } from '@sendoff/api'
import { sql } from 'kysely'
import { newId } from '../../ids.ts'
import { recordset } from '../../store/recordset.ts'
import { insertRow } from '../../store/statement.ts'
import type { Moment, Work } from '../../store/work.ts'

/** The endpoint that a delivery is for. */
export type Recipient = { endpointId: string; enabled: boolean; ordering: 'none' | 'subject' }

/** The members of an event that its delivery takes. */
type Delivered = { event_id: string; org_id: string; sequence: number; type: EventType; subject: string | null }

/** A delivery about to be made. */
export type NewDelivery = ReturnType<typeof newDelivery>

/** Makes a delivery of an event to an endpoint, due immediately, or held where the endpoint takes none. */
export function newDelivery({ now }: Moment, event: Delivered, to: Recipient) {
  return {
    org_id: event.org_id,
    delivery_id: newId('dlv'),
    endpoint_id: to.endpointId,
    event_id: event.event_id,
    sequence: event.sequence,
    event_type: event.type,
    // An event about nobody waits for no other, and no other for it.
    subject: to.ordering === 'subject' ? (event.subject ?? event.event_id) : null,
    status: to.enabled ? ('pending' as const) : ('held' as const),
    attempts: 0,
    due_at: now,
    lease_until: 0,
    created_at: now,
  }
}

const COLUMNS = {
  org_id: 'text',
  delivery_id: 'text',
  endpoint_id: 'text',
  event_id: 'text',
  sequence: 'bigint',
  event_type: 'text',
  subject: 'text',
  status: 'text',
  attempts: 'bigint',
  due_at: 'bigint',
  lease_until: 'bigint',
  created_at: 'bigint',
} satisfies Record<keyof NewDelivery, 'text' | 'bigint'>

const columns = sql.join(Object.keys(COLUMNS).map((name) => sql.ref(name)))

/** The number of rows in one statement; their JSON, one parameter, has about 350 bytes each. */
const ROWS = 1000

/** The most rows that are inserted one by one, by a statement that is composed and prepared once. */
const FEW = 4

const insertOne = insertRow('delivery')

/** Inserts deliveries, however many, in statements of bounded size, and wakes the engine for their endpoints after the commit. */
export async function insertDeliveries(work: Work, deliveries: readonly NewDelivery[]): Promise<void> {
  if (deliveries.length === 0) return
  if (deliveries.length <= FEW) for (const one of deliveries) work.later(insertOne(work.db, one))
  else await insertMany(work, deliveries)
  work.wake('deliveries', ...new Set(deliveries.map(({ endpoint_id }) => endpoint_id)))
}

async function insertMany(work: Work, deliveries: readonly NewDelivery[]): Promise<void> {
  for (let at = 0; at < deliveries.length; at += ROWS) {
    const made = recordset(work.db, 'made', COLUMNS, deliveries.slice(at, at + ROWS))
    await sql`insert into delivery (${columns}) select ${columns} from ${made} where true`.execute(work.db)
  }
}

import { sql } from 'kysely'
import type { Claimed, Lease } from '../pace/claimed.ts'

/** The options of a claim. */
export type ClaimOptions = {
  /** Business time, in milliseconds. */
  now: number
  /** The longest time that an attempt can take, in milliseconds. */
  timeout: number
}

/** `first` leaves retries out. */
export type Only = 'first' | 'all'

/** A row to claim, as it is read. */
export type Row = {
  org_id: string
  delivery_id: string
  endpoint_id: string
  event_id: string
  event_type: string
  subject: string | null
  /** The subject of the event, also where no order is asked for. */
  about: string | null
  attempts: number
  counted: number
  due_at: number
  created_at: number
  body: string
  traceparent: string | null
}

/** The columns of a {@link Row} that are of the delivery `d`. */
export const columns = sql.raw(
  'd.org_id, d.delivery_id, d.endpoint_id, d.event_id, d.event_type, d.sequence, d.subject, d.attempts, d.counted, d.due_at, d.created_at',
)

/** Makes a claim of a row that was leased. */
export const toClaimed = (row: Row, lease: Lease): Claimed => ({
  orgId: row.org_id,
  deliveryId: row.delivery_id,
  endpointId: row.endpoint_id,
  eventId: row.event_id,
  type: row.event_type,
  subject: row.about,
  attempts: row.attempts,
  counted: row.counted,
  body: row.body,
  traceparent: row.traceparent,
  createdAt: row.created_at,
  inOrder: row.subject !== null,
  ...lease,
  probe: false,
  beside: false,
  byHand: false,
})

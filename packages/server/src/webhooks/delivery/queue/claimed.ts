import { sql } from 'kysely'
import type { Refusals } from '../pace/refusals.ts'
import type { Chains } from './subject-order.ts'

/** A delivery that this process has claimed and may attempt until its lease ends. */
export type Claimed = {
  orgId: string
  deliveryId: string
  endpointId: string
  eventId: string
  /** The type of the event, and the account or association that it is about. */
  type: string
  subject: string | null
  /** Attempts made so far, and those of them that used up the schedule. */
  attempts: number
  counted: number
  body: string
  /** The trace of the request that made the event, if there is one. */
  traceparent: string | null
  /** Since when it is owed, in milliseconds of business time. */
  createdAt: number
  /** Others may wait for it. */
  inOrder: boolean
  leaseId: string
  /** Until when its lease holds, and when an attempt has to begin to be over by then; both by {@link steadyNow}. */
  leaseUntil: number
  beginBy: number
  /** A probe of an endpoint whose breaker is open; `sole` when nothing else is held for it. */
  probe: false | 'sole' | 'for_all'
  /** Sent beside the others, because the endpoint refuses such deliveries while it takes others. */
  aside: boolean
  /** Somebody asked for it: it waits for no pause. */
  byHand: boolean
}

export type ClaimOptions = {
  /** Business time, in milliseconds. */
  now: number
  /** How long an attempt can take, in milliseconds. */
  timeout: number
}

/** The rows of what is claimed, as they are read. */
export type Row = {
  org_id: string
  delivery_id: string
  endpoint_id: string
  event_id: string
  event_type: string
  subject: string | null
  /** What the event is about, also where no order is asked for. */
  about: string | null
  attempts: number
  counted: number
  due_at: number
  created_at: number
  body: string
  traceparent: string | null
}

/** By what a claim is held; see {@link Claimed}. */
export type Lease = Pick<Claimed, 'leaseId' | 'leaseUntil' | 'beginBy'>

/** What of a row is claimed, in the hands of the lease. */
export const claimed = (row: Row, lease: Lease): Claimed => ({
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
  aside: false,
  byHand: false,
})

/** The columns of a {@link Row} that are of the delivery `d`. */
export const columns = sql.raw(
  'd.org_id, d.delivery_id, d.endpoint_id, d.event_id, d.event_type, d.sequence, d.subject, d.attempts, d.counted, d.due_at, d.created_at',
)

/** How many deliveries of an endpoint to claim; `chains` where some of them come in order. */
export type Wish = {
  endpointId: string
  most: number
  chains?: Chains | undefined
  /** Where the endpoint refuses some while it takes others: how many of those to claim beside them, and how to tell them. */
  refusing?: { search: Chains; refusals: Refusals; aside: number } | undefined
}

import type { Wanted } from '../../message/message.ts'
import type { Health } from './health.ts'

/** A delivery that this process has claimed and may attempt until its lease ends. */
export type Claimed = Lease & {
  orgId: string
  deliveryId: string
  endpointId: string
  eventId: string
  /** The type of the event, and the account or association that it is about. */
  type: string
  subject: string | null
  /** The number of attempts so far, and of those that used up the schedule. */
  attempts: number
  counted: number
  body: string
  /** The trace of the request that made the event, if there is one. */
  traceparent: string | null
  /** The time since which it is owed, in milliseconds of business time. */
  createdAt: number
  /** It comes in order: others may wait for it. */
  inOrder: boolean
  /** A probe of an endpoint whose breaker is open; `sole` when nothing else is held for it. */
  probe: false | 'sole' | 'for_all'
  /** It is sent beside the others, because the endpoint refuses such deliveries while it takes others. */
  beside: boolean
  /** Somebody asked for it by hand: it waits for no pause. */
  byHand: boolean
}

/** The hold on a claim. */
export type Lease = {
  leaseId: string
  /** The end of the lease, and the latest begin of an attempt that is over by then; both in milliseconds of {@link steadyNow}. */
  leaseUntil: number
  beginBy: number
}

/** An endpoint to which something is due, with everything that a request to it needs. */
export type DueEndpoint = {
  endpointId: string
  url: string
  wanted: Wanted
  secrets: string[]
  health: Health
  /** It wants order, or is still owed something in order. */
  isInOrder: boolean
  /** A probe of it is under way, in this or another process. */
  isProbed: boolean
  /** Something that was asked for by hand is due. */
  isByHand: boolean
}

/** A claimed delivery with everything that sending it needs, and the time at which that was read, in milliseconds of {@link steadyNow}. */
export type Ready = Pick<DueEndpoint, 'url' | 'wanted' | 'secrets'> & { claimed: Claimed; readAt: number }

/** The longest time between a claim and its attempt, in milliseconds; a secret that is revoked meanwhile signs nothing later. */
const LONGEST_WAIT = 1000

/**
 * Tells whether an attempt may still begin. One that begins too late, for example after this process was held up, would be under way when
 * its lease ends.
 *
 * @param steady in milliseconds of {@link steadyNow}
 */
export function mayBegin({ readAt, claimed }: Ready, steady: number): boolean {
  return steady - readAt <= LONGEST_WAIT && steady <= claimed.beginBy
}

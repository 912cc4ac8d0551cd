import { setTimeout as delay } from 'node:timers/promises'
import { CallError, type Event, type EventType, type Scope, SendoffError } from '@sendoff/sdk'
import type { EventTypeFilter, FeedClient } from '@sendoff/sdk/webhooks'

/** The scopes by which events are read; the feed shows those of the scopes that a token has. */
export const EVENT_SCOPES: readonly Scope[] = [
  'org:read',
  'org:association:read',
  'member:read',
  'leave_application:read',
  'legal_hold:read',
  'erasure:read',
  'resource:read',
  'receipt:read',
  'webhook:read',
]

type Filter = { readonly types?: EventTypeFilter[] | undefined }
type Read = FeedClient['events']['list']

/** A client whose feed also takes `since`. */
export type Feed = { readonly events: { readonly list: Read } }

/** The most events of a page. */
const PAGE = 200

/** Finds the sequence of the organisation's last event: none is later than this, and the platform says how far it searched. */
export async function endOfFeed({ events }: Feed): Promise<number> {
  const query = { after: 0, since: '9999-12-31T00:00:00Z', limit: 1 } as Parameters<Read>[0]
  return (await events.list(query)).last_sequence
}

/**
 * Reads the latest events, oldest first.
 *
 * @param options `limit` is their most; with `since` none is earlier
 * @returns them, and the sequence up to which there are no others
 */
export async function lastEvents(
  client: Feed,
  { types, since, limit }: Filter & { readonly since?: string | undefined; readonly limit: number },
): Promise<{ events: Event[]; end: number }> {
  const end = await endOfFeed(client)
  let kept: Event[] = []
  // Backwards in growing steps, because the feed is read forwards only.
  for (let step = limit; ; step *= 4) {
    const after = since === undefined ? Math.max(0, end - step) : 0
    kept = []
    for await (const event of range(client, { after, end, types, since })) {
      kept.push(event)
      if (kept.length > limit) kept.shift()
    }
    if (after === 0 || kept.length >= limit) return { events: kept, end }
  }
}

/** Waits up to 20 seconds for events of a type after a sequence, which may have expired in the meantime. @returns the last of them */
export async function eventAfter({ events }: Feed, after: number, type: EventType): Promise<Event | undefined> {
  try {
    return (await events.list({ after, types: [type], wait: 20 }, { timeout: 30_000 })).data.at(-1)
  } catch (error) {
    const oldest = oldestKept(error)
    if (oldest === undefined || oldest - 1 <= after) throw error
    return eventAfter({ events }, oldest - 1, type)
  }
}

/** Reads the events after a sequence, up to another one, and begins with the oldest that is kept if it is later. */
async function* range(
  { events }: Feed,
  { after, end, types, since }: Filter & { after: number; end: number; since?: string | undefined },
): AsyncGenerator<Event> {
  for (let at = after; at < end; ) {
    const query = { after: at, limit: PAGE, ...(types && { types }), ...(since && { since }) } as Parameters<Read>[0]
    let page: Awaited<ReturnType<Read>>
    try {
      page = await events.list(query)
    } catch (error) {
      const oldest = oldestKept(error)
      if (oldest === undefined || oldest - 1 <= at) throw error
      at = oldest - 1
      continue
    }
    for (const event of page.data) if (event.sequence <= end) yield event
    const next = page.next_cursor === null ? page.last_sequence : Number(page.next_cursor)
    if (!(next > at)) return
    at = next
  }
}

/** Returns the oldest sequence that is kept, from the refusal of a cursor that has expired. */
export function oldestKept(error: unknown): number | undefined {
  if (!(error instanceof SendoffError) || error.code !== 'cursor_expired') return undefined
  const { oldest_sequence } = error.problem as { oldest_sequence?: number }
  return oldest_sequence
}

type Following = Filter & {
  readonly after: number
  readonly signal: AbortSignal
  /** Seconds that the platform waits for an event. @default 20 */
  readonly wait?: number
  /** Called once when the connection is lost, and once when it is back. */
  readonly tell: { lost(error: unknown): void; back(): void }
}

/**
 * Follows the feed until the signal is aborted, through restarts of the platform and sleep of this machine. A page may be empty: it says
 * how far the platform searched.
 *
 * @throws the refusal, where trying again is useless
 */
export async function* followFeed(
  { events }: Feed,
  { after, types, signal, wait = 20, tell }: Following,
): AsyncGenerator<{ events: readonly Event[]; end: number }> {
  let failures = 0
  for (let at = after; !signal.aborted; ) {
    try {
      const query = { after: at, limit: PAGE, wait, ...(types && { types }) }
      const { data, last_sequence } = await events.list(query, { signal, timeout: (wait + 10) * 1000 })
      if (failures > 0) tell.back()
      failures = 0
      at = Math.max(at, data.at(-1)?.sequence ?? last_sequence)
      yield { events: data, end: at }
      // A server that stops answers without waiting.
      if (data.length === 0) await delay(100, undefined, { signal }).catch(() => undefined)
    } catch (error) {
      if (signal.aborted) return
      if (!(error instanceof CallError && error.temporary)) throw error
      if (failures++ === 0) tell.lost(error)
      const pause = Math.min(15_000, 250 * 2 ** failures) * (0.5 + Math.random() / 2)
      await delay(pause, undefined, { signal }).catch(() => undefined)
    }
  }
}

export type { EventType }

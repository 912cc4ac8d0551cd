import type { Dispatcher } from 'undici'
import type { Lookup } from '../../net/resolve.ts'
import type { DestinationPolicy } from '../../net/url.ts'
import { type Answer, steeringHeaders } from './answer.ts'
import { type Connection, Connections } from './connections.ts'
import { Destinations } from './destinations.ts'
import { Cut, type Failure, failureOf } from './failure.ts'
import { Received, receive } from './receive.ts'
import { Watch } from './watch.ts'

export type { Answer, Timings } from './answer.ts'
export type { Failure, FailureCode } from './failure.ts'

/** The options of a sender. */
export type SenderOptions = {
  policy: DestinationPolicy
  /** The resolver; by default DNS. */
  lookup?: Lookup
  /** The limit for a whole attempt: DNS, connection, TLS, headers and body. Default 15,000. */
  totalTimeoutMs?: number
  /** The limit for TCP and TLS. Default 5,000. */
  connectTimeoutMs?: number
  /** The most idle connections over all endpoints. Default 1,024. */
  maxIdleConnections?: number
  /** Certificates to trust instead of the runtime's, in PEM. */
  ca?: string
  /** Ends all attempts, and all later ones, when it aborts. */
  signal?: AbortSignal
}

/** One attempt to make. */
export type Outgoing = {
  /** The endpoint's id: two endpoints never share a connection. */
  key: string
  url: string
  /** Headers, sent as they are, except `accept-encoding`, which is always `identity`. */
  headers: Readonly<Record<string, string>>
  /** The bytes to send; a string is sent as UTF-8. */
  body: Uint8Array | string
}

/** Sends webhooks. */
export interface Sender {
  /** Sends one POST. Whatever the receiver does, this resolves within the total limit and never rejects. */
  send(outgoing: Outgoing): Promise<Answer>
  /** Refuses new attempts, waits for those under way, and closes all connections. */
  close(): Promise<void>
}

/**
 * Makes a sender: one POST for each attempt, over HTTP/1.1 connections that are kept alive for each endpoint. A kept connection that ends
 * before a byte of an answer is replaced by a new one, once, within the same attempt.
 *
 * Redirects are not followed and nothing is decompressed. At most 16 KiB of headers and 16 KiB of body are read; a longer body
 * is cut there, and the status decides (RFC 9110 section 15).
 *
 * @param options the policy, and limits in milliseconds
 */
export function createSender(options: SenderOptions): Sender {
  const { policy, lookup, ca, totalTimeoutMs = 15_000, connectTimeoutMs = 5000, maxIdleConnections = 1024 } = options
  const connections = new Connections({ policy, lookup, ca, connectTimeoutMs }, maxIdleConnections)
  const destinations = new Destinations(policy)
  const underWay = new Map<Watch, Promise<Answer>>()
  let closed = false

  const shutDown = () => {
    closed = true
    for (const watch of underWay.keys()) watch.cut(new Cut('aborted'))
  }
  if (options.signal?.aborted === true) shutDown()
  else options.signal?.addEventListener('abort', shutDown, { once: true })

  async function attempt(outgoing: Outgoing, watch: Watch): Promise<Answer> {
    if (closed) watch.cut(new Cut('aborted'))
    const expiry = setTimeout(expire, totalTimeoutMs, watch)
    try {
      return await exchange(outgoing, destinations, connections, watch)
    } finally {
      clearTimeout(expiry)
      underWay.delete(watch)
    }
  }

  return {
    send(outgoing) {
      const watch = new Watch()
      const answer = attempt(outgoing, watch)
      underWay.set(watch, answer)
      return answer
    },
    async close() {
      closed = true
      await Promise.all(underWay.values())
      options.signal?.removeEventListener('abort', shutDown)
      await connections.close()
    },
  }
}

const expire = (watch: Watch): void => watch.cut(new Cut('timeout'))

/** Sends the request and receives the answer, over a second connection if a kept one had ended. It never rejects. */
async function exchange(
  { key, url, headers, body }: Outgoing,
  destinations: Destinations,
  connections: Connections,
  watch: Watch,
): Promise<Answer> {
  const { timings } = watch
  const begun = performance.now()
  let received = new Received()
  let error: Failure | null = null
  try {
    if (watch.reason) throw watch.reason
    const { origin, path } = destinations.check(url)
    const request = { method: 'POST' as const, path, headers: headerList(headers), body }
    const first = connections.take(key, origin, watch)
    if ((await converse(first, connections, request, received, watch)) === 'ended_unanswered') {
      received = new Received()
      await converse(connections.open(key, origin, watch), connections, request, received, watch)
    }
  } catch (cause) {
    error = failureOf(watch.reason ?? cause, received.status !== null)
  }
  timings.totalMs = performance.now() - begun
  if (received.headersAt !== null) timings.firstByteMs = received.headersAt - begun
  const { status } = received
  const text = status === null ? null : received.body.text
  return {
    status,
    headers: steeringHeaders(received, url),
    body: text,
    truncated: text !== null && received.body.truncated,
    error,
    timings,
  }
}

/** Sends a request over one connection, which is then given back if the answer is complete, and otherwise closed. */
async function converse(
  connection: Connection,
  connections: Connections,
  request: Dispatcher.DispatchOptions,
  received: Received,
  watch: Watch,
): Promise<'over' | 'ended_unanswered'> {
  try {
    await receive(connection.client, request, received, watch)
  } catch (cause) {
    if (watch.reason || !endedUnanswered(connection, cause)) throw cause
    return 'ended_unanswered'
  } finally {
    if (received.body.ended) connections.giveBack(connection, String(received.headers['keep-alive'] ?? ''))
    else connections.discard(connection)
  }
  return connection.reused && isOfIdleness(received) ? 'ended_unanswered' : 'over'
}

/**
 * Tells whether a connection that had been idle ended before a byte of the answer. The receiver closed it while the request was on its
 * way, which no client can know beforehand (RFC 9112 section 9.3.1), and the `webhook-id` makes a repetition harmless.
 */
function endedUnanswered({ reused, answers }: Connection, cause: unknown): boolean {
  return reused && answers?.heard === false && failureOf(cause, false).code === 'reset'
}

/** Tells whether the answer is a 408 for an idle connection, on which no request came in time (RFC 9110 section 15.5.9). */
function isOfIdleness({ status, headers }: Received): boolean {
  return status === 408 && /\bclose\b/i.test(String(headers.connection ?? ''))
}

/** The names and values in turn, in undici's form. */
function headerList(headers: Readonly<Record<string, string>>): string[] {
  const list: string[] = []
  for (const [name, value] of Object.entries(headers)) {
    const lower = name.toLowerCase()
    if (lower !== 'accept-encoding') list.push(lower, value)
  }
  list.push('accept-encoding', 'identity')
  return list
}

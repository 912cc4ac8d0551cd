import type { Scope } from '@sendoff/api'
import { resultOf } from '../answer.ts'
import { addressOf } from '../base-url.ts'
import { callOf } from '../call.ts'
import { list } from '../list.ts'
import { operationsOf } from '../operation.ts'
import { operations } from '../operations.gen.ts'
import type { ClientOptions } from '../options.ts'
import { authorization } from '../tokens/authorization.ts'
import { tokenSource } from '../tokens/source.ts'
import { abortable, sleep } from '../transport/abortable.ts'
import { isReadable } from '../transport/answer-text.ts'
import { totalTimeout } from '../transport/deadline.ts'
import { UnexpectedAnswerError } from '../transport/errors.ts'
import type { FetchResponse, Outgoing, Send } from '../transport/layer.ts'
import { attempts } from '../transport/layers.ts'
import { limitsOf } from '../transport/limits.ts'
import { answerOf, headersOf, network } from '../transport/network.ts'
import { chunksOf } from '../transport/pieces.ts'
import { messagesOf } from './event-stream.ts'
import { checkedEvent, type FeedClient, type FeedQuery, isSequence } from './feed.ts'
import { type FollowOptions, followerOf, following } from './follow.ts'

export type StreamOptions = FollowOptions & {
  /** The options of `createClient`: the address of the platform, and credentials. */
  readonly connect: ClientOptions<readonly Scope[]>
  /** The silence in milliseconds after which the stream is reopened; the platform sends something every 15 s. @default 45_000 */
  readonly silence?: number | undefined
}

/**
 * Follows an organisation's events as a stream (server-sent events), in order. Reconnects when the stream ends, and continues at its
 * cursor. Failing handlers are treated as by {@link poll}.
 *
 * @returns when `signal` is aborted
 * @throws a final refusal of the platform, for example a `SendoffError` with `scope_missing`
 */
export async function stream({ connect, silence = 45_000, ...options }: StreamOptions): Promise<void> {
  const { types, signal } = options
  const address = addressOf(connect)
  const url = new URL(`${address.baseUrl}/v1.0/events/stream`)
  if (types) url.searchParams.set('types', types.join(','))
  const tokens = tokenSource({ ...connect, ...address, limits: limitsOf(connect) }, totalTimeout(attempts(connect)))
  const authorized = (send: Send) => (tokens ? authorization(tokens)(send) : send)
  const send = authorized(streaming(connect))

  const ended = new AbortController()
  const until = signal ? AbortSignal.any([signal, ended.signal]) : ended.signal
  const follower = followerOf(feedOf(connect, authorized(attempts(connect))), { ...options, signal: until })
  let pause = SHORTEST_PAUSE
  const retry = (ms: number) => {
    pause = Math.min(Math.max(ms, SHORTEST_PAUSE), LONGEST_PAUSE)
  }
  try {
    await following(follower, async (progress) => {
      const watch = watchdog(silence)
      try {
        const headers = headersOf()
        headers.set('accept', 'text/event-stream')
        headers.set('last-event-id', String(await follower.after()))
        const over = AbortSignal.any([until, watch.signal])
        const body = await opened({ ...REQUEST, url: url.href, headers, signal: over }, send)
        for await (const message of messagesOf(watch.over(chunksOf(body, over)), retry)) {
          if (message.data !== '') await follower.handle(checkedEvent(JSON.parse(message.data)))
          // Past events of other types too, so that the cursor does not expire while there are none of these.
          else if (/^\d+$/.test(message.id ?? '') && isSequence(Number(message.id)))
            await follower.moveTo(Number(message.id))
          progress()
        }
        if (!watch.hasHeard()) throw new Error('The stream of events ended before anything arrived')
      } finally {
        watch.stop()
      }
      await sleep(pause, until)
    })
  } finally {
    ended.abort()
  }
}

/** The limits of the pause before a stream is reopened, whatever its `retry` says. Milliseconds. */
const SHORTEST_PAUSE = 1000
const LONGEST_PAUSE = 60_000

// The watchdog limits the time of the stream.
const REQUEST = { ...limitsOf({}), operation: 'events.stream', method: 'GET', safeToRepeat: true } as const

const isStream = ({ ok, headers }: FetchResponse) =>
  ok && (headers.get('content-type') ?? '').toLowerCase().startsWith('text/event-stream')

/**
 * Opens the stream.
 *
 * @throws UnexpectedAnswerError for a success that is not a stream, for example a sign-in page; the errors of {@link resultOf}
 */
async function opened(request: Outgoing & typeof REQUEST, send: Send): Promise<ReadableStream<Uint8Array>> {
  const answer = await send(request)
  const { ok, body } = answer.response
  if (isStream(answer.response) && isReadable(body)) return body
  if (!ok) resultOf(request, answer, false)
  throw new UnexpectedAnswerError(request, answer, 'is not a stream of events')
}

/** Sends a request and returns a stream unread; other answers are read as usual. */
function streaming(connect: ClientOptions<readonly Scope[]>): Send {
  const open = network(connect.fetch)
  return async (request) => {
    const response = await abortable(open({ ...request, body: undefined }), request.signal)
    return isStream(response) ? { response, text: '', body: undefined } : answerOf(request, response)
  }
}

/** A client that reads the feed, page by page, with the tokens of the stream. */
function feedOf(connect: ClientOptions<readonly Scope[]>, send: Send): FeedClient {
  const settings = { ...addressOf(connect), limits: limitsOf(connect), warn: connect.warn }
  const operation = [...operationsOf(operations)].find(({ id }) => id === 'events.list')
  if (!operation) throw new TypeError('The contract has no events.list')
  const call = callOf(operation, settings, totalTimeout(send))
  const listed = (query: FeedQuery) =>
    list(
      operation.id,
      (position) => call({ ...query, ...position }, {}),
      (after) => ({ after }),
    )
  // The contract gives the type, as for the operations of the client.
  return { events: { list: listed as FeedClient['events']['list'] } }
}

/** Aborts when nothing has arrived for `silence` milliseconds. While an event is being handled, nothing is expected. */
function watchdog(silence: number) {
  const controller = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  let hasHeard = false
  const stop = () => clearTimeout(timer)
  const start = () => {
    stop()
    timer = setTimeout(() => controller.abort(new Error(`Nothing arrived for ${silence} ms`)), silence)
  }
  start()
  return {
    signal: controller.signal,
    stop,
    hasHeard: () => hasHeard,
    async *over(body: AsyncIterable<Uint8Array>) {
      start()
      for await (const chunk of body) {
        stop()
        hasHeard = true
        yield chunk
        start()
      }
    },
  }
}

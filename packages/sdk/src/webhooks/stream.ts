import type { Scope } from '@sendoff/api'
import { resultOf } from '../answer.ts'
import { checkedBaseUrl } from '../base-url.ts'
import { callOf } from '../call.ts'
import { list } from '../list.ts'
import { operationsOf } from '../operation.ts'
import { operations } from '../operations.gen.ts'
import type { ClientOptions } from '../options.ts'
import { authorization } from '../tokens/authorization.ts'
import { tokenSource } from '../tokens/source.ts'
import { abortable, sleep } from '../transport/abortable.ts'
import { totalTimeout } from '../transport/deadline.ts'
import { UnexpectedAnswerError } from '../transport/errors.ts'
import type { Outgoing, Send } from '../transport/layer.ts'
import { attempts } from '../transport/layers.ts'
import { limitsOf } from '../transport/limits.ts'
import { answerOf, headersOf, network } from '../transport/network.ts'
import { chunksOf } from '../transport/pieces.ts'
import { messagesOf } from './event-stream.ts'
import { checkedEvent, type FeedClient, type FeedQuery, isSequence } from './feed.ts'
import { type FollowOptions, followerOf, following } from './follow.ts'

export type StreamOptions = FollowOptions & {
  /** As for `createClient`: where the platform is, and with what to get tokens for it. */
  readonly connect: ClientOptions<readonly Scope[]>
  /** Milliseconds without a sign of life after which the stream is opened anew; the platform gives one every 15 s. @default 45_000 */
  readonly silence?: number
}

/**
 * Follows an organisation's events as a stream (server-sent events), in order, each until its handler succeeds, with failures as
 * {@link poll} has them. It comes back by itself, where it was, when the stream ends.
 *
 * @returns when `signal` is aborted
 * @throws what the platform refuses for good, as a `SendoffError` with `scope_missing`
 */
export async function stream({ connect, silence = 45_000, ...options }: StreamOptions): Promise<void> {
  const { types, signal } = options
  const baseUrl = checkedBaseUrl(connect.baseUrl)
  const url = new URL(`${baseUrl}/v1.0/events/stream`)
  if (types) url.searchParams.set('types', types.join(','))
  const tokens = tokenSource({ ...connect, baseUrl, limits: limitsOf(connect) }, totalTimeout(attempts(connect)))
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
          // Also past events of other types, so that the cursor does not grow old while there are none of these.
          else if (/^\d+$/.test(message.id ?? '') && isSequence(Number(message.id)))
            await follower.moveTo(Number(message.id))
          progress()
        }
        if (!watch.hasHeard()) throw new Error('The stream of events ended before anything came')
      } finally {
        watch.stop()
      }
      await sleep(pause, until)
    })
  } finally {
    ended.abort()
  }
}

/** Milliseconds before a stream that ended is opened again, whatever its `retry` says. */
const SHORTEST_PAUSE = 1000
const LONGEST_PAUSE = 60_000

// How long it may take is the watchdog's to say.
const REQUEST = { ...limitsOf({}), operation: 'events.stream', method: 'GET', safeToRepeat: true } as const

const isStream = ({ ok, headers, body }: Response) =>
  ok && body !== null && (headers.get('content-type') ?? '').toLowerCase().startsWith('text/event-stream')

/**
 * Opens the stream.
 *
 * @throws UnexpectedAnswerError for a success that is something else, as a page to sign in at; what {@link resultOf} throws
 */
async function opened(request: Outgoing & typeof REQUEST, send: Send): Promise<ReadableStream<Uint8Array>> {
  const answer = await send(request)
  const { ok, body } = answer.response
  if (isStream(answer.response) && body) return body
  if (!ok) resultOf(request, answer, false)
  throw new UnexpectedAnswerError(request, answer, 'is no stream of events')
}

/** Sends, and leaves a stream to be read; of anything else it reads the answer, as other calls do. */
function streaming(connect: ClientOptions<readonly Scope[]>): Send {
  const open = network(connect.fetch)
  return async (request) => {
    const response = await abortable(open({ ...request, body: undefined }), request.signal)
    return isStream(response) ? { response, text: '', body: undefined } : answerOf(request, response)
  }
}

/** A reader of the feed, page by page, with the tokens of the stream. */
function feedOf(connect: ClientOptions<readonly Scope[]>, send: Send): FeedClient {
  const settings = { baseUrl: checkedBaseUrl(connect.baseUrl), limits: limitsOf(connect), warn: connect.warn }
  const operation = [...operationsOf(operations)].find(({ id }) => id === 'events.list')
  if (!operation) throw new TypeError('The contract has no events.list')
  const call = callOf(operation, settings, totalTimeout(send))
  const listed = (query: FeedQuery) =>
    list(
      operation.id,
      (position) => call({ ...query, ...position }, {}),
      (after) => ({ after }),
    )
  // By the contract, as of the client's own operations.
  return { events: { list: listed as FeedClient['events']['list'] } }
}

/** Aborts when nothing has come for `silence` milliseconds; while an event is being handled nothing is expected. */
function watchdog(silence: number) {
  const controller = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  let hasHeard = false
  const stop = () => clearTimeout(timer)
  const start = () => {
    stop()
    timer = setTimeout(() => controller.abort(new Error(`Nothing came for ${silence} ms`)), silence)
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

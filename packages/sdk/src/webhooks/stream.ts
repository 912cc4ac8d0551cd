import type { Event, Scope } from '@sendoff/api'
import { resultOf } from '../answer.ts'
import { checkedBaseUrl } from '../base-url.ts'
import type { ClientOptions } from '../options.ts'
import { tokenSource } from '../tokens/source.ts'
import { sleep } from '../transport/abortable.ts'
import { authorization } from '../transport/authorization.ts'
import { totalTimeout } from '../transport/deadline.ts'
import { answerOf, headersOf, network, type Send } from '../transport/layer.ts'
import { attempts } from '../transport/layers.ts'
import { limitsOf } from '../transport/limits.ts'
import { chunksOf } from './bytes.ts'
import { messagesOf } from './event-stream.ts'
import { done, type FollowOptions, following } from './poll.ts'

export type StreamOptions = FollowOptions & {
  /** As for `createClient`: where the platform is, and with what to get tokens for it. */
  readonly connect: ClientOptions<readonly Scope[]>
  /** Milliseconds without a sign of life after which the stream is opened anew; the platform gives one every 15 s. @default 45_000 */
  readonly silence?: number
}

/**
 * Follows an organisation's events as a stream (server-sent events), in order, each until its handler succeeds. It comes back by
 * itself, where it was, when the stream ends.
 *
 * @returns when `signal` is aborted
 * @throws what the platform refuses for good, as a `SendoffError` with `scope_missing`
 */
export async function stream({ connect, silence = 45_000, ...options }: StreamOptions): Promise<void> {
  const { organization, cursors, from = 0, types, signal } = options
  const url = new URL(`${checkedBaseUrl(connect.baseUrl)}/v1.0/events/stream`)
  if (types) url.searchParams.set('types', types.join(','))
  const send = authorized(connect)
  let pause = 1000
  await following(options, async (progress) => {
    const watch = watchdog(silence)
    try {
      const ended = signal ? AbortSignal.any([signal, watch.signal]) : watch.signal
      const after = (await cursors.get(organization)) ?? from
      const headers = headersOf()
      headers.set('accept', 'text/event-stream')
      headers.set('last-event-id', String(after))
      const request = { ...REQUEST, url: url.href, headers, signal: ended }
      const answer = await send(request)
      const { ok, body } = answer.response
      if (!ok) resultOf(request, answer, false)
      if (!body) throw new TypeError('The stream has no body')
      const retry = (ms: number) => {
        pause = Math.min(ms, 60_000)
      }
      for await (const message of messagesOf(watch.over(chunksOf(body)), retry)) {
        if (message.data !== '') await done(JSON.parse(message.data) as Event, options).then(progress)
        // Also past events of other types, so that the cursor does not grow old while there are none of these.
        else if (/^\d+$/.test(message.id ?? '')) await cursors.set(organization, Number(message.id))
      }
    } finally {
      watch.stop()
    }
    await sleep(pause, signal)
  })
}

// How long it may take is the watchdog's to say.
const REQUEST = { ...limitsOf({}), operation: 'events.stream', method: 'GET', safeToRepeat: true } as const

/** Sends with a token. The answer is not read to its end here, as it is for other calls. */
function authorized(connect: ClientOptions<readonly Scope[]>): Send {
  const baseUrl = checkedBaseUrl(connect.baseUrl)
  const tokens = tokenSource({ ...connect, baseUrl, limits: limitsOf(connect) }, totalTimeout(attempts(connect)))
  const open = network(connect.fetch)
  const send: Send = async (request) => {
    const response = await open({ ...request, body: undefined })
    return response.ok ? { response, text: '', body: undefined } : answerOf(response)
  }
  return tokens ? authorization(tokens)(send) : send
}

/** Aborts when nothing has come for `silence` milliseconds; while an event is being handled nothing is expected. */
function watchdog(silence: number) {
  const controller = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = () => clearTimeout(timer)
  const start = () => {
    stop()
    timer = setTimeout(() => controller.abort(new Error(`Nothing came for ${silence} ms`)), silence)
  }
  start()
  return {
    signal: controller.signal,
    stop,
    async *over(body: AsyncIterable<Uint8Array>) {
      start()
      for await (const chunk of body) {
        stop()
        yield chunk
        start()
      }
    },
  }
}

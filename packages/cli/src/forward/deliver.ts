import type { Event } from '@sendoff/sdk'
import { sign } from '@sendoff/sdk/webhooks'
import { type Format, messageOf } from './message.ts'

/** The result of one request to a target. */
export type Delivered = {
  readonly url: string
  readonly event_id: string
  /** `null` when no answer came. */
  readonly response_status: number | null
  readonly duration_ms: number
  readonly error: string | null
  /** The first 2,000 characters of the answer. */
  readonly response_body: string
}

type To = {
  readonly url: string
  readonly secret: string
  readonly signal?: AbortSignal | undefined
  /** @default standard */
  readonly format?: Format | undefined
  /** The address of the platform, which CloudEvents name as their source. */
  readonly baseUrl?: string | undefined
  /** Changes the signature, to see that a receiver refuses it. */
  readonly corrupt?: boolean
}

/** The time limit of a request to a target, as the platform has it, in milliseconds. */
const LIMIT = 15_000

/** Sends an event as the platform does: signed, once, without following redirects. */
export async function deliver(
  event: Event,
  { url, secret, signal, corrupt, format = 'standard', baseUrl = 'http://127.0.0.1:8787' }: To,
): Promise<Delivered> {
  const { body, headers: ofFormat } = messageOf(event, format, baseUrl)
  const headers: Record<string, string> = await sign(body, {
    id: event.id,
    timestamp: Math.floor(Date.now() / 1000),
    secret,
  })
  const signed = corrupt ? `${body} ` : body
  const start = performance.now()
  const took = () => Math.round(performance.now() - start)
  const limit = AbortSignal.timeout(LIMIT)
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'user-agent': 'sendoff-cli', ...ofFormat, ...headers },
      body: signed,
      redirect: 'manual',
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    })
    const text = (await response.text()).slice(0, 2000)
    const result = { url, event_id: event.id, response_status: response.status, duration_ms: took() }
    return { ...result, error: null, response_body: text }
  } catch (error) {
    signal?.throwIfAborted()
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
    const why = cause instanceof Error && 'code' in cause ? String(cause.code) : String((cause as Error).message)
    return { url, event_id: event.id, response_status: null, duration_ms: took(), error: why, response_body: '' }
  }
}

/** Tells whether a target received an event: a 2xx, as for the platform. */
export const isOk = ({ response_status }: Pick<Delivered, 'response_status'>): boolean =>
  response_status !== null && response_status >= 200 && response_status < 300

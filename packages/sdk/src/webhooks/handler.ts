import type { Event } from '@sendoff/api'
import { safely } from '../transport/safely.ts'
import { bytesOfRequest } from './bytes.ts'
import { type Dedupe, memoryDedupe } from './dedupe.ts'
import type { Gaps } from './gaps.ts'
import type { HandlersByType, UnknownEvent } from './handle.ts'
import type { WebhookHeaders } from './headers.ts'
import type { Secrets } from './hmac.ts'
import type { KeySet } from './key-set.ts'
import { type Outcome, processing } from './process.ts'
import { type Reply, receiving } from './receive.ts'
import type { Organizations } from './verify.ts'

/** What a handler is given beside the event: what the dedupe store has for it, and a signal. */
export type HandlerContext<Context> = Context & {
  /** Aborted when the time is over that the handler may take. */
  readonly signal: AbortSignal
}

/** What to verify with; see {@link VerifyKeys}. Secrets may be looked up for each delivery. */
export type HandlerKeys =
  | {
      readonly secrets: Secrets | (() => Secrets | Promise<Secrets>)
      readonly jwks?: never
      readonly organizations?: Organizations
    }
  | {
      readonly secrets?: Secrets | (() => Secrets | Promise<Secrets>)
      readonly jwks: KeySet
      readonly organizations: Organizations
    }

export type HandlerOptions<Context> = HandlerKeys & {
  /**
   * A handler for each type of interest. It is awaited before the delivery is answered; what it throws makes the platform send
   * again, but for {@link PermanentError}.
   */
  readonly on: HandlersByType<unknown, [context: HandlerContext<Context>]>
  /** For all other types, those among them that are newer than this version. They are received in any case. */
  readonly otherwise?: (event: UnknownEvent, context: HandlerContext<Context>) => unknown
  /**
   * Whether an endpoint (`whe_…`) whose challenge comes is yours. @default yes with `secrets` alone; no with `jwks`, since the
   * platform signs challenges for everybody
   */
  readonly answerChallenge?: (endpointId: string) => boolean | Promise<boolean>
  /** Where is written down which events are done. @default memoryDedupe() */
  readonly dedupe?: Dedupe<Context>
  /** Notices events that were not received: `watchGaps({ onGap: catchUp(client), cursors })`. */
  readonly gaps?: Gaps
  /** Told of what goes wrong, of refused deliveries too. @default console.error, refused deliveries left out */
  readonly onError?: (error: unknown, event: Event | undefined) => void
  /**
   * Milliseconds that a handler may take; the platform waits for 15 s. Then its signal is aborted and `dedupe` lets go of the event:
   * a transaction is rolled back. @default 10_000
   */
  readonly timeout?: number
  /** Bytes that a body may have. @default 1_048_576 */
  readonly maxBytes?: number
  /** Seconds by which the timestamp may be off, either way. @default 300 */
  readonly tolerance?: number
}

/** Takes deliveries: a function of `Request` to `Response`, and what adapters, `poll` and `stream` need of it. */
export interface WebhookHandler {
  (request: Request): Promise<Response>
  /**
   * Takes a delivery from any server.
   *
   * @param readBody gets the bytes, at most `maxBytes` of them
   */
  receive(headers: WebhookHeaders, readBody: (maxBytes: number) => Promise<unknown>): Promise<Reply>
  /**
   * Handles an event that is known to be the platform's, once.
   *
   * @throws what the handler throws, but for {@link PermanentError}
   */
  process(event: Event, signal?: AbortSignal): Promise<Outcome>
}

/**
 * Makes a handler of webhooks: verifies, sees to it that each event takes effect once, and answers when your handler is done.
 *
 * @returns a Fetch handler; for other servers see `@sendoff/sdk/webhooks/node`, `/express`, `/fastify` and `/hono`
 */
export function createHandler<Context = Record<never, never>>(options: HandlerOptions<Context>): WebhookHandler {
  const onError = safely(options.onError ?? logged)
  const dedupe = (options.dedupe ?? memoryDedupe()) as Dedupe<Context>
  const { timeout = 10_000 } = options
  const process = processing({ ...options, dedupe, onError, timeout })
  const watch = options.gaps && safely(options.gaps(process, onError))
  const processDelivered = async (event: Event) => {
    const outcome = await process(event)
    if (outcome !== 'in_flight') watch?.(event)
    return outcome
  }

  const receive = receiving(options, { ...options, onError, process: processDelivered })
  const fetchHandler = async (request: Request) => {
    if (request.method !== 'POST') return new Response(null, { status: 405, headers: { allow: 'POST' } })
    const { status, headers, body } = await receive(request.headers, (most) => bytesOfRequest(request, most))
    return new Response(body, { status, headers })
  }
  return Object.assign(fetchHandler, { receive, process })
}

function logged(error: unknown, event: Event | undefined): void {
  const isRefusal = error instanceof Error && error.name === 'WebhookVerificationError' && !isSetup(error)
  if (!isRefusal) console.error(event ? `${event.type} ${event.id}:` : 'webhook:', error)
}

function isSetup(error: Error): boolean {
  return 'code' in error && ['body_already_parsed', 'jwks_unavailable', 'secret_invalid'].includes(String(error.code))
}

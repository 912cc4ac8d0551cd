import type { Event } from '@sendoff/api'
import { safely } from '../transport/safely.ts'
import { bytesOfRequest } from './bytes.ts'
import { type Dedupe, memoryDedupe, type Outcome } from './dedupe.ts'
import type { HandlerOptions } from './handler-options.ts'
import type { WebhookHeaders } from './headers.ts'
import { processing } from './process.ts'
import { type Reply, receiving } from './receive.ts'

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

import type { Event } from '@sendoff/api'
import { safely } from '../transport/safely.ts'
import { bytesOfRequest } from './bytes.ts'
import { type Dedupe, memoryDedupe, type Outcome } from './dedupe.ts'
import { WebhookVerificationError } from './error.ts'
import type { HandlerOptions } from './handler-options.ts'
import type { WebhookHeaders } from './headers.ts'
import { processing } from './process.ts'
import type { GiveReceipt } from './receipt.ts'
import { type Reply, receiving } from './receive.ts'

/** A receiver of deliveries: a function from `Request` to `Response`, and the methods that adapters, `poll` and `stream` use. */
export interface WebhookHandler {
  (request: Request): Promise<Response>
  /**
   * Receives a delivery on any server.
   *
   * @param readBody reads the body, of at most `maxBytes`
   */
  receive(headers: WebhookHeaders, readBody: (maxBytes: number) => Promise<unknown>): Promise<Reply>
  /**
   * Handles an event once, and gives its receipt to `receipts`. The event must be known to come from the platform.
   *
   * @throws the error of the handler, except {@link PermanentError}
   */
  process(event: Event, signal?: AbortSignal): Promise<Outcome>
}

/**
 * Makes a webhook handler. It verifies each delivery, handles each event once, and answers when your handler is done.
 *
 * @returns a Fetch handler; adapters for other servers are in `@sendoff/sdk/webhooks/node`, `/express`, `/fastify` and `/hono`
 */
export function createHandler<Context = Record<never, never>>(options: HandlerOptions<Context>): WebhookHandler {
  const onError = safely(options.onError ?? logged)
  const dedupe = (options.dedupe ?? memoryDedupe()) as Dedupe<Context>
  const { timeout = 10_000 } = options
  const run = processing({ ...options, dedupe, onError, timeout })
  const process = (event: Event, signal?: AbortSignal) => run(event, signal, options.receipts)
  const watch = options.gaps && safely(options.gaps(process, onError))
  const processDelivered = async (event: Event, give: GiveReceipt) => {
    const outcome = await run(event, undefined, give)
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
  // A refused delivery is no fault of the receiver, unless it is not set up to verify one.
  const isRefusal = error instanceof WebhookVerificationError && !/parsed|jwks|secret/.test(error.code)
  if (!isRefusal) console.error(event ? `${event.type} ${event.id}:` : 'webhook:', error)
}

import { bytesOfRequest } from '../bytes.ts'
import type { WebhookHandler } from '../handler.ts'

/** Of Hono's `Context` what is needed. */
export interface HonoContext {
  readonly req: { readonly raw: Request }
}

const FIX =
  'In Hono: app.post(path, toHonoHandler(handler)) before any middleware that calls c.req.json() or a validator'

/**
 * Makes a handler for Hono, on any runtime.
 *
 * @example app.post('/webhooks', toHonoHandler(handler))
 */
export function toHonoHandler(handler: WebhookHandler): (context: HonoContext) => Promise<Response> {
  return async ({ req: { raw } }) => {
    const { status, headers, body } = await handler.receive(raw.headers, (most) => bytesOfRequest(raw, most, FIX))
    return new Response(body, { status, headers })
  }
}

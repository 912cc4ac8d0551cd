import { alreadyRead, bytesOfRequest } from '../bytes.ts'
import type { WebhookHandler } from '../handler.ts'

/** The part of Hono's `Context` that is used. */
export interface HonoContext {
  readonly req: {
    readonly raw: Request
    /** The body, if it was read before, for example by `c.req.text()`. */
    readonly bodyCache?: object
  }
}

const FIX =
  'In Hono: app.post(path, toHonoHandler(handler)) before any middleware that parses the body, or have that call c.req.text()'

/**
 * Makes a handler for Hono, on any runtime.
 *
 * @example app.post('/webhooks', toHonoHandler(handler))
 */
export function toHonoHandler(handler: WebhookHandler): (context: HonoContext) => Promise<Response> {
  return async ({ req: { raw, bodyCache = {} } }) => {
    const readBody = (most: number) => (raw.bodyUsed ? cached(bodyCache) : bytesOfRequest(raw, most, FIX))
    const { status, headers, body } = await handler.receive(raw.headers, readBody)
    return new Response(body, { status, headers })
  }
}

/** Hono reads JSON as text and keeps it. Bytes that were not UTF-8 have changed in the text and do not verify. */
async function cached(cache: { arrayBuffer?: unknown; bytes?: unknown; blob?: unknown; text?: unknown }) {
  const body = await (cache.arrayBuffer ?? cache.bytes ?? cache.blob ?? cache.text)
  if (body === undefined) throw alreadyRead(FIX)
  return body
}

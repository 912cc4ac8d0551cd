import { collected } from '../../transport/collected.ts'
import { isRaw } from '../body.ts'
import { alreadyRead } from '../bytes.ts'
import type { WebhookHandler } from '../handler.ts'

/** The part of `IncomingMessage` that is used, so that the types do not need Node's. */
export interface NodeRequest extends AsyncIterable<Uint8Array> {
  readonly method?: string | undefined
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly readableDidRead: boolean
  /** Set by body parsers. */
  readonly body?: unknown
  /** Set by platforms that always parse, for example Google Cloud Functions. */
  readonly rawBody?: unknown
}

/** The part of `ServerResponse` that is used. */
export interface NodeResponse {
  readonly headersSent?: boolean
  writeHead(status: number, headers: Record<string, string>): unknown
  end(body?: string): unknown
}

const FIX = 'Call the handler before anything reads the request, or put the bytes into req.rawBody'

/**
 * Makes a listener for `node:http` and frameworks on top of it.
 *
 * @param fix advice for the message when something has parsed the body before
 * @example createServer(toNodeHandler(handler))
 */
export function toNodeHandler(handler: WebhookHandler, fix = FIX) {
  return async (req: NodeRequest, res: NodeResponse): Promise<void> => {
    if (req.method !== 'POST') {
      res.writeHead(405, { allow: 'POST' })
      res.end()
      return
    }
    const { status, headers, body } = await handler.receive(req.headers, (most) => bytesOf(req, most, fix))
    // A timeout of another middleware may have answered.
    if (res.headersSent) return
    // The unread rest of the body would prevent reuse of the connection.
    res.writeHead(status, status === 413 ? { ...headers, connection: 'close' } : headers)
    res.end(body)
  }
}

async function bytesOf(req: NodeRequest, maxBytes: number, fix: string): Promise<unknown> {
  // Bytes that were not UTF-8 have changed in a text and do not verify.
  const kept = [req.rawBody, req.body].find(isRaw)
  if (kept !== undefined) return kept
  // A parser may set a body without having read one.
  if (req.readableDidRead) throw alreadyRead(fix)
  return collected(req, maxBytes)
}

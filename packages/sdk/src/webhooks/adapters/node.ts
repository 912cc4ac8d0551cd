import { isRaw } from '../body.ts'
import { alreadyRead, collected } from '../bytes.ts'
import type { WebhookHandler } from '../handler.ts'

/** Of `IncomingMessage` what is needed, so that the types need no Node. */
export interface NodeRequest extends AsyncIterable<Uint8Array> {
  readonly method?: string | undefined
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly readableDidRead: boolean
  /** Set by body parsers. */
  readonly body?: unknown
  /** Set by platforms that parse before you can say anything, as Google's functions. */
  readonly rawBody?: unknown
}

/** Of `ServerResponse` what is needed. */
export interface NodeResponse {
  readonly headersSent?: boolean
  writeHead(status: number, headers: Record<string, string>): unknown
  end(body?: string): unknown
}

const FIX = 'Call the handler before anything reads the request, or put the bytes into req.rawBody'

/**
 * Makes a listener for `node:http`, and for what is built on it.
 *
 * @param fix what is said to who parses the body before
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
    // Something before may have lost its patience and answered.
    if (res.headersSent) return
    // What was not read would keep the connection from being used again.
    res.writeHead(status, status === 413 ? { ...headers, connection: 'close' } : headers)
    res.end(body)
  }
}

async function bytesOf(req: NodeRequest, maxBytes: number, fix: string): Promise<unknown> {
  // As text, what was no UTF-8 has become something else, which then does not verify.
  const kept = [req.rawBody, req.body].find(isRaw)
  if (kept !== undefined) return kept
  // A parser may have set a body without having read one.
  if (req.readableDidRead) throw alreadyRead(fix)
  return collected(req, maxBytes)
}

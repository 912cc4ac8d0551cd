import express, { type Request, type Response } from 'express'
import { invalid, Refusal } from '../refusal.ts'
import { shortened } from '../shortened.ts'
import { beyondLimit } from './json-size.ts'

const LIMIT = 1024 * 1024

const read = express.raw({ limit: LIMIT, type: () => true })

/**
 * Reads the JSON body of a request whose caller has been authorised. The body is measured before it is parsed.
 *
 * @returns the parsed body, or undefined if there is none
 * @throws {Refusal} `payload_too_large`, `unsupported_media_type`, `invalid_request`
 */
export async function readBody(req: Request, res: Response): Promise<unknown> {
  if (!(await hasBody(req))) return undefined
  // JSON between systems is UTF-8 (RFC 8259 section 8.1); the parser would take any charset whose name begins with utf-.
  const charset = /;\s*charset="?([^\s;"]+)/i.exec(req.get('content-type') ?? '')?.[1] ?? 'utf-8'
  if (!req.is('application/json') || charset.toLowerCase() !== 'utf-8') throw new Refusal('unsupported_media_type')
  await new Promise<void>((resolve, reject) => {
    read(req, res, (error?: unknown) => (error ? reject(asRefusal(error)) : resolve()))
  })
  return parse(req.body)
}

function parse(json: Buffer): unknown {
  const limit = beyondLimit(json)
  if (limit === 'values') throw new Refusal('payload_too_large')
  if (limit === 'depth') throw invalid('', 'body.depth')
  const text = json.toString()
  try {
    // A byte order mark may be ignored (RFC 8259 section 8.1).
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text)
  } catch (error) {
    throw invalid('', 'body.json', { reason: shortened((error as SyntaxError).message) })
  }
}

/** Waits for the first chunk or the end, because some balancers forward a request without a body as one of zero chunks. */
async function hasBody(req: Request): Promise<boolean> {
  if (req.get('transfer-encoding') === undefined) return Number(req.get('content-length') ?? 0) > 0
  if (!req.readableEnded && req.readableLength === 0) {
    await new Promise<void>((resolve) => {
      const waited = () => {
        for (const event of ['readable', 'end', 'close', 'error']) req.off(event, waited)
        resolve()
      }
      for (const event of ['readable', 'end', 'close', 'error']) req.on(event, waited)
    })
  }
  return req.readableLength > 0 || !req.complete
}

/** The names of body-parser's errors. */
function asRefusal(error: unknown): unknown {
  const { type } = error as { type?: string }
  switch (type) {
    case 'entity.too.large':
      return new Refusal('payload_too_large')
    case 'encoding.unsupported':
      return new Refusal('unsupported_media_type')
    case 'request.aborted':
    case 'request.size.invalid':
    case 'entity.verify.failed':
      return invalid('', 'body.incomplete')
    default:
      // zlib's own errors, for a body that is not compressed as Content-Encoding says.
      return (error as { status?: number }).status === 400 ? invalid('', 'body.compression') : error
  }
}

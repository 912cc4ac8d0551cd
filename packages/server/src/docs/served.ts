import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Request, RequestHandler, Response } from 'express'

const compress = promisify(gzip)

/** A public text with its validator and its compressed form, which are made once. */
type Kept = { text: string; etag: string; zipped?: Promise<Buffer> }

/** Texts by their content, so that each is hashed and compressed once. */
const kept = new Map<string, Kept>()

/** Five minutes: an update of the server is visible soon, and until then a browser sends no request. */
const CACHED = 'public, max-age=300'

/**
 * Sends a public text, compressed if the caller accepts that, and only its validator if the caller has it already (RFC 9110
 * section 13.1.2).
 *
 * @param type a media type, or the short name of one, for example `html`
 * @param text one of a fixed number of texts, because each is kept for as long as the server runs
 */
export async function sendKept(req: Request, res: Response, type: string, text: string): Promise<void> {
  const one = kept.get(text) ?? keep(text)
  res.set({ 'Cache-Control': CACHED, ETag: one.etag }).vary('Accept-Encoding').type(type)
  if (req.fresh) return void res.status(304).end()
  if (req.acceptsEncodings('gzip') !== 'gzip') return void res.send(text)
  one.zipped ??= compress(text, { level: 9 })
  res.set('Content-Encoding', 'gzip').send(await one.zipped)
}

/** A handler that sends one text, which is read on the first request. */
export function serve(type: string, read: () => string): RequestHandler {
  let text: string | undefined
  return (req, res) => {
    text ??= read()
    return sendKept(req, res, type, text)
  }
}

function keep(text: string): Kept {
  const one = { text, etag: `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"` }
  kept.set(text, one)
  return one
}

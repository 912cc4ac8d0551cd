import { once } from 'node:events'
import type { Response } from 'express'
import type { News } from '../operation.ts'

/** The time after which clients reconnect when a stream has ended, in milliseconds. */
const RETRY = 1000
/** The time for which a client may read nothing, in milliseconds. */
const STUCK = 30_000

/**
 * Sends events as server-sent events (HTML, section 9.2), as fast as the client reads them.
 *
 * @param gone aborts when the connection is closed
 */
export async function sendEventStream(res: Response, stream: AsyncIterable<News>, gone: AbortSignal): Promise<void> {
  res.status(200).set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store, no-transform',
    // Makes nginx and compatible proxies forward each event immediately.
    'X-Accel-Buffering': 'no',
  })
  res.write(`retry: ${RETRY}\n\n`)
  for await (const news of stream) {
    if (res.write(written(news))) continue
    if (!(await drained(res, gone))) break
  }
  if (!res.destroyed) res.end()
}

function written(news: News): string {
  if ('alive' in news) return `: alive\nid: ${news.alive}\n\n`
  return `id: ${news.sequence}\nevent: ${news.type}\ndata: ${news.body}\n\n`
}

/** @returns false for a client that is gone or reads nothing; its connection is closed */
async function drained(res: Response, gone: AbortSignal): Promise<boolean> {
  try {
    await once(res, 'drain', { signal: AbortSignal.any([gone, AbortSignal.timeout(STUCK)]) })
    return true
  } catch {
    res.destroy()
    return false
  }
}

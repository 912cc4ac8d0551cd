import type { ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import { newId } from './ids.ts'
import { StoreUnavailable } from './store/store.ts'

/** Answers a request when nothing else could. Never throws. */
export type LastResort = (error: unknown, res: ServerResponse) => void

/**
 * Creates the answer to errors while an error is answered, or after an answer has begun. It contains only the id of the request; an
 * answer that has begun is aborted, so that nobody takes it for complete.
 *
 * @param bodyOf makes the JSON for the id of a request
 */
export function createLastResort(
  logger: Logger,
  { mediaType, bodyOf }: { mediaType: string; bodyOf: (requestId: string) => object },
): LastResort {
  return (error, res) => {
    try {
      const given = res.getHeader('X-Request-Id')
      const requestId = typeof given === 'string' ? given : newId('req')
      // An outage of the store is logged where the store is used.
      if (isHangUp(error)) logger.debug({ err: error, request_id: requestId }, 'a caller ended a request')
      else if (!(error instanceof StoreUnavailable)) {
        logger.error({ err: error, request_id: requestId }, 'an answer failed')
      }
      if (res.headersSent) return void res.destroy()
      for (const name of ['Content-Encoding', 'Content-Length', 'ETag', 'Location']) res.removeHeader(name)
      res.statusCode = 500
      res.statusMessage = 'Internal Server Error'
      res.setHeader('Content-Type', mediaType)
      res.setHeader('Cache-Control', 'no-store')
      res.setHeader('X-Request-Id', requestId)
      res.end(JSON.stringify(bodyOf(requestId)))
    } catch {
      res.destroy()
    }
  }
}

/** Node's codes for a connection that the other end has closed or broken, possibly in the middle of a request. */
const HANG_UPS = new Set(['HPE_INVALID_EOF_STATE', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE'])

const isHangUp = (error: unknown) => HANG_UPS.has(String((error as { code?: unknown } | null | undefined)?.code))

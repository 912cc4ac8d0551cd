import type { ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import { newId } from './ids.ts'
import { StoreUnavailable } from './store/store.ts'

/** Answers what nothing else could answer. Can't throw. */
export type LastResort = (error: unknown, res: ServerResponse) => void

/**
 * Makes the answer to an error that came while an error was answered, or after an answer had begun. It says nothing but the id of
 * the request; an answer that had begun is broken off, so that nobody takes it for whole.
 *
 * @param bodyOf writes the JSON for a request's id
 */
export function createLastResort(
  logger: Logger,
  { mediaType, bodyOf }: { mediaType: string; bodyOf: (requestId: string) => object },
): LastResort {
  return (error, res) => {
    try {
      const given = res.getHeader('X-Request-Id')
      const requestId = typeof given === 'string' ? given : newId('req')
      // A store that is gone is told of where it is used.
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

/** Codes of Node for a connection that its other end closed or broke, also in the middle of a request. */
const HANG_UPS = new Set(['HPE_INVALID_EOF_STATE', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE'])

const isHangUp = (error: unknown) => HANG_UPS.has(String((error as { code?: unknown } | null | undefined)?.code))

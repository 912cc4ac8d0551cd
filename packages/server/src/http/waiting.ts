import type { OperationId } from '@sendoff/api'
import type { Request, Response } from 'express'
import { requireOrganization } from '../actor.ts'
import type { Waiting } from '../operation.ts'
import { invalid } from '../refusal.ts'
import { authenticateAgain, requireScope } from './authenticate.ts'

/** A caller whose answer takes long: it may disconnect, and its token may become invalid. */
export function waitingOf(
  id: OperationId,
  req: Request,
  res: Response,
  parts: Parameters<typeof authenticateAgain>[1],
): Waiting {
  const gone = new AbortController()
  res.on('close', () => gone.abort())
  // A HEAD request waits for nothing.
  if (res.destroyed || req.method === 'HEAD') gone.abort()
  return {
    gone: gone.signal,
    async again() {
      const actor = await authenticateAgain(req, parts, String(res.locals.requestId))
      requireScope(id, actor)
      requireOrganization(actor)
      return actor
    },
  }
}

/** @throws {Refusal} `invalid_request` for a `Last-Event-ID` that is not the sequence of an event */
export function lastEventId(req: Request): number | undefined {
  const text = req.get('last-event-id')
  if (text === undefined || text === '') return undefined
  const sequence = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN
  if (Number.isSafeInteger(sequence)) return sequence
  throw invalid({ in: 'header', pointer: '/Last-Event-ID' }, 'header.last_event_id')
}

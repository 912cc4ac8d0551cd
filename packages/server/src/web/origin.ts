import type { Request } from 'express'
import type { Origin } from '../actor.ts'

/** From where a call comes; what a trusted proxy says of it counts. */
export function originOf(req: Request, requestId: string): Origin {
  return { address: req.ip ?? null, requestId }
}

import type { Request } from 'express'
import type { Origin } from '../actor.ts'
import { languageOf } from './language.ts'

/** The circumstances of a call; the address is the one that a trusted proxy reports. */
export function originOf(req: Request, requestId: string): Origin {
  return { address: req.ip ?? null, requestId, language: languageOf(req) }
}

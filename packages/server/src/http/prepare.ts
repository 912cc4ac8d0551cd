import type { Request, RequestHandler, Response } from 'express'

/** A step before each request is answered, which neither waits nor fails. */
export type Preparation = (req: Request, res: Response) => void

/** Carries out preparations in order, as one layer of Express. */
export function prepare(...steps: Preparation[]): RequestHandler {
  return (req, res, next) => {
    for (const step of steps) step(req, res)
    next()
  }
}

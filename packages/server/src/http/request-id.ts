import type { RequestHandler } from 'express'
import { newId } from '../ids.ts'

/** Gives every request an id for its answer, its problem and the logs. A usable id from the caller is kept. */
export const requestId: RequestHandler = (req, res, next) => {
  const given = req.get('x-request-id')
  const id = given && /^[A-Za-z0-9_.-]{1,64}$/.test(given) ? given : newId('req')
  res.locals.requestId = id
  res.set('X-Request-Id', id)
  next()
}

import { newId } from '../ids.ts'
import type { Preparation } from './prepare.ts'

/** Gives every request an id for its answer, its problem and the logs. A usable id from the caller is kept. */
export const requestId: Preparation = (req, res) => {
  const given = req.headers['x-request-id']
  const id = typeof given === 'string' && /^[A-Za-z0-9_.-]{1,64}$/.test(given) ? given : newId('req')
  res.locals.requestId = id
  res.setHeader('X-Request-Id', id)
}

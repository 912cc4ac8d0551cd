import type { RequestHandler } from 'express'
import { Refusal } from '../refusal.ts'

/**
 * Answers a known path that is called with a method it does not take: 405 with `Allow` (RFC 9110 section 15.5.6).
 *
 * @param allowed the methods that it takes; `HEAD` comes with `GET`
 */
export function refuseMethod(allowed: string[]): RequestHandler {
  const allow = [...new Set(allowed.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))].join(', ')
  return (_req, res) => {
    res.set('Allow', allow)
    throw new Refusal('method_not_allowed')
  }
}

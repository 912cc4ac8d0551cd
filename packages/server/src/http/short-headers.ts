import type { RequestHandler } from 'express'

/** The headers by which a caller says what it would like to get (RFC 9110 section 12.5). */
const WISHES = ['accept', 'accept-charset', 'accept-encoding', 'accept-language'] as const
/** Browsers send up to 200 characters. */
const MOST = 1000

/** Leaves of a long wish its first thousand characters: reading it takes time by the square of its length. */
export const shortenWishes: RequestHandler = (req, _res, next) => {
  for (const name of WISHES) {
    const value = req.headers[name]
    if (typeof value !== 'string' || value.length <= MOST) continue
    const end = value.lastIndexOf(',', MOST)
    if (end > 0) req.headers[name] = value.slice(0, end)
    else delete req.headers[name]
  }
  next()
}

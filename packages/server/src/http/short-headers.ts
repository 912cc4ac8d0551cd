import type { Preparation } from './prepare.ts'

/** The headers of content negotiation (RFC 9110 section 12.5). */
const WISHES = ['accept', 'accept-charset', 'accept-encoding', 'accept-language'] as const
/** The most characters that are read; browsers send up to 200. */
const MOST = 1000

/** Cuts long headers of content negotiation, because the time to read one grows with the square of its length. */
export const shortenWishes: Preparation = (req) => {
  for (const name of WISHES) {
    const value = req.headers[name]
    if (typeof value !== 'string' || value.length <= MOST) continue
    const end = value.lastIndexOf(',', MOST)
    if (end > 0) req.headers[name] = value.slice(0, end)
    else delete req.headers[name]
  }
}

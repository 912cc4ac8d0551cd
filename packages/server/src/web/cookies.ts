import { parse } from 'cookie'
import type { Request } from 'express'

/** True if cookies are for https only. */
export const isSecure = ({ base }: { base: string }) => base.startsWith('https:')

/**
 * Names a cookie. Over https the prefix (RFC 6265bis section 4.1.3) makes browsers refuse a cookie of this name that was not set
 * over https; `__Host-`, for a cookie of the path `/`, also one that another host of the domain has set.
 *
 * @param server the URL at which the server is reached
 */
export function cookieName(name: string, server: { base: string }, path: string): string {
  if (!isSecure(server)) return name
  return `${path === '/' ? '__Host-' : '__Secure-'}${name}`
}

/** Reads a cookie of a request by its name. */
export const cookieOf = (req: Request, name: string): string | undefined => parse(req.get('cookie') ?? '')[name]

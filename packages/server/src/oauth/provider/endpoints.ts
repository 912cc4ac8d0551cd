import type { IncomingMessage, ServerResponse } from 'node:http'

const GET = ['GET', 'HEAD', 'OPTIONS']
const POST = ['POST', 'OPTIONS']

const methods: Record<string, readonly string[]> = {
  '/oauth2/token': POST,
  '/oauth2/par': POST,
  '/oauth2/revoke': POST,
  '/oauth2/introspect': POST,
  '/oauth2/authorize': ['GET', 'HEAD'],
  '/.well-known/oauth-authorization-server': GET,
}

/** Where the browser comes back to from the sign-in. */
const RESUME = /^\/oauth2\/authorize\/[\w-]+$/

/** Whether a path is the authorization server's. */
export const isOAuthPath = (path: string) => path in methods || RESUME.test(path)

/** The most parameters that a query may have; the largest request for authorization has some 15. */
const MOST_PARAMETERS = 100

/**
 * Refuses a query of many parameters, because to decode thousands that are badly encoded takes a fifth of a second.
 *
 * @returns whether it was refused, and is answered
 */
export function refuseManyParameters(req: IncomingMessage, res: ServerResponse): boolean {
  const query = (req.url ?? '').split('?', 2)[1] ?? ''
  if (query.split('&', MOST_PARAMETERS + 1).length <= MOST_PARAMETERS) return false
  const description = `a query has ${MOST_PARAMETERS} parameters at most`
  const body = JSON.stringify({ error: 'invalid_request', error_description: description })
  res.writeHead(400, { 'Content-Type': 'application/json; charset=utf-8' }).end(body)
  return true
}

/**
 * Refuses a method that an endpoint does not have.
 *
 * @returns whether it was refused, and is answered
 */
export function refuseMethod(req: IncomingMessage, res: ServerResponse): boolean {
  const [path = ''] = (req.url ?? '').split('?')
  const allowed = methods[path] ?? ['GET', 'HEAD']
  if (allowed.includes(req.method ?? '')) return false
  const body = JSON.stringify({ error: 'invalid_request', error_description: `use ${allowed.join(' or ')}` })
  res.writeHead(405, { Allow: allowed.join(', '), 'Content-Type': 'application/json; charset=utf-8' }).end(body)
  return true
}

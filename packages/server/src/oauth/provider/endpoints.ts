import type { IncomingMessage, ServerResponse } from 'node:http'

/** The paths of the endpoints, by their names in the library. The key set is served by the API itself. */
export const routes = {
  token: '/oauth2/token',
  jwks: '/oauth2/jwks',
  authorization: '/oauth2/authorize',
  pushed_authorization_request: '/oauth2/par',
  revocation: '/oauth2/revoke',
  introspection: '/oauth2/introspect',
} as const

const GET = ['GET', 'HEAD', 'OPTIONS']
const POST = ['POST', 'OPTIONS']

const methods: Record<string, readonly string[]> = {
  [routes.token]: POST,
  [routes.pushed_authorization_request]: POST,
  [routes.revocation]: POST,
  [routes.introspection]: POST,
  [routes.authorization]: ['GET', 'HEAD'],
  '/.well-known/oauth-authorization-server': GET,
}

/** The path to which the browser returns from the sign-in. */
const RESUME = /^\/oauth2\/authorize\/[\w-]+$/

/** True if a path is the authorization server's. */
export const isOAuthPath = (path: string) => path in methods || RESUME.test(path)

/** The most parameters that a query may have; the largest request for authorization has some 15. */
const MOST_PARAMETERS = 100

/**
 * Refuses a method that an endpoint does not have.
 *
 * @returns true if it was refused, and is answered
 */
export function refuseMethod(req: IncomingMessage, res: ServerResponse): boolean {
  const [path = ''] = (req.url ?? '').split('?')
  const allowed = methods[path] ?? ['GET', 'HEAD']
  if (allowed.includes(req.method ?? '')) return false
  refuse(res, 405, `use ${allowed.join(' or ')}`, { Allow: allowed.join(', ') })
  return true
}

/**
 * Refuses a query of many parameters: decoding thousands that are badly encoded takes a fifth of a second.
 *
 * @returns true if it was refused, and is answered
 */
export function refuseManyParameters(req: IncomingMessage, res: ServerResponse): boolean {
  const query = (req.url ?? '').split('?', 2)[1] ?? ''
  if (query.split('&', MOST_PARAMETERS + 1).length <= MOST_PARAMETERS) return false
  refuse(res, 400, `a query has ${MOST_PARAMETERS} parameters at most`)
  return true
}

function refuse(res: ServerResponse, status: number, description: string, headers: Record<string, string> = {}): void {
  const body = JSON.stringify({ error: 'invalid_request', error_description: description })
  res.writeHead(status, { ...headers, 'Content-Type': 'application/json; charset=utf-8' }).end(body)
}

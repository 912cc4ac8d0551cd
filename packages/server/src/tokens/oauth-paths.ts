/** What the endpoints of the authorization server take (RFC 6749 section 3, RFC 7009, RFC 7662, RFC 8414, RFC 9126). */
export const METHODS: Record<string, string[]> = {
  '/oauth2/authorize': ['GET'],
  '/oauth2/par': ['POST'],
  '/oauth2/token': ['POST'],
  '/oauth2/revoke': ['POST'],
  '/oauth2/introspect': ['POST'],
  '/oauth2/jwks': ['GET'],
  '/.well-known/oauth-authorization-server': ['GET'],
}

/** Where the browser comes back to from the sign-in. */
const RESUME = /^\/oauth2\/authorize\/[\w-]+$/

/** Whether a path is the authorization server's. */
export const isOAuthPath = (path: string) => path in METHODS || RESUME.test(path)

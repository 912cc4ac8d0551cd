import type { IncomingMessage } from 'node:http'

/**
 * Takes the host out of a request that names it in its first line, as one to a proxy does (RFC 9112 section 3.2.2). A caller can
 * write anything there, and what comes after makes URLs of the path; where the server is reached is settled by its issuer.
 */
export function toOriginForm(req: IncomingMessage): void {
  const { url = '' } = req
  const origin = /^[a-z][\w+.-]*:\/\/[^/?#]*/i.exec(url)?.[0]
  if (origin === undefined) return
  const rest = url.slice(origin.length)
  req.url = rest.startsWith('/') ? rest : `/${rest}`
}

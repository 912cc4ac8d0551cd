import type { IncomingMessage } from 'node:http'

/**
 * Removes the host from the first line of a request, where a request to a proxy has it (RFC 9112 section 3.2.2). A caller can write
 * anything there, and libraries make URLs of it; the server's origin is its issuer.
 */
export function toOriginForm(req: IncomingMessage): void {
  const { url = '' } = req
  if (url.startsWith('/')) return
  const origin = /^[a-z][\w+.-]*:\/\/[^/?#]*/i.exec(url)?.[0]
  if (origin === undefined) return
  const rest = url.slice(origin.length)
  req.url = rest.startsWith('/') ? rest : `/${rest}`
}

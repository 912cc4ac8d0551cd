import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { Config } from '../../config.ts'

/** The path of the metadata (RFC 8414), at which an issuer is recognised. */
export const METADATA = '/.well-known/oauth-authorization-server'

/** The sender of a request: the peer of its connection, and the caller that the peer names in `X-Forwarded-For`. */
export type Sender = { peer: string; forwardedFor: string | undefined }

export type StandIn = {
  /** Marks the metadata of this stand-in. */
  mark: string
  /** The senders of requests for the metadata, in order. */
  senders: Sender[]
  close(): Promise<void>
}

/**
 * Listens in place of a server that does not run yet, for a moment: it answers the metadata, so that the way through the proxy can be
 * tried, and 503 to everything else.
 *
 * @throws the system's error, for example EADDRINUSE
 */
export async function standIn({ host, port, issuer }: Pick<Config, 'host' | 'port' | 'issuer'>): Promise<StandIn> {
  const mark = randomUUID()
  const senders: Sender[] = []
  const server = createServer((req, res) => {
    res.setHeader('Connection', 'close').setHeader('Cache-Control', 'no-store')
    if (req.url !== METADATA) return void res.writeHead(503, { 'Retry-After': '5' }).end()
    senders.push({
      peer: plainAddress(req.socket.remoteAddress ?? ''),
      forwardedFor: req.headers['x-forwarded-for'] as string,
    })
    res.setHeader('Content-Type', 'application/json').end(JSON.stringify({ issuer, sendoff_check: mark }))
  })
  server.listen(port, host)
  await once(server, 'listening')
  return {
    mark,
    senders,
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

/** An IPv4 address as such, also where the system writes it as IPv6. */
const plainAddress = (address: string) => address.replace(/^::ffff:(\d+\.)/, '$1')

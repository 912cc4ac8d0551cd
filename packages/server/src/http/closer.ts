import { once } from 'node:events'
import type { Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** The time for requests under way once the server stops, in milliseconds; longer than any answer takes. */
const GRACE = 20_000

/**
 * Tracks connections, so that closing the server waits only for those with a request under way. `http.close()` alone waits forever for
 * a connection that has sent nothing or half a request, and for an idle one until its own timeout.
 *
 * @returns a function that refuses new connections, lets the requests under way finish, and closes all other connections
 */
export function closer(http: Server): () => Promise<void> {
  const connections = new Set<Socket>()
  const underWay = new Set<ServerResponse>()
  http.on('connection', (socket) => {
    connections.add(socket)
    socket.on('close', () => connections.delete(socket))
  })
  http.on('request', (_req, res) => {
    underWay.add(res)
    res.on('close', () => underWay.delete(res))
  })
  return async () => {
    const closed = once(http, 'close')
    http.close()
    const busy = new Set([...underWay].map(({ socket }) => socket))
    for (const res of underWay) if (!res.headersSent) res.setHeader('Connection', 'close')
    for (const socket of connections) if (!busy.has(socket)) socket.destroy()
    const late = setTimeout(() => http.closeAllConnections(), GRACE)
    await closed
    clearTimeout(late)
  }
}

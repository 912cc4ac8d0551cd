import { once } from 'node:events'
import type { Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** How long requests under way may take once the server stops, in milliseconds; longer than any answer of ours. */
const GRACE = 20_000

/**
 * Watches the connections, so that the server can be closed by those that have a request under way. `http.close()` alone waits
 * for ever for a connection that sent nothing yet or half a request, and for a kept-alive one until its own time is over.
 *
 * @returns refuses new connections, lets the requests under way finish, and closes everything else
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

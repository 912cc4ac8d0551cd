/** The systems of the example: each is an endpoint of its own, and answers for itself what became of a departure. */
import { createServer, type Server } from 'node:http'
import { createHandler, type Receipt } from '@sendoff/sdk/webhooks'
import { toNodeHandler } from '@sendoff/sdk/webhooks/node'

export interface System {
  readonly url: string
  /** Sets the secret of its endpoint. */
  secret: string
  /** Takes it off the network, and brings it back at the same address. */
  stop(): Promise<void>
  start(): Promise<void>
}

/**
 * Starts a system on loopback.
 *
 * @param remove removes the access of an account, and tells what came of it
 */
export async function startSystem(remove: (accountId: string) => Receipt): Promise<System> {
  let server: Server
  let port = 0
  const system: System = {
    get url() {
      return `http://127.0.0.1:${port}/`
    },
    secret: '',
    async start() {
      server = createServer(toNodeHandler(handler))
      await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
      const address = server.address()
      if (typeof address === 'object' && address) port = address.port
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  const handler = createHandler({
    secrets: () => system.secret,
    // The result is the receipt: done(), failed('reason') or notApplicable().
    on: { 'member.departed': ({ data }) => remove(data.account_id) },
  })
  await system.start()
  return system
}

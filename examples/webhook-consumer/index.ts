/** Receives the events of all organisations of the sandbox, each at an endpoint with its own secret. */
import type { AddressInfo } from 'node:net'
import { createClient } from '@sendoff/sdk'
import { createHandler } from '@sendoff/sdk/webhooks'
import { toExpressHandler } from '@sendoff/sdk/webhooks/express'
import express from 'express'
import { readSandbox } from '../sandbox.ts'

const { base_url: baseUrl, organizations } = await readSandbox()
const unsubscribe: (() => Promise<unknown>)[] = []

const app = express()
const server = app.listen(Number(process.env.CONSUMER_PORT ?? 0), '127.0.0.1', async () => {
  const { port } = server.address() as AddressInfo
  for (const organization of organizations) await subscribe(organization, `http://127.0.0.1:${port}`)
  console.log(`Listening on 127.0.0.1:${port}. Now run: npm run example:partner-unlink`)
})

async function subscribe(
  { org_id, apps }: { org_id: string; apps: { client_id: string; client_secret: string }[] },
  at: string,
) {
  const [credentials] = apps
  if (!credentials) return
  let secret = ''
  const handler = createHandler({
    secrets: () => secret,
    on: {
      'organization.association.unlinked': ({ id, data }) =>
        console.log(
          `${id}: verified: ${org_id} and ${data.associated_org_id} are unlinked (${data.side}, ${data.cause})`,
        ),
    },
    otherwise: ({ id, type }) => console.log(`${id}: verified: ${type} in ${org_id}`),
    onError: (error) => console.log(`refused: ${error}`),
  })
  app.post(`/webhooks/${org_id}`, toExpressHandler(handler))

  const client = createClient({
    baseUrl,
    clientId: credentials.client_id,
    clientSecret: credentials.client_secret,
    scopes: ['webhook:write'],
  })
  const url = `${at}/webhooks/${org_id}`
  const endpoint = await client.webhookEndpoints.create({ url, description: 'webhook-consumer example' })
  secret = endpoint.secret
  const { endpoint_id } = endpoint
  unsubscribe.push(() => client.webhookEndpoints.delete({ endpoint_id }, { timeout: 2000, maxRetries: 0 }))
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, async () => {
    await Promise.allSettled(unsubscribe.map((remove) => remove()))
    process.exit(0)
  })
}

/** Hears of what happens in every organisation of the sandbox: each tells its own endpoint, signed with its own secret. */
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createClient } from '@sendoff/sdk'
import { handle, verify, WebhookVerificationError } from '@sendoff/sdk/webhooks'
import express from 'express'

const file = `${process.env.SENDOFF_DATA_DIR ?? '.sendoff'}/sandbox.json`
const { base_url: baseUrl, organizations } = JSON.parse(readFileSync(file, 'utf8'))
const secrets = new Map<string, string>()
const unsubscribe: (() => Promise<unknown>)[] = []

const app = express()
// The signature covers the bytes as they came, so they must not be parsed before.
app.post('/webhooks/:organization', express.raw({ type: 'application/json' }), async (req, res) => {
  const { organization } = req.params
  try {
    const event = await verify(req.body, req.headers, { secrets: secrets.get(organization) ?? [] })
    await handle(event, {
      'organization.association.unlinked': ({ id, data }) =>
        console.log(
          `${id}: verified: ${organization} and ${data.associated_org_id} are unlinked (${data.side}, ${data.cause})`,
        ),
      otherwise: ({ id, type }) => console.log(`${id}: verified: ${type} in ${organization}`),
    })
    res.sendStatus(204)
  } catch (error) {
    if (!(error instanceof WebhookVerificationError)) throw error
    console.log(`refused: ${error.message}`)
    res.sendStatus(400)
  }
})

const server = app.listen(Number(process.env.CONSUMER_PORT ?? 0), '127.0.0.1', async () => {
  const { port } = server.address() as AddressInfo
  for (const organization of organizations) await subscribe(organization, `http://127.0.0.1:${port}`)
  console.log(`Listening on 127.0.0.1:${port}. Now run: npm run example:partner-unlink`)
})

async function subscribe(
  organization: { org_id: string; apps: { client_id: string; client_secret: string }[] },
  at: string,
) {
  const [credentials] = organization.apps
  if (!credentials) return
  const client = createClient({
    baseUrl,
    clientId: credentials.client_id,
    clientSecret: credentials.client_secret,
    scopes: ['webhook:write'],
  })
  const url = `${at}/webhooks/${organization.org_id}`
  const { endpoint_id, secret } = await client.webhookEndpoints.create({ url, description: 'webhook-consumer example' })
  secrets.set(organization.org_id, secret)
  unsubscribe.push(() => client.webhookEndpoints.delete({ endpoint_id }, { timeout: 2000, maxRetries: 0 }))
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, async () => {
    await Promise.allSettled(unsubscribe.map((remove) => remove()))
    process.exit(0)
  })
}

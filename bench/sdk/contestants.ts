import { createClient } from '@sendoff/sdk'

/** Makes a small write, like a user of the library. */
export type Write = () => Promise<unknown>

export interface Contestant {
  readonly name: string
  /** The imports of a program that uses it. */
  readonly imports?: string
  readonly write?: (port: number) => Promise<Write>
}

const unlinking = { dept_id: 3, associated_org_id: 'org_2' }
const baseOf = (port: number) => `http://127.0.0.1:${port}`

// Only `npm run bench:sdk` installs them, so no type may depend on them.
const load = async <Module>(name: string) => (await import(name)) as Module

async function bare(port: number): Promise<Write> {
  const headers = { authorization: 'Bearer t', 'content-type': 'application/json' }
  return async () => {
    const body = JSON.stringify(unlinking)
    const response = await fetch(`${baseOf(port)}/v1.0/organization/unlink`, { method: 'POST', headers, body })
    return response.json()
  }
}

async function sendoff(port: number): Promise<Write> {
  const client = createClient({
    baseUrl: baseOf(port),
    clientId: 'app_1',
    clientSecret: 's',
    scopes: ['org:unlink'],
  })
  return () => client.organization.unlink(unlinking)
}

async function openapiFetch(port: number): Promise<Write> {
  type Module = { default: (o: object) => { POST: (path: string, o: object) => Promise<{ data?: unknown }> } }
  const { default: create } = await load<Module>('openapi-fetch')
  const client = create({ baseUrl: baseOf(port), headers: { authorization: 'Bearer t' } })
  return async () => (await client.POST('/v1.0/organization/unlink', { body: unlinking })).data
}

async function stripe(port: number): Promise<Write> {
  type Stripe = { customers: { create: (o: object) => Promise<unknown> } }
  type Module = { default: { new (key: string, o: object): Stripe; createFetchHttpClient: () => unknown } }
  const { default: Stripe } = await load<Module>('stripe')
  const httpClient = Stripe.createFetchHttpClient()
  const client = new Stripe('sk_test_1', { host: '127.0.0.1', port, protocol: 'http', telemetry: false, httpClient })
  return () => client.customers.create({ name: 'Acme', description: 'org_2' })
}

async function openai(port: number): Promise<Write> {
  type Module = { default: new (o: object) => { moderations: { create: (o: object) => Promise<unknown> } } }
  const { default: OpenAI } = await load<Module>('openai')
  const client = new OpenAI({ apiKey: 'k', baseURL: `${baseOf(port)}/v1` })
  return () => client.moderations.create({ input: 'Acme', model: 'org_2' })
}

async function lark(port: number): Promise<Write> {
  type Client = { im: { message: { create: (o: object) => Promise<unknown> } } }
  type Module = { Client: new (o: object) => Client; LoggerLevel: { error: number } }
  const { Client, LoggerLevel } = await load<Module>('@larksuiteoapi/node-sdk')
  const loggerLevel = LoggerLevel.error
  const client = new Client({ appId: 'a', appSecret: 's', domain: baseOf(port), loggerLevel })
  const message = { params: { receive_id_type: 'open_id' }, data: { receive_id: 'a', content: 'b', msg_type: 'text' } }
  return () => client.im.message.create(message)
}

export const contestants: readonly Contestant[] = [
  { name: 'fetch, bare', write: bare },
  { name: '@sendoff/sdk', imports: `export { createClient } from '@sendoff/sdk'`, write: sendoff },
  {
    name: '@sendoff/sdk and webhooks',
    imports: `export { createClient } from '@sendoff/sdk'; export { createHandler } from '@sendoff/sdk/webhooks'`,
  },
  { name: 'openapi-fetch', imports: `export { default } from 'openapi-fetch'`, write: openapiFetch },
  { name: 'stripe', imports: `export { default } from 'stripe'`, write: stripe },
  { name: 'openai', imports: `export { default } from 'openai'`, write: openai },
  { name: '@larksuiteoapi/node-sdk', imports: `export { Client } from '@larksuiteoapi/node-sdk'`, write: lark },
]

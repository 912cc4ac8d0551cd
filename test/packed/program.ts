/**
 * The program of a user, with Web APIs and our packages alone, so that every runtime runs the same: it calls a server, is refused,
 * signs with a key and receives deliveries. It only reports; the test judges.
 */
import { createClient, isProblem, type PrivateKey, privateKeyJwt } from '@sendoff/sdk'
import { ContractError, fetchDouble } from '@sendoff/sdk/testing'
import { createHandler, createKeySet, sign, verify, WebhookVerificationError } from '@sendoff/sdk/webhooks'
import { vectors } from '@sendoff/sdk/webhooks/testing'

export type Input = {
  baseUrl: string
  app: { client_id: string; client_secret: string }
  keyApp: { client_id: string; jwk: PrivateKey }
  unlinking: { dept_id: number; associated_org_id: string }
  /** A delivery as the server sent it; its bytes in base64. */
  delivery: { headers: Record<string, string>; body: string; secret: string; organization: string }
}

export async function run({ baseUrl, app, keyApp, unlinking, delivery }: Input) {
  const scopes = ['org:read', 'org:unlink'] as const
  const client = createClient({ baseUrl, clientId: app.client_id, clientSecret: app.client_secret, scopes })
  const { org_id } = await client.organization.get()
  const { result } = await client.organization.unlink(unlinking)
  const refusal = await client.organization.unlink(unlinking).catch((error: unknown) => {
    if (!isProblem(error, 'organization.unlink')) throw error
    const { code, safeToRepeat, requestId } = error
    return { code, safeToRepeat, named: Boolean(requestId) }
  })
  const byKey = createClient({
    baseUrl,
    clientId: keyApp.client_id,
    clientAssertion: privateKeyJwt(keyApp.jwk),
    scopes: ['org:read'],
  })
  return {
    runtime: globalThis.navigator?.userAgent ?? `Node.js/${(globalThis as Process).process?.version}`,
    org_id,
    result,
    refusal,
    byKey: (await byKey.organization.get()).org_id,
    deliveries: await deliveries(baseUrl, delivery),
    signed: await signed(delivery.secret),
    doubled: await doubled(),
    wrongVerdicts: await wrongVerdicts(),
  }
}

/** Node 20 has no navigator. */
type Process = { process?: { version: string } }

/** The answers of a handler, and whether it got the event, for a delivery that is verified by its secret, by the published keys, and forged. */
async function deliveries(baseUrl: string, { headers, body, secret, organization }: Input['delivery']) {
  const bytes = bytesOf(body)
  const organizations = [organization]
  const keys = {
    v1: { secrets: secret },
    v1a: { jwks: createKeySet(`${baseUrl}/webhooks/jwks`), organizations },
  }
  const forged = bytes.map((byte, at) => (at === bytes.length - 2 ? byte ^ 1 : byte))
  const answers: Record<string, unknown> = {}
  for (const version of ['v1', 'v1a'] as const) {
    let heard: string | null = null
    const ping = ({ type }: { type: string }) => {
      heard = type
    }
    const handler = createHandler({ ...keys[version], on: { ping }, onError: () => undefined })
    for (const [name, content] of [
      ['genuine', bytes],
      ['forged', forged],
    ] as const) {
      heard = null
      const request = new Request('https://consumer.example/webhooks', { method: 'POST', headers, body: content })
      answers[`${version} ${name}`] = [(await handler(request)).status, heard]
    }
  }
  return answers
}

/** Signs an event and verifies it. */
async function signed(secret: string) {
  const id = 'evt_1'
  const body = JSON.stringify({ id, type: 'ping', org_id: 'org_1', sequence: 1, data: { endpoint_id: 'whe_1' } })
  const headers = await sign(body, { id, timestamp: Math.floor(Date.now() / 1000), secret })
  return (await verify(body, headers, { secrets: secret })).type
}

/** Calls a double of the platform, with and without a reply. */
async function doubled() {
  const organization = {
    org_id: 'org_1',
    name: 'Acme',
    status: 'active',
    created_at: '2026-11-22T08:00:00.000Z',
  } as const
  const { fetch } = fetchDouble({ 'organization.get': { status: 200, body: organization } })
  const scopes = ['org:read', 'org:association:read'] as const
  const client = createClient({ baseUrl: 'https://sendoff.test', token: 'token', scopes, fetch })
  const { name } = await client.organization.get()
  const refusal = await client.associations.list().then(undefined, (error: unknown) => error)
  return [name, refusal instanceof ContractError ? refusal.operation : String(refusal)]
}

/** Returns the test vectors with a wrong verdict. */
async function wrongVerdicts() {
  const wrong: string[] = []
  for (const { name, headers, body_base64, secrets, jwks, now, refused } of vectors.cases) {
    const spelled = Object.entries(headers).map(([header, value]) => [
      header,
      typeof value === 'object' && 'repeat' in value ? value.repeat.repeat(value.times) + value.last : value,
    ])
    const byKeys = jwks && { jwks: createKeySet(jwks), organizations: ['org_1'] }
    const keys = byKeys ? { ...byKeys, ...(secrets.length > 0 && { secrets }) } : { secrets }
    const verdict = await verify(bytesOf(body_base64), Object.fromEntries(spelled), { ...keys, now: now * 1000 }).then(
      () => undefined,
      (error: unknown) => (error instanceof WebhookVerificationError ? error.code : String(error)),
    )
    if (verdict !== refused) wrong.push(`${name}: ${verdict}`)
  }
  return wrong
}

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))

import { verify, WebhookVerificationError } from '@sendoff/sdk/webhooks'
import { Webhook } from 'standardwebhooks'
import { expect, test, vi } from 'vitest'
import { createEndpoint, ping, settle, webhookScopes } from '../support/endpoints.ts'
import { unlink } from '../support/events.ts'
import { must, onEachStore } from '../support/platform.ts'
import { type Received, startReceiver } from '../support/receiver.ts'

onEachStore((platform) => {
  const newToken = () =>
    platform().appToken(platform().organization(0).org_id, ...webhookScopes, 'org:association:read')

  /** The request that an endpoint receives for an unlink. */
  async function deliverOne(): Promise<{ received: Received; secret: string }> {
    const receiver = await startReceiver()
    const { secret } = await createEndpoint(platform(), await newToken(), receiver.url)
    await unlink(platform(), platform().association('upstream'), { reason_text: 'Überschneidung, 部门合并 👋' })
    await settle(platform())
    expect(receiver.received).toHaveLength(1)
    return { received: must(receiver.received[0]), secret }
  }

  const standard = ({ headers, body }: Received, secret: string) =>
    new Webhook(secret).verify(body.toString(), headers as Record<string, string>)

  test('the headers are those of Standard Webhooks, over the bytes of the event as JSON', async () => {
    const { received } = await deliverOne()
    expect(received.headers).toMatchObject({
      'content-type': 'application/json',
      'content-length': String(received.body.length),
      'accept-encoding': 'identity',
      'webhook-id': received.event.id,
      'webhook-timestamp': expect.stringMatching(/^\d{10}$/),
      'webhook-signature': expect.stringMatching(/^v1,[A-Za-z0-9+/]{43}= v1a,[A-Za-z0-9+/]{86}==$/),
    })
    expect(received.body.toString()).toBe(JSON.stringify(received.event))
    expect(received.event.data.reason_text).toBe('Überschneidung, 部门合并 👋')
  })

  test('it verifies with the library of Standard Webhooks', async () => {
    const { received, secret } = await deliverOne()
    expect(standard(received, secret)).toEqual(received.event)
  })

  test('it verifies with the SDK', async () => {
    const { received, secret } = await deliverOne()
    expect(await verify(received.body, received.headers, { secrets: secret })).toEqual(received.event)
  })

  test('anyone can verify it with the published keys, which may be cached', async () => {
    const { received } = await deliverOne()
    const { headers, body } = await platform().get('/webhooks/jwks')
    expect(headers.get('cache-control')).toBe('public, max-age=300')
    expect(body).toEqual({
      keys: [
        {
          kty: 'OKP',
          crv: 'Ed25519',
          x: expect.any(String),
          kid: expect.stringMatching(/^key_/),
          alg: 'EdDSA',
          use: 'sig',
        },
      ],
    })
    const key = await crypto.subtle.importKey('jwk', body.keys[0], 'Ed25519', false, ['verify'])
    const { 'webhook-id': id, 'webhook-timestamp': time, 'webhook-signature': signatures } = received.headers
    const [, signature = ''] = /v1a,(\S+)/.exec(String(signatures)) ?? []
    const verifies = (text: string) =>
      crypto.subtle.verify('Ed25519', key, Buffer.from(signature, 'base64'), new TextEncoder().encode(text))
    expect(await verifies(`${id}.${time}.${received.body}`)).toBe(true)
    expect(await verifies(`${id}x.${time}.${received.body}`)).toBe(false)
  })

  test('it does not verify after a change of a byte, the id or the time, nor with the secret of another endpoint', async () => {
    const { received, secret } = await deliverOne()
    const other = (await createEndpoint(platform(), await newToken(), 'http://127.0.0.1:9/')).secret
    const { headers, body } = received
    const changed = Buffer.from(body.toString().replace('"side":"initiator"', '"side":"initiatoR"'))
    const later = String(Number(headers['webhook-timestamp']) + 1)
    const forgeries: [Buffer, Received['headers'], string][] = [
      [changed, headers, secret],
      [body, { ...headers, 'webhook-id': 'evt_another' }, secret],
      [body, { ...headers, 'webhook-timestamp': later }, secret],
      [body, headers, other],
    ]
    for (const [bytes, sent, key] of forgeries) {
      await expect(verify(bytes, sent, { secrets: key })).rejects.toThrow(WebhookVerificationError)
      expect(() => standard({ ...received, headers: sent, body: bytes }, key)).toThrow()
    }
  })

  test('each attempt has the same id and bytes, and its own timestamp and signature', async () => {
    // The real time, by which signatures are made, stands still unless the test moves it.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
    try {
      const receiver = await startReceiver((_, count) => (count < 3 ? 500 : 204))
      const token = await newToken()
      const { secret, endpoint_id } = await createEndpoint(platform(), token, receiver.url)
      const { event_id } = await ping(platform(), token, endpoint_id)
      const sent: number[] = []
      for (let attempt = 1; attempt <= 3; attempt++) {
        await settle(platform())
        await receiver.until((received) => received.length === attempt)
        sent.push(Math.floor(Date.now() / 1000))
        const received = must(receiver.received.at(-1))
        expect(standard(received, secret)).toEqual(received.event)
        await verify(received.body, received.headers, { secrets: secret, tolerance: 0 })
        vi.setSystemTime(Date.now() + 601_000)
      }
      const header = (name: string) => receiver.received.map(({ headers }) => headers[name])
      expect(header('webhook-id')).toEqual(Array(3).fill(event_id))
      expect(header('webhook-timestamp')).toEqual(sent.map(String))
      expect(new Set(header('webhook-signature')).size).toBe(3)
      expect(new Set(receiver.received.map(({ body }) => body.toString())).size).toBe(1)
    } finally {
      vi.useRealTimers()
    }
  })
})

import { createKeySet, verify, WebhookVerificationError } from '@sendoff/sdk/webhooks'
import { sign, type Vector, vectors } from '@sendoff/sdk/webhooks/testing'
import { Webhook } from 'standardwebhooks'
import { afterEach, describe, expect, test, vi } from 'vitest'

const { cases, standard_webhooks: standard } = vectors

afterEach(() => vi.useRealTimers())

function headersOf({ headers }: Vector): Record<string, string | readonly string[]> {
  const spelled = Object.entries(headers).map(([name, value]) => [
    name,
    typeof value === 'object' && 'repeat' in value ? value.repeat.repeat(value.times) + value.last : value,
  ])
  return Object.fromEntries(spelled)
}

function verdict(vector: Vector): Promise<unknown> {
  const { body_base64, secrets, jwks, now } = vector
  const keys = jwks
    ? { jwks: createKeySet(jwks), organizations: ['org_1'], ...(secrets.length > 0 && { secrets }) }
    : { secrets }
  return verify(Buffer.from(body_base64, 'base64'), headersOf(vector), { ...keys, now: now * 1000 })
}

describe('vectors', () => {
  test('are many, mostly deliveries that must not verify', () => {
    expect(cases.filter(({ refused }) => refused).length).toBeGreaterThanOrEqual(40)
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length)
  })

  test.each(cases.filter(({ refused }) => !refused))('$name: verifies', async (vector) => {
    expect(await verdict(vector)).toEqual(JSON.parse(Buffer.from(vector.body_base64, 'base64').toString()))
  })

  test.each(cases.filter(({ refused }) => refused))('$name: $refused', async (vector) => {
    await expect(verdict(vector)).rejects.toBeInstanceOf(WebhookVerificationError)
    await expect(verdict(vector)).rejects.toMatchObject({ code: vector.refused })
  })

  // The reference library supports one secret and no v1a, and is less strict about timestamps and bytes; the vectors say where.
  const comparable = cases.filter((one) => one.standardwebhooks !== 'not applicable' && one.secrets.length === 1)
  test.each(comparable)('$name: standardwebhooks agrees, or is known to differ', (vector) => {
    vi.useFakeTimers({ toFake: ['Date'], now: vector.now * 1000 })
    const theirs = () =>
      new Webhook(vector.secrets[0] ?? '').verify(
        Buffer.from(vector.body_base64, 'base64'),
        headersOf(vector) as Record<string, string>,
      )
    if (vector.refused && vector.standardwebhooks !== 'accepts') expect(theirs).toThrow()
    else expect(theirs).not.toThrow()
  })
})

describe('with Standard Webhooks', () => {
  const at = { id: standard.id, timestamp: standard.timestamp }
  const seed = Buffer.from(standard.ed25519_private_key, 'base64')
  const privateKey = () =>
    crypto.subtle.importKey(
      'pkcs8',
      Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed.subarray(0, 32)]),
      'Ed25519',
      false,
      ['sign'],
    )

  test('its own vectors equal our signatures, v1 and v1a, and pass verification up to the body, which is not an event', async () => {
    const headers = await sign(standard.body, { ...at, secret: standard.secret, privateKey: await privateKey() })
    expect(headers['webhook-signature']).toBe(`${standard.v1} ${standard.v1a}`)
    const x = seed.subarray(32).toString('base64url')
    const jwks = createKeySet({ keys: [{ kty: 'OKP', crv: 'Ed25519', x }] })
    for (const [signature, keys] of [
      [standard.v1, { secrets: standard.secret }],
      [standard.v1a, { jwks, organizations: [] }],
    ] as const) {
      const call = verify(
        standard.body,
        { ...headers, 'webhook-signature': signature },
        { ...keys, now: at.timestamp * 1000 },
      )
      await expect(call).rejects.toMatchObject({ code: 'body_invalid' })
    }
  })

  test('its library verifies our signatures, also beside a v1a and another secret, and we verify its signatures', async () => {
    const now = standard.timestamp * 1000
    vi.useFakeTimers({ toFake: ['Date'], now })
    const theirs = new Webhook(standard.secret)
    const body = '{"type":"ping","name":"陈静"}'
    const other = 'whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'
    const headers = await sign(body, { ...at, secret: [other, standard.secret], privateKey: await privateKey() })
    expect(theirs.verify(body, headers)).toEqual(JSON.parse(body))
    const signature = theirs.sign(at.id, new Date(now), body)
    const verified = await verify(body, { ...headers, 'webhook-signature': signature }, { secrets: standard.secret })
    expect(verified).toEqual(JSON.parse(body))
  })
})

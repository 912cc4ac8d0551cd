import { createHandler, createKeySet, type KeySet, type Organizations, verify } from '@sendoff/sdk/webhooks'
import { sign } from '@sendoff/sdk/webhooks/testing'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { answer, delivery, ping, secret, serve, silent } from './support.ts'

type KeyPair = { privateKey: Awaited<ReturnType<typeof crypto.subtle.importKey>>; jwk: object }

async function keyPair(kid: string): Promise<KeyPair> {
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair
  return { privateKey: pair.privateKey, jwk: { ...(await crypto.subtle.exportKey('jwk', pair.publicKey)), kid } }
}
type CryptoKeyPair = { privateKey: KeyPair['privateKey']; publicKey: KeyPair['privateKey'] }

/** Publishes the content of `published`. */
async function publish(published: { keys: object[]; status?: number; cacheControl?: string }) {
  const asked = { times: 0 }
  const base = await serve((_, res) => {
    asked.times++
    res.writeHead(published.status ?? 200, { 'cache-control': published.cacheControl ?? 'max-age=600' })
    res.end(JSON.stringify({ keys: published.keys }))
  })
  const url = `${base}/webhooks/jwks`
  return { url, jwks: createKeySet(url), asked }
}

const start = Date.parse('2026-11-22T09:00:00Z')
let first: KeyPair
let second: KeyPair
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: start })
  first = await keyPair('1')
  second = await keyPair('2')
})
afterEach(() => vi.useRealTimers())

async function check({ privateKey }: KeyPair, jwks: KeySet, organizations: Organizations = ['org_1']) {
  const body = JSON.stringify(ping({ org_id: 'org_1' }))
  const headers = await sign(body, { id: 'evt_1', timestamp: Math.floor(Date.now() / 1000), privateKey })
  return verify(body, headers, { jwks, organizations })
}

describe("the platform's keys", () => {
  test('verify v1a, from a set and from its URL, which is requested once for any number of deliveries', async () => {
    await check(first, createKeySet({ keys: [second.jwk, first.jwk] }))
    const { jwks, asked } = await publish({ keys: [first.jwk] })
    await Promise.all(Array.from({ length: 20 }, () => check(first, jwks)))
    await check(first, jwks)
    expect(asked.times).toBe(1)
  })

  test('are requested again after their max-age', async () => {
    const { jwks, asked } = await publish({ keys: [first.jwk], cacheControl: 'public, max-age=120' })
    await check(first, jwks)
    vi.setSystemTime(start + 119_000)
    await check(first, jwks)
    expect(asked.times).toBe(1)
    vi.setSystemTime(start + 121_000)
    await check(first, jwks)
    expect(asked.times).toBe(2)
  })

  test('are used beyond it while they cannot be fetched, with one attempt a minute', async () => {
    const published = { keys: [first.jwk], status: 200 }
    const { jwks, asked } = await publish(published)
    await check(first, jwks)
    published.status = 503
    vi.setSystemTime(start + 3_600_000)
    for (let times = 0; times < 5; times++) await check(first, jwks)
    expect(asked.times).toBe(2)
    vi.setSystemTime(start + 3_661_000)
    await check(first, jwks)
    expect(asked.times).toBe(3)
  })

  test('are requested immediately for a signature by an unknown key, but at most once a minute', async () => {
    const published = { keys: [first.jwk] }
    const { jwks, asked } = await publish(published)
    await check(first, jwks)
    published.keys = [second.jwk]
    for (let times = 0; times < 5; times++) {
      await expect(check(second, jwks)).rejects.toMatchObject({ code: 'signature_mismatch' })
    }
    expect(asked.times).toBe(1)
    vi.setSystemTime(start + 61_000)
    await check(second, jwks)
    expect(asked.times).toBe(2)
    await expect(check(first, jwks)).rejects.toMatchObject({ code: 'signature_mismatch' })
    expect(asked.times).toBe(2)
  })

  test('that were never available make the platform repeat the delivery: 503', async () => {
    const { jwks } = await publish({ keys: [], status: 500 })
    await expect(check(first, jwks)).rejects.toMatchObject({ code: 'jwks_unavailable' })
    const handler = createHandler({ jwks, organizations: ['org_1'], on: {}, onError: silent })
    const signed = await delivery(ping(), { privateKey: first.privateKey })
    expect(await answer(handler(signed))).toMatchObject({ status: 503, body: { code: 'jwks_unavailable' } })
  })

  test('are accepted over https or from loopback only, and no redirect is followed', async () => {
    expect(() => createKeySet('http://sendoff.test/jwks')).toThrow('Keys must come by https:')
    const { url } = await publish({ keys: [first.jwk] })
    const base = await serve((_, res) => res.writeHead(302, { location: url }).end())
    await expect(check(first, createKeySet(base))).rejects.toMatchObject({ code: 'jwks_unavailable' })
  })
})

describe('a delivery that the platform signed for somebody else', () => {
  test('is refused if it belongs to another organisation', async () => {
    const jwks = createKeySet({ keys: [first.jwk] })
    const refused = { code: 'organization_unexpected' }
    await expect(check(first, jwks, ['org_2'])).rejects.toMatchObject(refused)
    await expect(check(first, jwks, () => false)).rejects.toMatchObject(refused)
    await check(first, jwks, async (organization) => organization === 'org_1')
  })

  test('is answered as a challenge only for our own endpoints', async () => {
    const challenge = { type: 'webhook_endpoint.challenge', endpoint_id: 'whe_1', challenge: 'c_123' }
    const keys = { jwks: createKeySet({ keys: [first.jwk] }), organizations: ['org_1'], on: {}, onError: silent }
    const signed = () => delivery(challenge, { privateKey: first.privateKey })
    const closed = createHandler(keys)
    expect(await answer(closed(await signed()))).toMatchObject({ status: 400, body: { code: 'challenge_unexpected' } })
    const ours = createHandler({ ...keys, answerChallenge: (endpointId) => endpointId === 'whe_1' })
    expect(await answer(ours(await signed()))).toMatchObject({ status: 200, body: { challenge: 'c_123' } })
  })
})

test('either signature is enough if both a secret and keys are given', async () => {
  const body = JSON.stringify(ping({ org_id: 'org_1' }))
  const at = { id: 'evt_1', timestamp: start / 1000 }
  const keys = { secrets: secret, jwks: createKeySet({ keys: [first.jwk] }), organizations: ['org_1'] }
  for (const by of [{ secret }, { privateKey: first.privateKey }]) {
    expect(await verify(body, await sign(body, { ...at, ...by }), keys)).toMatchObject({ type: 'ping' })
  }
})

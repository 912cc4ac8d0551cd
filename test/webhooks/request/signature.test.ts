import { generateKeyPairSync } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { expect, test } from 'vitest'
import { generateSecret, sign } from '../../../packages/server/src/webhooks/signature/standard-webhooks.ts'
import { must } from '../../support/platform.ts'

const { privateKey: platformKey, publicKey } = generateKeyPairSync('ed25519')

const vector = {
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  timestamp: 1_614_265_330,
  body: '{"test": 2432232314}',
  secrets: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
  platformKey,
}

test('the vector of Standard Webhooks is reproduced', () => {
  expect(sign(vector).split(' ')[0]).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
})

test('the public signature covers the same text with Ed25519, as WebCrypto verifies', async () => {
  const [version, signature = ''] = must(sign(vector).split(' ')[1]).split(',')
  expect(version).toBe('v1a')
  const key = await crypto.subtle.importKey('jwk', publicKey.export({ format: 'jwk' }), 'Ed25519', false, ['verify'])
  const verifies = (text: string) =>
    crypto.subtle.verify('Ed25519', key, Buffer.from(signature, 'base64'), new TextEncoder().encode(text))
  expect(await verifies(`${vector.id}.${vector.timestamp}.${vector.body}`)).toBe(true)
  expect(await verifies(`${vector.id}.${vector.timestamp + 1}.${vector.body}`)).toBe(false)
  expect(await verifies(`${vector.id}.${vector.timestamp}.${vector.body} `)).toBe(false)
})

test('the reference library accepts a signature with a new secret, of text and of bytes', () => {
  const secret = generateSecret()
  const timestamp = Math.floor(Date.now() / 1_000)
  const text = JSON.stringify({ type: 'member.left', data: { name: 'Zoë 🌍' } })
  for (const body of [text, new TextEncoder().encode(text)]) {
    const headers = {
      'webhook-id': 'evt_1',
      'webhook-timestamp': String(timestamp),
      'webhook-signature': sign({ id: 'evt_1', timestamp, body, secrets: [secret], platformKey }),
    }
    expect(new Webhook(secret).verify(text, headers)).toEqual(JSON.parse(text))
    expect(() => new Webhook(generateSecret()).verify(text, headers)).toThrow()
    expect(() => new Webhook(secret).verify(text.replace('left', 'kept'), headers)).toThrow()
    expect(() => new Webhook(secret).verify(text, { ...headers, 'webhook-id': 'evt_2' })).toThrow()
  }
})

test('during a rotation a consumer that knows either secret accepts', () => {
  const [newer, older] = [generateSecret(), generateSecret()]
  const timestamp = Math.floor(Date.now() / 1_000)
  const signature = sign({ id: 'evt_1', timestamp, body: '{}', secrets: [newer, older], platformKey })
  const headers = { 'webhook-id': 'evt_1', 'webhook-timestamp': String(timestamp), 'webhook-signature': signature }
  expect(signature).toMatch(/^v1,[A-Za-z0-9+/]{43}= v1,[A-Za-z0-9+/]{43}= v1a,[A-Za-z0-9+/]{86}==$/)
  expect(new Webhook(newer).verify('{}', headers)).toEqual({})
  expect(new Webhook(older).verify('{}', headers)).toEqual({})
})

test('different bytes have different signatures, even if they are not UTF-8', () => {
  const of = (byte: number) => sign({ ...vector, body: new Uint8Array([byte]) })
  expect(of(0xff)).not.toBe(of(0xfe))
})

test('an attempt at another time has another signature', () => {
  expect(sign({ ...vector, timestamp: vector.timestamp + 1 })).not.toBe(sign(vector))
})

test.each([
  ['an id with a dot', { id: 'evt_1.2' }],
  ['no id', { id: '' }],
  ['a timestamp in fractions', { timestamp: 1.5 }],
  ['a timestamp before 1970', { timestamp: -1 }],
  ['a timestamp that is no number', { timestamp: Number.NaN }],
  ['no secret', { secrets: [] }],
])('%s is not signed', (_, change) => {
  expect(() => sign({ ...vector, ...change })).toThrow(TypeError)
})

test.each([
  ['without its prefix', 'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
  ['with no key', 'whsec_'],
  ['with a key of 23 bytes', `whsec_${Buffer.alloc(23, 1).toString('base64')}`],
  ['with a key of 65 bytes', `whsec_${Buffer.alloc(65, 1).toString('base64')}`],
  ['that is not base64', `whsec_${'!'.repeat(44)}`],
  ['with a space in it', 'whsec_MfKQ9r8GKYqr TwjUPD8ILPZIo2LaLaSw'],
  ['in base64url', `whsec_${Buffer.alloc(32, 0xff).toString('base64url')}`],
])('a secret %s is refused, and not repeated', (_, secret) => {
  expect(() => sign({ ...vector, secrets: [secret] })).toThrow(/^A webhook secret must be/)
  expect(() => sign({ ...vector, secrets: [...vector.secrets, secret] })).toThrow(/^(?!.*MfKQ).*$/)
})

test('a new secret is 32 random bytes', () => {
  const secrets = Array.from({ length: 100 }, generateSecret)
  expect(new Set(secrets).size).toBe(100)
  for (const secret of secrets) expect(Buffer.from(secret.replace(/^whsec_/, ''), 'base64')).toHaveLength(32)
})

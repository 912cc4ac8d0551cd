import { handle, sign, verify, type WebhookErrorCode, WebhookVerificationError } from '@sendoff/sdk/webhooks'
import { Webhook } from 'standardwebhooks'
import { describe, expect, test, vi } from 'vitest'

// The vector of Standard Webhooks' own libraries.
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const other = 'whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'
const id = 'msg_p5jXN8AQM9LWM0D4loKWxJek'
const timestamp = 1614265330
const vectorBody = '{"test": 2432232314}'
const vectorSignature = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE='
const now = timestamp * 1000

const body = JSON.stringify({ id: 'evt_1', type: 'ping', org_id: 'org_1', sequence: 1, data: { endpoint_id: 'whe_1' } })
const event = JSON.parse(body)
const bytes = (text: string) => new TextEncoder().encode(text)
const signed = (over: string | Uint8Array = body, at = timestamp, by = secret) =>
  sign(over, { id, timestamp: at, secret: by })

describe('a delivery is verified', () => {
  test('over the vector of Standard Webhooks', async () => {
    expect((await signed(vectorBody))['webhook-signature']).toBe(vectorSignature)
    const headers = { 'webhook-id': id, 'webhook-timestamp': String(timestamp), 'webhook-signature': vectorSignature }
    // It is signed, but not an event: verification reached the body.
    await expect(verify(vectorBody, headers, { secrets: secret, now })).rejects.toMatchObject({ code: 'body_invalid' })
  })

  test.each([
    ['text', body],
    ['bytes', bytes(body)],
    ['a Buffer', Buffer.from(body)],
    ['a part of a larger buffer', bytes(`xx${body}`).subarray(2)],
  ])('from %s', async (_, raw) => {
    expect(await verify(raw, await signed(), { secrets: secret, now })).toEqual(event)
  })

  test('with Headers, and with headers as in Node, in any case of letters', async () => {
    const headers = await signed()
    const shouted = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toUpperCase(), [value]]))
    for (const form of [new Headers(headers), shouted, { ...headers, host: undefined }]) {
      expect(await verify(body, form, { secrets: secret, now })).toEqual(event)
    }
  })

  test('by any of several secrets against any of several signatures, while they are rotated', async () => {
    const headers = await signed()
    const { 'webhook-signature': bySecret } = headers
    const { 'webhook-signature': byOther } = await signed(body, timestamp, other)
    const both = { ...headers, 'webhook-signature': `v1a,ed25519 ${byOther} ${bySecret}` }
    expect(await verify(body, both, { secrets: secret, now })).toEqual(event)
    expect(await verify(body, headers, { secrets: [other, secret], now })).toEqual(event)
  })

  test('at either edge of the tolerance', async () => {
    for (const skew of [-300, 300]) {
      expect(await verify(body, await signed(), { secrets: secret, now: now + skew * 1000 })).toEqual(event)
    }
    const late = { secrets: secret, now: now + 3_600_000, tolerance: 3600 }
    expect(await verify(body, await signed(), late)).toEqual(event)
  })

  test('by the clock, if no time is given', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now })
    expect(await verify(body, await signed(), { secrets: secret })).toEqual(event)
    vi.useRealTimers()
  })
})

describe('a delivery is refused', () => {
  const refused: [string, WebhookErrorCode, (headers: Awaited<ReturnType<typeof signed>>) => unknown[]][] = [
    ['without an id', 'header_missing', ({ 'webhook-id': _, ...rest }) => [body, rest]],
    ['without a timestamp', 'header_missing', ({ 'webhook-timestamp': _, ...rest }) => [body, rest]],
    ['without a signature', 'header_missing', ({ 'webhook-signature': _, ...rest }) => [body, rest]],
    ['with an empty signature header', 'header_missing', (it) => [body, { ...it, 'webhook-signature': '' }]],
    ['with an empty signature', 'signature_mismatch', (it) => [body, { ...it, 'webhook-signature': 'v1,' }]],
    [
      'without a version',
      'signature_unsupported',
      (it) => [body, { ...it, 'webhook-signature': it['webhook-signature'].slice(3) }],
    ],
    [
      'with a version of its own',
      'signature_unsupported',
      (it) => [body, { ...it, 'webhook-signature': it['webhook-signature'].replace('v1', 'v2') }],
    ],
    [
      'with a signature cut short',
      'signature_mismatch',
      (it) => [body, { ...it, 'webhook-signature': it['webhook-signature'].slice(0, -4) }],
    ],
    [
      'with white space in the signature',
      'signature_mismatch',
      (it) => [body, { ...it, 'webhook-signature': it['webhook-signature'].replace('v1,', 'v1,\t') }],
    ],
    [
      'with a signature that is not base64',
      'signature_mismatch',
      (it) => [body, { ...it, 'webhook-signature': 'v1,*' }],
    ],
    [
      'with the 21st signature right',
      'signature_mismatch',
      (it) => [body, { ...it, 'webhook-signature': `${'v1,AAAA '.repeat(20)}${it['webhook-signature']}` }],
    ],
    ['with another id', 'signature_mismatch', (it) => [body, { ...it, 'webhook-id': 'msg_2' }]],
    ['with the id twice', 'header_repeated', (it) => [body, { ...it, 'webhook-id': [id, id] }]],
    ['with the id once more in another case', 'header_repeated', (it) => [body, { ...it, 'Webhook-Id': id }]],
    [
      'with another timestamp',
      'signature_mismatch',
      (it) => [body, { ...it, 'webhook-timestamp': String(timestamp + 1) }],
    ],
    [
      'with the timestamp twice',
      'header_repeated',
      (it) => [body, { ...it, 'webhook-timestamp': [String(timestamp), String(timestamp)] }],
    ],
    ...['123abc', `${timestamp}abc`, ` ${timestamp}`, `${timestamp}.0`, '-1', '0x10', '1e9', 'NaN', '٣'].map(
      (bad): (typeof refused)[number] => [
        `with the timestamp "${bad}"`,
        'timestamp_invalid',
        (it) => [body, { ...it, 'webhook-timestamp': bad }],
      ],
    ),
    ['with another body', 'signature_mismatch', (it) => [body.replace('whe_1', 'whe_2'), it]],
    ['with a body re-serialised', 'body_changed', (it) => [JSON.stringify(event, null, 2), it]],
    ['with no body', 'signature_mismatch', (it) => ['', it]],
    ['with a parsed body', 'body_already_parsed', (it) => [event, it]],
    ['with an array for a body', 'body_already_parsed', (it) => [[...bytes(body)], it]],
    ['with no body at all', 'body_already_parsed', (it) => [undefined, it]],
    ['by another secret', 'signature_mismatch', (it) => [body, it, { secrets: other }]],
    ...[
      '',
      'whsec_',
      'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
      `${secret}\n`,
      ` ${secret}`,
      'whsec_c2hvcnQ=',
      `whsec_${'A'.repeat(88)}`,
      'whsec_*',
    ].map((bad): (typeof refused)[number] => [
      `by the secret ${JSON.stringify(bad)}`,
      'secret_invalid',
      (it) => [body, it, { secrets: bad }],
    ]),
    ['by one good secret and one bad', 'secret_invalid', (it) => [body, it, { secrets: [secret, 'whsec_'] }]],
    ['by no secret', 'secret_invalid', (it) => [body, it, { secrets: [] }]],
    ['by an undefined secret', 'secret_invalid', (it) => [body, it, { secrets: undefined }]],
    ['after 301 s', 'timestamp_too_old', (it) => [body, it, { now: now + 301_000 }]],
    ['301 s ahead', 'timestamp_too_new', (it) => [body, it, { now: now - 301_000 }]],
    ['with a tolerance of NaN', 'timestamp_too_old', (it) => [body, it, { tolerance: Number.NaN, now: now + 1000 }]],
  ]

  test.each(refused)('%s: %s', async (_, code, change) => {
    const [raw, headers, options] = change(await signed())
    const call = verify(raw as string, headers as Headers, { secrets: secret, now, ...(options as object) })
    await expect(call).rejects.toBeInstanceOf(WebhookVerificationError)
    await expect(call).rejects.toMatchObject({ code })
  })

  test('when a byte differs that text cannot represent: 0xFF for 0xFE', async () => {
    const withByte = (byte: number) => new Uint8Array([...bytes('{"type":"'), byte, ...bytes('"}')])
    const headers = await signed(withByte(0xff))
    const options = { secrets: secret, now }
    await expect(verify(withByte(0xfe), headers, options)).rejects.toMatchObject({ code: 'signature_mismatch' })
    await expect(verify(withByte(0xff), headers, options)).rejects.toMatchObject({ code: 'body_invalid' })
  })

  test.each(['', '{"type":', 'null', '[]', '"ping"', '{"type":7}'])(
    'when %j is signed, which is not an event',
    async (text) => {
      await expect(verify(text, await signed(text), { secrets: secret, now })).rejects.toMatchObject({
        code: 'body_invalid',
      })
    },
  )

  test('with a message that names the remedy, and never a secret', async () => {
    const refusal = (options: object, raw: unknown = body) =>
      signed().then((headers) => verify(raw as string, headers, { secrets: secret, now, ...options }))
    await expect(refusal({}, event)).rejects.toThrow("express.raw({ type: 'application/json' })")
    await expect(refusal({ now: now + 420_000 })).rejects.toThrow('webhook-timestamp is 420 s old, 300 s are allowed')
    await expect(refusal({ now: now - 420_000 })).rejects.toThrow('webhook-timestamp is 420 s ahead, 300 s are allowed')
    await expect(refusal({ secrets: `${secret}\n` })).rejects.toThrow('it has white space')
    await expect(refusal({ secrets: `${secret}\n` })).rejects.not.toThrow(secret)
  })
})

describe('with standardwebhooks', () => {
  test('each verifies the signatures of the other', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now })
    const theirs = new Webhook(secret)
    expect(theirs.verify(body, await signed())).toEqual(event)
    const headers = {
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': theirs.sign(id, new Date(now), body),
    }
    expect(await verify(body, headers, { secrets: secret })).toEqual(event)
    vi.useRealTimers()
  })
})

describe('an event is passed', () => {
  const handlers = {
    ping: ({ data }: { data: { endpoint_id: string } }) => `ping of ${data.endpoint_id}`,
    otherwise: ({ type }: { type: string }) => `something else: ${type}`,
  }

  test('to the handler of its type', () => {
    expect(handle(event, handlers)).toBe('ping of whe_1')
  })
  test.each(['member.departed', 'app.deauthorized', 'toString', '__proto__', 'constructor'])(
    'to otherwise when it is %s',
    (type) => {
      expect(handle({ ...event, type }, handlers)).toBe(`something else: ${type}`)
    },
  )
})

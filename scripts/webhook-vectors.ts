/**
 * Writes the test vectors of webhook verification, for receivers in any language. They are signed with Node's crypto and not with the
 * SDK, as a second opinion on it. Run it after a change: `node scripts/webhook-vectors.ts`
 */
import { createHmac, createPrivateKey, sign as signWith } from 'node:crypto'
import { writeFileSync } from 'node:fs'

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const otherSecret = 'whsec_b3RoZXIgc2VjcmV0IG9mIDMyIGJ5dGVzIGxlbmd0aCE='
const id = 'evt_0199c2f3a8b47c11'
const now = 1_795_000_000
const seed = Buffer.from('nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=', 'base64')
const privateKey = createPrivateKey({
  key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]),
  format: 'der',
  type: 'pkcs8',
})
const jwk = { ...privateKey.export({ format: 'jwk' }), d: undefined, use: 'sig', alg: 'EdDSA', kid: 'rfc8032-1' }
const otherJwk = {
  kty: 'OKP',
  crv: 'Ed25519',
  x: 'PUAXw-hDiVqStwqnTRt-vJyYLM8uxJaMwM1V8Sr0Zgw',
  use: 'sig',
  alg: 'EdDSA',
}
const jwks = { keys: [jwk] }

const body = JSON.stringify({
  id,
  type: 'ping',
  timestamp: '2026-11-18T12:26:40.000Z',
  api_version: '1.0',
  org_id: 'org_1',
  sequence: 1,
  actor: { type: 'system', id: 'sendoff' },
  data: { endpoint_id: 'whe_1' },
})
const bytes = Buffer.from(body)

type Header = string | string[] | { repeat: string; times: number; last: string }
type Headers = Record<string, Header>

function content(over: Buffer, ofId = id, at: number | string = now) {
  return Buffer.concat([Buffer.from(`${ofId}.${at}.`), over])
}
function v1(over: Buffer = bytes, by = secret, ofId = id, at: number | string = now) {
  const key = Buffer.from(by.slice(6), 'base64')
  return `v1,${createHmac('sha256', key)
    .update(content(over, ofId, at))
    .digest('base64')}`
}
function v1a(over: Buffer = bytes, ofId = id, at: number | string = now) {
  return `v1a,${signWith(null, content(over, ofId, at), privateKey).toString('base64')}`
}
function signed(signature: Header = v1(), more: Headers = {}): Headers {
  return { 'webhook-id': id, 'webhook-timestamp': String(now), 'webhook-signature': signature, ...more }
}
function without(name: string): Headers {
  const { [name]: _, ...rest } = signed()
  return rest
}

interface Case {
  name: string
  headers: Headers
  body?: Buffer
  secrets?: string[]
  jwks?: object
  now?: number
  /** The code of the refusal; none if it verifies. */
  refused?: string
  /** The different verdict of standardwebhooks 1.1.1 for JavaScript, if any. */
  standardwebhooks?: 'accepts' | 'refuses' | 'not applicable'
}

const tampered = Buffer.from(bytes)
tampered[bytes.length - 10] = (tampered[bytes.length - 10] ?? 0) ^ 1
const ff = Buffer.from([...Buffer.from('{"type":"'), 0xff, ...Buffer.from('"}')])
const fe = Buffer.from([...Buffer.from('{"type":"'), 0xfe, ...Buffer.from('"}')])
const utf8 = Buffer.from(body.replace('"ping"', '"ping","name":"陈静 👋 \\u0000"'))
const bom = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes])
const wrong = v1(bytes, otherSecret)

const verified: Case[] = [
  { name: 'one signature', headers: signed() },
  { name: 'the good signature last', headers: signed(`${wrong} ${v1()}`) },
  { name: 'the good signature first', headers: signed(`${v1()} ${wrong}`) },
  { name: 'the good signature as the 20th', headers: signed({ repeat: `${wrong} `, times: 19, last: v1() }) },
  { name: 'a v1a that is not checked before it', headers: signed(`${v1a()} ${v1()}`) },
  { name: 'a version that nobody knows beside it', headers: signed(`v9,abc ${v1()}`) },
  { name: 'the second of two secrets', headers: signed(), secrets: [otherSecret, secret] },
  {
    name: 'header names in capitals',
    headers: Object.fromEntries(Object.entries(signed()).map(([k, v]) => [k.toUpperCase(), v])),
  },
  { name: '300 s late', headers: signed(), now: now + 300 },
  { name: '300 s early', headers: signed(), now: now - 300 },
  { name: 'characters of more than one byte', headers: signed(v1(utf8)), body: utf8 },
  { name: 'v1a', headers: signed(v1a()), secrets: [], jwks, standardwebhooks: 'not applicable' },
  {
    name: 'v1a by the second key of the set',
    headers: signed(v1a()),
    secrets: [],
    jwks: { keys: [otherJwk, jwk] },
    standardwebhooks: 'not applicable',
  },
  {
    name: 'v1a beside a key of another kind',
    headers: signed(v1a()),
    secrets: [],
    jwks: { keys: [{ kty: 'EC', crv: 'P-256' }, jwk] },
    standardwebhooks: 'not applicable',
  },
  {
    name: 'v1a good and v1 wrong, where both are checked',
    headers: signed(`${wrong} ${v1a()}`),
    jwks,
    standardwebhooks: 'not applicable',
  },
]

const mismatch = (name: string, headers: Headers, more: Partial<Case> = {}): Case => ({
  name,
  headers,
  refused: 'signature_mismatch',
  ...more,
})
const unsupported = (name: string, headers: Headers): Case => ({ name, headers, refused: 'signature_unsupported' })
const stamp = (value: Header, more: Partial<Case> = {}): Case => ({
  name: `the timestamp ${JSON.stringify(value)}`,
  // If the reference implementation parses a number, that number is signed: a receiver that makes the same mistake would accept it.
  headers: signed(v1(bytes, secret, id, more.standardwebhooks || typeof value !== 'string' ? now : value), {
    'webhook-timestamp': value,
  }),
  refused: 'timestamp_invalid',
  ...more,
})
const ofSecret = (name: string, bad: string, more: Partial<Case> = {}): Case => ({
  name,
  headers: signed(),
  secrets: [bad],
  refused: 'secret_invalid',
  ...more,
})
const ofBody = (name: string, changed: Buffer, more: Partial<Case> = {}): Case => ({
  name,
  headers: signed(),
  body: changed,
  refused: 'signature_mismatch',
  ...more,
})
const accepts = { standardwebhooks: 'accepts' } as const
const notApplicable = { standardwebhooks: 'not applicable' } as const

const refused: Case[] = [
  { name: 'no id', headers: without('webhook-id'), refused: 'header_missing' },
  { name: 'no timestamp', headers: without('webhook-timestamp'), refused: 'header_missing' },
  { name: 'no signature', headers: without('webhook-signature'), refused: 'header_missing' },
  { name: 'an empty id', headers: signed(v1(bytes, secret, ''), { 'webhook-id': '' }), refused: 'header_missing' },
  { name: 'an empty timestamp', headers: signed(v1(), { 'webhook-timestamp': '' }), refused: 'header_missing' },
  { name: 'an empty signature header', headers: signed(''), refused: 'header_missing' },
  { name: 'the id twice', headers: signed(v1(), { 'webhook-id': [id, id] }), refused: 'header_repeated' },
  {
    name: 'the id twice, joined',
    headers: signed(v1(bytes, secret, `${id}, ${id}`), { 'webhook-id': `${id}, ${id}` }),
    refused: 'header_repeated',
    ...accepts,
  },
  {
    name: 'the id once more in another case',
    headers: signed(v1(), { 'Webhook-Id': id }),
    refused: 'header_repeated',
    ...accepts,
  },
  {
    name: 'the timestamp twice',
    headers: signed(v1(), { 'webhook-timestamp': [String(now), String(now)] }),
    refused: 'header_repeated',
    ...notApplicable,
  },
  {
    name: 'the timestamp twice, joined',
    headers: signed(v1(), { 'webhook-timestamp': `${now}, ${now}` }),
    refused: 'header_repeated',
    ...accepts,
  },
  { name: 'the signature twice', headers: signed([v1(), v1()]), refused: 'header_repeated', ...notApplicable },
  { name: 'the signature twice, joined', headers: signed(`${wrong}, ${v1()}`), refused: 'header_repeated', ...accepts },
  stamp(`${now}abc`, accepts),
  stamp('1abc'),
  stamp('abc'),
  stamp(` ${now}`, accepts),
  stamp(`${now} `, accepts),
  stamp(`+${now}`, accepts),
  stamp(`-${now}`),
  stamp(`${now}.0`, accepts),
  stamp('1.795e9'),
  stamp(`0x${now.toString(16)}`),
  stamp('١٧٩٥٠٠٠٠٠٠'),
  stamp('Infinity'),
  stamp('NaN'),
  stamp('2026-11-18T12:26:40Z'),
  stamp('9'.repeat(16)),
  {
    name: 'a timestamp in milliseconds',
    headers: signed(v1(bytes, secret, id, `${now}000`), { 'webhook-timestamp': `${now}000` }),
    refused: 'timestamp_too_new',
  },
  {
    name: 'the timestamp 0',
    headers: signed(v1(bytes, secret, id, '0'), { 'webhook-timestamp': '0' }),
    refused: 'timestamp_too_old',
  },
  { name: '301 s late', headers: signed(), now: now + 301, refused: 'timestamp_too_old' },
  { name: '301 s early', headers: signed(), now: now - 301, refused: 'timestamp_too_new' },
  mismatch('another timestamp', signed(v1(), { 'webhook-timestamp': String(now + 1) })),
  mismatch('another id', signed(v1(), { 'webhook-id': 'evt_2' })),
  mismatch('id and timestamp cut elsewhere', signed(v1(), { 'webhook-id': id.slice(0, -1) })),
  mismatch('the secret of another endpoint', signed(wrong)),
  mismatch('an empty signature', signed('v1,')),
  mismatch('a signature of nothing but padding', signed('v1,====')),
  mismatch('a signature cut short', signed(v1().slice(0, -4))),
  mismatch('a signature with a byte more', signed(`${v1()}AAAA`)),
  mismatch('a signature without its padding', signed(v1().replace(/=+$/, ''))),
  mismatch(
    'a signature with other padding bits',
    signed(v1().replace(/(.)=$/, (_, last) => `${String.fromCharCode(last.charCodeAt(0) + 1)}=`)),
  ),
  mismatch('a signature in base64url', signed(v1().replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, ''))),
  mismatch('a signature in hexadecimal', signed(`v1,${Buffer.from(v1().slice(3), 'base64').toString('hex')}`)),
  mismatch('a tab in the signature', signed(v1().replace('v1,', 'v1,\t'))),
  mismatch('a line feed after the signature', signed(`${v1()}\n`)),
  mismatch('a signature that is not base64', signed('v1,*')),
  mismatch('a comma more', signed(v1().replace('v1,', 'v1,,'))),
  mismatch(
    'a signature of the body alone',
    signed(
      `v1,${createHmac('sha256', Buffer.from(secret.slice(6), 'base64'))
        .update(bytes)
        .digest('base64')}`,
    ),
  ),
  mismatch(
    'a signature by the secret as text',
    signed(`v1,${createHmac('sha256', secret).update(content(bytes)).digest('base64')}`),
  ),
  mismatch(
    'a signature with SHA-512',
    signed(
      `v1,${createHmac('sha512', Buffer.from(secret.slice(6), 'base64'))
        .update(content(bytes))
        .digest('base64')}`,
    ),
  ),
  mismatch('the good signature as the 21st', signed({ repeat: `${wrong} `, times: 20, last: v1() }), accepts),
  mismatch(
    '10,000 signatures',
    signed({ repeat: 'v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= ', times: 9_999, last: v1() }),
    accepts,
  ),
  unsupported('no version', signed(v1().slice(3))),
  unsupported('a version of its own', signed(v1().replace('v1', 'v2'))),
  unsupported('the version in capitals', signed(v1().replace('v1', 'V1'))),
  unsupported('signatures separated by semicolons', signed(`x;${v1()}`)),
  unsupported('a v1 signature called v1a', signed(v1().replace('v1', 'v1a'))),
  ofBody('one bit of the body changed', tampered),
  ofBody('no body', Buffer.alloc(0)),
  ofBody('a byte order mark before the body', bom),
  ofBody('a byte more at the end', Buffer.concat([bytes, Buffer.from([0])])),
  ofBody('a line feed at the end', Buffer.concat([bytes, Buffer.from('\n')]), { refused: 'body_changed' }),
  ofBody('the body written again with white space', Buffer.from(JSON.stringify(JSON.parse(body), null, 2)), {
    refused: 'body_changed',
  }),
  { name: '0xFE where 0xFF was signed', headers: signed(v1(ff)), body: fe, refused: 'signature_mismatch' },
  { name: '0xFF where 0xFF was signed, which is no UTF-8', headers: signed(v1(ff)), body: ff, refused: 'body_invalid' },
  ...['', '{"type":', 'null', '[]', '"ping"', '7', '{"type":7}'].map(
    (text): Case => ({
      name: `what is no event, signed: ${text || 'nothing'}`,
      headers: signed(v1(Buffer.from(text))),
      body: Buffer.from(text),
      refused: 'body_invalid',
      ...(text !== '{"type":' && accepts),
    }),
  ),
  ofSecret('an empty secret', ''),
  ofSecret('a secret that is its prefix alone', 'whsec_'),
  ofSecret('a secret without its prefix', secret.slice(6), accepts),
  ofSecret('a secret with a line feed', `${secret}\n`, accepts),
  ofSecret('a secret with white space before it', ` ${secret}`),
  ofSecret('a secret of 16 bytes', `whsec_${Buffer.alloc(16, 1).toString('base64')}`),
  ofSecret('a secret of 65 bytes', `whsec_${Buffer.alloc(65, 1).toString('base64')}`),
  ofSecret('a secret that is not base64', 'whsec_*'),
  { name: 'no secret', headers: signed(), secrets: [], refused: 'secret_invalid', ...notApplicable },
  {
    name: 'one good secret and one bad',
    headers: signed(),
    secrets: [secret, 'whsec_'],
    refused: 'secret_invalid',
    ...notApplicable,
  },
  mismatch('v1a by a key that is not in the set', signed(v1a()), {
    secrets: [],
    jwks: { keys: [otherJwk] },
    ...notApplicable,
  }),
  mismatch('v1a of another body', signed(v1a(tampered)), { secrets: [], jwks, ...notApplicable }),
  mismatch('v1a cut short', signed(v1a().slice(0, -4)), { secrets: [], jwks, ...notApplicable }),
  mismatch('v1a of nothing', signed('v1a,'), { secrets: [], jwks, ...notApplicable }),
  mismatch('v1a as the 5th v1a', signed({ repeat: `v1a,${'A'.repeat(86)}== `, times: 4, last: v1a() }), {
    secrets: [],
    jwks,
    ...notApplicable,
  }),
  mismatch('a v1 signature called v1a, where keys are given', signed(v1().replace('v1', 'v1a')), {
    secrets: [],
    jwks,
    ...notApplicable,
  }),
  {
    name: 'v1 alone where v1a is checked',
    headers: signed(),
    secrets: [],
    jwks,
    refused: 'signature_unsupported',
    ...notApplicable,
  },
  {
    name: 'a key set without an Ed25519 key',
    headers: signed(v1a()),
    secrets: [],
    jwks: { keys: [] },
    refused: 'jwks_unavailable',
    ...notApplicable,
  },
]

/** The vectors of Standard Webhooks' own libraries; their body is not an event, so verification ends there. */
const standard = {
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  timestamp: 1_614_265_330,
  body: '{"test": 2432232314}',
  secret,
  v1: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  ed25519_private_key: '6Xb/dCcHpPea21PS1N9VY/NZW723CEc77N4rJCubMbfVKIDij2HKpMKkioLlX0dRqSKJp4AJ6p9lMicMFs6Kvg==',
  v1a: 'v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZdpXwVLPo3mNl8EM+m7TBAg==',
}

const written = [...verified, ...refused].map(
  ({ name, headers, body: raw = bytes, secrets = [secret], now: at = now, ...rest }) => ({
    name,
    headers,
    body_base64: raw.toString('base64'),
    secrets,
    now: at,
    ...rest,
  }),
)
const document = {
  description:
    'Test vectors for receivers of Sendoff webhooks. A header that is an object is `repeat` so many `times`, and `last`; one that is a ' +
    'list is there several times. `now` is in seconds, the tolerance 300 s. `refused` is the code; without it the delivery verifies.',
  standard_webhooks: standard,
  cases: written,
}
const file = new URL('../packages/sdk/src/webhooks/testing/vectors.json', import.meta.url)
writeFileSync(file, `${JSON.stringify(document, null, 1)}\n`)
console.log(`${verified.length} that verify, ${refused.length} that do not`)

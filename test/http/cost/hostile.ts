import { gzipSync } from 'node:zlib'
import type { Schema } from '../../support/contract/document.ts'
import type { Located } from '../../support/contract/operations.ts'
import type { Ask } from './measure.ts'

const MIB = 1024 * 1024
/** As much as fits into what Node takes of headers, with the others. */
const HEADER = 14_000

const filled = (text: string, length: number) => text.repeat(Math.floor(length / text.length))
const listOf = (count: number, item: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => item(at)).join(',')

/** Texts of a length that some pattern of the contract, or a worse one, reads for long: each begins as it should and ends otherwise. */
export const texts = (length: number): string[] => [
  `a@${filled('.', length)}@`,
  filled('a.', length),
  `${filled(' ', length)}\u0000`,
  `${filled('a', length)}!`,
  `+1${filled('0', length)}`,
  `P${filled('1D', length)}`,
  `2030-01-01T00:00:00.${filled('0', length)}x`,
  filled('é', length / 2),
]

/** Bodies that no operation takes, whatever it does. */
const anyBodies: Record<string, () => string> = {
  'one long text': () => JSON.stringify(filled('a', MIB - 10)),
  'unknown names, as many as are parsed': () => `{${listOf(39_000, (at) => `"n${at.toString(36)}":0`)}}`,
  'unknown names, a megabyte of them': () => `{${listOf(95_000, (at) => `"n${at.toString(36)}":0`)}}`,
  'one long name': () => `{"${filled('n', MIB - 20)}":0}`,
  'objects that all differ, as many as are parsed': () => `[${listOf(19_000, (at) => `{"n${at.toString(36)}":0}`)}]`,
  'objects that all differ, a megabyte of them': () => `[${listOf(95_000, (at) => `{"n${at.toString(36)}":0}`)}]`,
  'empty lists': () => `[${listOf(300_000, () => '[]')}]`,
  'lists in lists': () => filled('[', MIB / 2) + filled(']', MIB / 2),
  'objects in objects': () => `${filled('{"a":', MIB / 2)}0${filled('}', MIB / 10)}`,
  'no JSON': () => filled('[{"a', MIB - 10),
  'a text without an end': () => `"${filled('\\"', MIB - 10)}`,
  escapes: () => `"${filled('\\u0000', MIB - 20)}"`,
}

/** Bodies that an operation could take, but for what is in them. */
function bodiesOf(schema: Schema): Record<string, string> {
  const own = (schema.anyOf ?? schema.oneOf ?? [schema])[0] ?? {}
  const names = Object.keys(own.properties ?? {})
  const each = (value: string) => `{${names.map((name) => `"${name}":${value}`).join()}}`
  const long = Object.fromEntries(
    texts(1000 * 1000).map((text, at) => {
      const part = JSON.stringify(text.slice(0, 500_000 / names.length) + text.slice(-1))
      return [`each member a long text (${at})`, each(part)]
    }),
  )
  const lists = Object.entries(own.properties ?? {}).flatMap(([name, { type, items, maxItems = 0 }]) => {
    if (type !== 'array') return []
    const inner = Object.entries(items?.properties ?? {})
    const nested = `{${inner.map(([key]) => `"${key}":[{},{},{},{},{},{}]`).join()}}`
    return [
      [`${name} with more items than there may be`, `{"${name}":[${listOf(16_000, () => '{"a":0}')}]}`],
      [`${name} with wrong items`, `{"${name}":[${listOf(Math.min(maxItems, 700), () => nested)}]}`],
      [`${name} with wrong handovers`, `{"${name}":[${listOf(Math.min(maxItems, 60), () => handover)}]}`],
    ]
  })
  return { ...long, ...Object.fromEntries(lists) }
}

const handover = `{"handover":{"by_kind":[${listOf(100, () => '{}')}],"by_resource":[${listOf(500, () => '0')}]}}`

/** Every request of an operation that is wrong and large. */
export function hostileRequests({ method, path, takes }: Located): Record<string, Ask> {
  const at = (value: string) => path.replaceAll(/\{\w+\}/g, value)
  const to = (query: string): Ask => ({ method, path: `${at('x')}?${query}` })
  const json = (body: string | Buffer, headers = {}): Ask => ({
    method,
    path: at('x'),
    headers: { 'content-type': 'application/json', ...headers },
    body,
  })
  const bodies = takes.body ? bodiesOf(takes.body) : {}
  return {
    ...(path.includes('{') && {
      'a long path': { method, path: at(filled('a', HEADER)) },
      'a path of quotes': { method, path: at(filled("'", HEADER / 2)) },
      'an encoded path': { method, path: at(filled('%2F', HEADER / 4)) },
    }),
    'many parameters': to(Array.from({ length: 3000 }, (_, one) => `p${one.toString(36)}`).join('&')),
    'one parameter many times': to(filled('limit=1&', HEADER)),
    'many items in a parameter': to(`types=${filled('a,', HEADER)}`),
    'a parameter with a long name': to(filled('~', HEADER)),
    ...Object.fromEntries(
      Object.keys(takes.query.properties).flatMap((name) =>
        texts(HEADER / 4).map((text, one) => [
          `${name} with a long text (${one})`,
          to(`${name}=${encodeURI(text)}`.slice(0, HEADER)),
        ]),
      ),
    ),
    ...(method !== 'GET' && {
      ...Object.fromEntries(Object.entries(anyBodies).map(([name, body]) => [name, json(body())])),
      ...Object.fromEntries(Object.entries(bodies).map(([name, body]) => [name, json(body)])),
      'faults in many languages': json(bodies['items with wrong handovers'] ?? '{"a":0,"b":0,"c":0}', {
        'accept-language': filled('zz;q=0.1,', HEADER),
      }),
      'a compressed megabyte': json(gzipSync(Buffer.alloc(MIB - 2, '0')), { 'content-encoding': 'gzip' }),
      'many compressed megabytes': json(gzipSync(Buffer.alloc(20 * MIB, ' ')), { 'content-encoding': 'gzip' }),
    }),
  }
}

/** Headers as long as they may be, each by itself. */
export const hostileHeaders: Record<string, Record<string, string>> = {
  Accept: { accept: filled('",', HEADER) },
  'Accept, many': { accept: filled('a/b;q=0.1,', HEADER) },
  'Accept-Language': { 'accept-language': filled('zz;q=0.1,', HEADER) },
  'Accept-Encoding': { 'accept-encoding': filled('a,', HEADER) },
  Authorization: { authorization: `Bearer ${filled('a', HEADER)}` },
  'Authorization, with dots': { authorization: `Bearer ${filled('.', HEADER)}` },
  'Authorization, with spaces': { authorization: `Bearer${filled(' ', HEADER)}a a` },
  'Authorization, Basic': { authorization: `Basic ${filled('Og==', HEADER)}` },
  Cookie: { cookie: filled('a;', HEADER) },
  'Cookie, of sign-ins': { cookie: filled('_interaction=a; _interaction.sig=b; ', HEADER) },
  'Cookie, of spaces': { cookie: `;${filled(' ', HEADER)}` },
  DPoP: { authorization: 'DPoP a.b.c', dpop: filled('a', HEADER / 2) },
  'Idempotency-Key': { 'idempotency-key': filled('a', HEADER) },
  'Last-Event-ID': { 'last-event-id': filled('1', HEADER) },
  'Content-Type': { 'content-type': filled('; charset=', HEADER) },
  'Content-Type, quoted': { 'content-type': `application/json;a="${filled('\\"', HEADER)}` },
  Forwarded: { 'x-forwarded-for': filled('1,', HEADER), forwarded: 'for=1' },
  'If-None-Match': { 'if-none-match': filled('W/"a",', HEADER) },
  traceparent: { traceparent: `00-${filled('a', HEADER)}` },
  'X-Request-Id': { 'x-request-id': filled('a', HEADER) },
  Origin: { origin: `http://${filled('a.', HEADER)}` },
}

/** Queries as long as they may be. */
export const hostileQueries: Record<string, string> = {
  'many parameters': Array.from({ length: 3000 }, (_, at) => `p${at.toString(36)}`).join('&'),
  'a language and quotes': `lang=en&${filled("'", HEADER / 2)}`,
  'a long state': `client_id=a&state=${filled("'", HEADER / 2)}`,
  'many scopes': `client_id=app_sendoff&response_type=code&scope=${filled('a+', HEADER)}`,
  'many resources': `client_id=app_sendoff&response_type=code&${filled('resource=a:b&', HEADER)}`,
  'broken encoding': filled('%zz&', HEADER),
}

/** The limits of a form at the authorization server. */
const FORM = 55 * 1024

/**
 * Forms of the sign-in pages and the authorization server, as large as they may be and larger.
 *
 * @param token shows that a form comes from a page of the sign-in
 */
export function hostileForms(token: string): Record<string, string> {
  const grant = 'grant_type=client_credentials'
  const jws = (header: object) =>
    `${Buffer.from(JSON.stringify(header)).toString('base64url')}.e30.${filled('a', 2000)}`
  const big = filled('_', 40_000)
  return {
    'a megabyte': filled('a=b&', MIB),
    'many fields': Array.from({ length: 7000 }, (_, at) => `f${at.toString(36)}`).join('&'),
    'many scopes': `${grant}&scope=${filled('org:read+', FORM)}`,
    'many other scopes': `${grant}&scope=${Array.from({ length: 7000 }, (_, at) => `s${at.toString(36)}`).join('+')}`,
    'one long scope': `${grant}&scope=${filled('s', FORM)}`,
    'many resources': `${grant}&${filled('resource=a:b&', FORM)}`,
    'one long resource': `${grant}&resource=https://${filled('a.', FORM)}`,
    'a long grant type': `grant_type=${filled('a', FORM)}`,
    'a long token': `token=${filled('a.', FORM)}`,
    'a long JWT': `token=${jws({ alg: 'ES256', kid: filled('a', 30_000) })}`,
    'an assertion with a large key': `${grant}&client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer&client_assertion=${jws({ alg: 'RS256', jwk: { kty: 'RSA', n: big, e: 'AQAB' } })}`,
    'a deep assertion': `${grant}&client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer&client_assertion=${Buffer.from(filled('[', 30_000)).toString('base64url')}.e30.a`,
    ...Object.fromEntries(
      texts(7000).map((text, at) => [
        `a long sign-in name (${at})`,
        new URLSearchParams({ token, login: text, password: '', code: text }).toString().slice(0, 7900),
      ]),
    ),
  }
}

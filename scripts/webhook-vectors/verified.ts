import { utf8 } from './bodies.ts'
import { type Case, jwk, jwks, now, otherJwk, otherSecret, secret, signed, v1, v1a, wrong } from './signed.ts'

/** Deliveries that verify. */
export const verified: Case[] = [
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

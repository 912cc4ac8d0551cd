import { bom, fe, ff, tampered } from './bodies.ts'
import { accepts, mismatch, notApplicable, ofBody, ofSecret } from './kinds.ts'
import { body, bytes, type Case, jwks, otherJwk, secret, signed, v1, v1a } from './signed.ts'

/** Deliveries that are refused for their body or for the keys of the receiver. */
export const refusedBodies: Case[] = [
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

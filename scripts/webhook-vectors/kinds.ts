/** The usual kinds of refused deliveries. */
import { bytes, type Case, type Header, type Headers, id, now, secret, signed, v1 } from './signed.ts'

export const mismatch = (name: string, headers: Headers, more: Partial<Case> = {}): Case => ({
  name,
  headers,
  refused: 'signature_mismatch',
  ...more,
})
export const unsupported = (name: string, headers: Headers): Case => ({
  name,
  headers,
  refused: 'signature_unsupported',
})
export const stamp = (value: Header, more: Partial<Case> = {}): Case => ({
  name: `the timestamp ${JSON.stringify(value)}`,
  // If the reference implementation parses a number, that number is signed: a receiver that makes the same mistake would accept it.
  headers: signed(v1(bytes, secret, id, more.standardwebhooks || typeof value !== 'string' ? now : value), {
    'webhook-timestamp': value,
  }),
  refused: 'timestamp_invalid',
  ...more,
})
export const ofSecret = (name: string, bad: string, more: Partial<Case> = {}): Case => ({
  name,
  headers: signed(),
  secrets: [bad],
  refused: 'secret_invalid',
  ...more,
})
export const ofBody = (name: string, changed: Buffer, more: Partial<Case> = {}): Case => ({
  name,
  headers: signed(),
  body: changed,
  refused: 'signature_mismatch',
  ...more,
})
export const accepts = { standardwebhooks: 'accepts' } as const
export const notApplicable = { standardwebhooks: 'not applicable' } as const

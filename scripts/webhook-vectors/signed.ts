/** Deliveries signed with Node's crypto and not with the SDK, as a second opinion on it. */
import { createHmac, createPrivateKey, sign as signWith } from 'node:crypto'

export const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
export const otherSecret = 'whsec_b3RoZXIgc2VjcmV0IG9mIDMyIGJ5dGVzIGxlbmd0aCE='
export const id = 'evt_0199c2f3a8b47c11'
export const now = 1_795_000_000
export const seed = Buffer.from('nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=', 'base64')
export const privateKey = createPrivateKey({
  key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]),
  format: 'der',
  type: 'pkcs8',
})
export const jwk = { ...privateKey.export({ format: 'jwk' }), d: undefined, use: 'sig', alg: 'EdDSA', kid: 'rfc8032-1' }
export const otherJwk = {
  kty: 'OKP',
  crv: 'Ed25519',
  x: 'PUAXw-hDiVqStwqnTRt-vJyYLM8uxJaMwM1V8Sr0Zgw',
  use: 'sig',
  alg: 'EdDSA',
}
export const jwks = { keys: [jwk] }

export const body = JSON.stringify({
  id,
  type: 'ping',
  timestamp: '2026-11-18T12:26:40.000Z',
  api_version: '1.0',
  org_id: 'org_1',
  sequence: 1,
  actor: { type: 'system', id: 'sendoff' },
  data: { endpoint_id: 'whe_1' },
})
export const bytes = Buffer.from(body)

export type Header = string | string[] | { repeat: string; times: number; last: string }
export type Headers = Record<string, Header>

export function content(over: Buffer, ofId = id, at: number | string = now) {
  return Buffer.concat([Buffer.from(`${ofId}.${at}.`), over])
}
export function v1(over: Buffer = bytes, by = secret, ofId = id, at: number | string = now) {
  const key = Buffer.from(by.slice(6), 'base64')
  return `v1,${createHmac('sha256', key)
    .update(content(over, ofId, at))
    .digest('base64')}`
}
export function v1a(over: Buffer = bytes, ofId = id, at: number | string = now) {
  return `v1a,${signWith(null, content(over, ofId, at), privateKey).toString('base64')}`
}
export function signed(signature: Header = v1(), more: Headers = {}): Headers {
  return { 'webhook-id': id, 'webhook-timestamp': String(now), 'webhook-signature': signature, ...more }
}
export function without(name: string): Headers {
  const { [name]: _, ...rest } = signed()
  return rest
}

export interface Case {
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

/** A signature by the secret of another endpoint. */
export const wrong = v1(bytes, otherSecret)

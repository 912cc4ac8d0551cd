/** A private key with which an app signs who it is, as a JWK on P-256 (ES256) or Ed25519 (EdDSA). */
export interface PrivateKey {
  readonly kty?: string
  readonly crv?: string
  readonly x?: string
  readonly y?: string
  readonly d?: string
  /** Tells the platform which of the app's keys it is. */
  readonly kid?: string
}

const CURVES: Record<string, readonly [alg: string, algorithm: { name: string; namedCurve?: string; hash?: string }]> =
  {
    'P-256': ['ES256', { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }],
    Ed25519: ['EdDSA', { name: 'Ed25519' }],
  }

/** Seconds; it is sent at once, and the clocks may differ. */
const LIFE = 60

/** Makes the assertion by which the app `clientId` authenticates at `audience`. */
export type ClientAssertion = (clientId: string, audience: string) => Promise<string>

/**
 * Makes an app say who it is by its key (`private_key_jwt`, RFC 7523) in place of a secret. Each assertion is used once and good for
 * a minute.
 *
 * @throws TypeError when the key is of another kind
 * @example createClient({ baseUrl, clientId, clientAssertion: privateKeyJwt(jwk), scopes: ['org:read'] })
 */
export function privateKeyJwt({ kid, kty, crv = '', x, y, d }: PrivateKey): ClientAssertion {
  const [alg, algorithm] = CURVES[crv] ?? []
  if (!alg || !algorithm || !d) throw new TypeError('privateKeyJwt needs a private JWK on P-256 or Ed25519')
  // Its other members, as `use`, could keep it from being imported.
  const jwk = { kty, crv, x, d, ...(y && { y }) } as { kty: string }
  return async (clientId, audience) => {
    const key = await crypto.subtle.importKey('jwk', jwk, algorithm, false, ['sign'])
    const iat = Math.floor(Date.now() / 1000)
    const claims = { iss: clientId, sub: clientId, aud: audience, jti: crypto.randomUUID(), iat, exp: iat + LIFE }
    const signed = `${encoded({ alg, kid })}.${encoded(claims)}`
    const signature = await crypto.subtle.sign(algorithm, key, new TextEncoder().encode(signed))
    return `${signed}.${base64url(new Uint8Array(signature))}`
  }
}

function encoded(value: object): string {
  return base64url(new TextEncoder().encode(JSON.stringify(value)))
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replace(/[+/=]/g, (char) => ({ '+': '-', '/': '_' })[char] ?? '')
}

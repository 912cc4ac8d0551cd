/** A private key by which an app authenticates: a JWK on P-256 (ES256) or Ed25519 (EdDSA). */
export interface PrivateKey {
  readonly kty?: string | undefined
  readonly crv?: string | undefined
  readonly x?: string | undefined
  readonly y?: string | undefined
  readonly d?: string | undefined
  /** The id of the key, by which the platform finds it among the app's keys. */
  readonly kid?: string | undefined
}

const CURVES: Record<string, readonly [alg: string, algorithm: { name: string; namedCurve?: string; hash?: string }]> =
  {
    'P-256': ['ES256', { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }],
    Ed25519: ['EdDSA', { name: 'Ed25519' }],
  }

/** The lifetime of an assertion in seconds. It is sent immediately, but clocks may differ. */
const LIFE = 60

/** Makes the assertion by which the app `clientId` authenticates to `audience`. */
export type ClientAssertion = (clientId: string, audience: string) => Promise<string>

/**
 * Authenticates an app by its key (`private_key_jwt`, RFC 7523) instead of a secret. Each assertion is used once and valid for a
 * minute.
 *
 * @throws TypeError for a key of another kind
 * @example createClient({ baseUrl, clientId, clientAssertion: privateKeyJwt(jwk), scopes: ['org:read'] })
 */
export function privateKeyJwt({ kid, kty, crv = '', x, y, d }: PrivateKey): ClientAssertion {
  const [alg, algorithm] = CURVES[crv] ?? []
  if (!alg || !algorithm || !d) throw new TypeError('privateKeyJwt needs a private JWK on P-256 or Ed25519')
  // Other members, for example `use`, could prevent the import.
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

import { exportJWK, generateKeyPair, type JWK } from 'jose'
import { newId } from '../ids.ts'

/** The use of a key: signing access tokens (ES256), or webhooks (Ed25519). */
export type KeyPurpose = 'access_token' | 'webhook'

/** `next` is published and signs nothing yet, `active` signs, `retired` only verifies. */
export type KeyState = 'next' | 'active' | 'retired'

/** A private key as a JWK (RFC 7517). */
export type PrivateKey = JWK & { kid: string }

/** Creates a key with an id of its own. */
export async function makeKey(purpose: KeyPurpose): Promise<PrivateKey> {
  const alg = purpose === 'webhook' ? 'EdDSA' : 'ES256'
  const { privateKey } = await generateKeyPair(alg, { extractable: true })
  return { ...(await exportJWK(privateKey)), kid: newId('key'), alg, use: 'sig' }
}

/** The purpose under which a key is sealed; a key of one purpose does not open as one of another. */
export const sealPurpose = (purpose: KeyPurpose) => (purpose === 'webhook' ? 'webhook signing key' : 'signing key')

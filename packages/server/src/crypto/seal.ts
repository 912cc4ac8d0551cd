import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** Encrypts what has to be read again, as signing keys and webhook secrets, before it is stored. */
export interface Sealer {
  /**
   * @param purpose what the text is; it opens again only under the same purpose, so that rows can't be exchanged
   * @returns `v1.` and base64url of nonce, tag and ciphertext
   */
  seal(text: string, purpose: string): string
  /** @throws {WrongMasterKey} when it was sealed under another key or purpose, or was changed */
  open(sealed: string, purpose: string): string
  /** A keyed hash (HMAC-SHA-256): equal texts have equal ones, and without the key nobody can try out what the text was. */
  digest(text: string, purpose: string): string
}

export class WrongMasterKey extends Error {
  override name = 'WrongMasterKey'
  constructor(purpose: string) {
    super(
      `The ${purpose} in the database was encrypted with another master key. Set SENDOFF_MASTER_KEY to the key with which the database was set up.`,
    )
  }
}

const NONCE = 12
const TAG = 16

/**
 * AES-256-GCM (NIST SP 800-38D) under the master key.
 *
 * @param masterKey 32 bytes
 */
export function createSealer(masterKey: Buffer): Sealer {
  const digestKeys = new Map<string, Buffer>()
  return {
    seal(text, purpose) {
      const nonce = randomBytes(NONCE)
      const cipher = createCipheriv('aes-256-gcm', masterKey, nonce).setAAD(Buffer.from(purpose))
      const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return `v1.${Buffer.concat([nonce, cipher.getAuthTag(), ciphertext]).toString('base64url')}`
    },
    open(sealed, purpose) {
      try {
        if (!sealed.startsWith('v1.')) throw new Error('unknown format')
        const bytes = Buffer.from(sealed.slice(3), 'base64url')
        const decipher = createDecipheriv('aes-256-gcm', masterKey, bytes.subarray(0, NONCE), { authTagLength: TAG })
        decipher.setAAD(Buffer.from(purpose)).setAuthTag(bytes.subarray(NONCE, NONCE + TAG))
        return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString('utf8')
      } catch {
        throw new WrongMasterKey(purpose)
      }
    },
    digest(text, purpose) {
      const key = digestKeys.get(purpose) ?? Buffer.from(hkdfSync('sha256', masterKey, '', `digest of ${purpose}`, 32))
      digestKeys.set(purpose, key)
      return createHmac('sha256', key).update(text).digest('base64url')
    },
  }
}

import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** Encrypts stored secrets that have to be read again, for example signing keys and webhook secrets. */
export interface Sealer {
  /**
   * @param purpose the kind of text; it can only be opened under the same purpose, so that rows can't be exchanged
   * @returns `v1.` and base64url of nonce, tag and ciphertext
   */
  seal(text: string, purpose: string): string
  /** @throws {WrongMasterKey} if it was sealed under another key or purpose, or was changed */
  open(sealed: string, purpose: string): string
  /** A keyed hash (HMAC-SHA-256): equal texts have equal hashes, and without the key nobody can guess the text by trying. */
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

import { hash, randomBytes } from 'node:crypto'

/**
 * Creates an app's secret: 256 random bits after a prefix that secret scanners recognise. It is shown once and stored
 * as its {@link hashSecret}. A slow hash would add nothing to 256 random bits and delay every token.
 */
export function newSecret(): string {
  return `osk_${randomBytes(32).toString('base64url')}`
}

/** SHA-256 of a secret, in hexadecimal. */
export function hashSecret(secret: string): string {
  return hash('sha256', secret)
}

import { createHash } from 'node:crypto'

/** SHA-256 of a code, a token or an id with at least 128 random bits, in base64url: the form in which it is stored. */
export function digestOf(id: string): string {
  return createHash('sha256').update(id).digest('base64url')
}

import { createHash } from 'node:crypto'

/** SHA-256 of a code, a token or an id with 128 random bits or more, in base64url: what is stored instead of it. */
export function digestOf(id: string): string {
  return createHash('sha256').update(id).digest('base64url')
}

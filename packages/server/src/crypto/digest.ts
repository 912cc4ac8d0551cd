import { hash } from 'node:crypto'

/** SHA-256 of a code, a token or an id with at least 128 random bits, in base64url: the form in which it is stored. */
export function digestOf(id: string): string {
  return hash('sha256', id, 'base64url')
}

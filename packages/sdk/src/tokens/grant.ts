import type { Mint, Token } from './cache.ts'

/** A token from the token endpoint. */
export interface Issued extends Token {
  readonly refreshToken: string | undefined
}

/** Requests a token with the form of a grant. */
export type Ask = (grant: Readonly<Record<string, string>>) => Promise<Issued>

/** A way to get tokens from the token endpoint. */
export type Grant = (ask: Ask) => Mint

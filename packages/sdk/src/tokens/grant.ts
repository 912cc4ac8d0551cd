import type { Mint, Token } from './cache.ts'

/** What the token endpoint gave. */
export interface Issued extends Token {
  readonly refreshToken: string | undefined
}

/** Asks for a token with the form of a grant. */
export type Ask = (grant: Readonly<Record<string, string>>) => Promise<Issued>

/** How tokens are got of the token endpoint. */
export type Grant = (ask: Ask) => Mint

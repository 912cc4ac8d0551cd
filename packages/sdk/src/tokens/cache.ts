/** Where tokens come from. */
export interface TokenSource {
  get(): Promise<string>
  /** Says that `token` was refused. */
  drop(token: string): void
}

export interface Token {
  readonly value: string
  /** Milliseconds since the epoch. */
  readonly expiresAt: number
}

/** Gets the next token. It is told the value that was refused last, so that it does not give that again. */
export type Mint = (refused: string | undefined) => Promise<Token>

/** With less than this left, a token could expire on its way: wait for the next one. */
const TOO_LATE = 30_000

/** With less than this left, the next one is fetched in good time, while this one is still served. Milliseconds. */
export const SOON = 120_000

/** So that a token endpoint that is down is not asked again by every call. */
const BACK_OFF = 5_000

/** Keeps a token until shortly before it expires, and mints one at a time however many wait for it. */
export function tokenCache(mint: Mint): TokenSource {
  let current: Token | undefined
  let minting: Promise<Token> | undefined
  let refused: string | undefined
  let notBefore = 0

  const renew = () => {
    minting ??= mint(refused)
      .then((token) => {
        current = token
        return token
      })
      .finally(() => {
        minting = undefined
      })
    return minting
  }

  return {
    async get() {
      const now = Date.now()
      const left = current ? current.expiresAt - now : 0
      if (!current || left < TOO_LATE) return (await renew()).value
      if (left <= SOON && now >= notBefore) {
        renew().catch(() => {
          notBefore = Date.now() + BACK_OFF
        })
      }
      return current.value
    },
    drop(token) {
      // By value: of many calls refused with one token, the late ones must not drop its successor.
      if (current?.value !== token) return
      current = undefined
      refused = token
    },
  }
}

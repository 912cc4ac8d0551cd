/** A source of tokens. */
export interface TokenSource {
  get(): Promise<string>
  /** Reports that `token` was refused. */
  drop(token: string): void
}

export interface Token {
  readonly value: string
  /** Milliseconds since the epoch. */
  readonly expiresAt: number
}

/** Gets the next token. Receives the value that was last refused, so as not to return it again. */
export type Mint = (refused: string | undefined) => Promise<Token>

/** With less than this left, or a quarter of its life, a token could expire in transit, so calls wait for the next one. Milliseconds. */
const TOO_LATE = 30_000

/** With less than this left, or half of its life, the next token is fetched while this one is still used. Milliseconds. */
export const SOON = 120_000

/** The pause after a failure, so that not every call asks a token endpoint that is down. Milliseconds. */
const BACK_OFF = 5_000

/** Keeps a token until shortly before it expires, and gets one at a time, however many calls wait for it. */
export function tokenCache(mint: Mint): TokenSource {
  let current: Token | undefined
  let minting: Promise<Token> | undefined
  let refused: string | undefined
  let life = 0
  let notBefore = 0

  const next = async () => {
    for (;;) {
      const asked = refused
      const token = await mint(asked)
      // It may have been refused while it was fetched.
      if (token.value === refused && refused !== asked) continue
      life = token.expiresAt - Date.now()
      current = token
      return token
    }
  }
  const renew = () => {
    minting ??= next().finally(() => {
      minting = undefined
    })
    return minting
  }

  return {
    async get() {
      const now = Date.now()
      const left = current ? current.expiresAt - now : 0
      if (!current || left < Math.min(TOO_LATE, life / 4)) return (await renew()).value
      if (left <= Math.min(SOON, life / 2) && now >= notBefore) {
        renew().catch(() => {
          notBefore = Date.now() + BACK_OFF
        })
      }
      return current.value
    },
    drop(token) {
      // Compared by value: when many calls are refused with one token, the late ones must not drop its successor.
      if (current?.value !== token) return
      current = undefined
      refused = token
    },
  }
}

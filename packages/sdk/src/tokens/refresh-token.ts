import { SOON } from './cache.ts'
import type { Grant } from './grant.ts'

/** A person's tokens, as the authorization code flow gives them. */
export interface UserTokens {
  readonly accessToken: string
  readonly refreshToken: string
  /** When the access token expires, in milliseconds since the epoch. */
  readonly expiresAt: number
}

/** Where a person's tokens are kept between calls and restarts. */
export interface TokenStore {
  /** The tokens as they were set last, or as the authorization code flow gave them. */
  get(): UserTokens | Promise<UserTokens>
  /** Keeps the tokens. Awaited before they are used: the refresh token before them is no longer good. */
  set(tokens: UserTokens): void | Promise<void>
  /** Does `work` while nobody else does it; needed where several processes share the tokens, as with a lock on their row. */
  lock?<Value>(work: () => Promise<Value>): Promise<Value>
}

/**
 * Makes a client act as a person, whose tokens it refreshes (RFC 6749, section 6). Each refresh token is used once (RFC 9700, section
 * 4.14.2): to present it again looks like theft, and would end the grant.
 *
 * @example createClient({ baseUrl, clientId, grant: refreshToken(store), scopes: ['account:read'] })
 */
export function refreshToken(store: TokenStore): Grant {
  let unsaved: UserTokens | undefined
  const save = async (tokens: UserTokens) => {
    unsaved = tokens
    await store.set(tokens)
    unsaved = undefined
  }
  let last: Promise<unknown> = Promise.resolve()
  // Clients may share a grant.
  const afterOthers = <Value>(work: () => Promise<Value>) => {
    const mine = last.then(work)
    last = mine.catch(() => undefined)
    return mine
  }
  const exclusively = store.lock?.bind(store) ?? afterOthers

  return (ask) => (refused) =>
    exclusively(async () => {
      // A store that failed must not cost the grant: what could not be saved is saved first.
      if (unsaved) await save(unsaved)
      let tokens = await store.get()
      // Another process may have refreshed them.
      if (tokens.accessToken === refused || tokens.expiresAt - Date.now() <= SOON) {
        const next = await ask({ grant_type: 'refresh_token', refresh_token: tokens.refreshToken })
        // A server that does not rotate gives no new one.
        const { value: accessToken, refreshToken = tokens.refreshToken, expiresAt } = next
        tokens = { accessToken, refreshToken, expiresAt }
        await save(tokens)
      }
      return { value: tokens.accessToken, expiresAt: tokens.expiresAt }
    })
}

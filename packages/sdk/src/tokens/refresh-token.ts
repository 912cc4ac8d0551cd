import { SOON } from './cache.ts'
import type { Grant } from './grant.ts'

/** A person's tokens, as the authorization code flow returns them. */
export interface UserTokens {
  readonly accessToken: string
  readonly refreshToken: string
  /** When the access token expires, in milliseconds since the epoch. */
  readonly expiresAt: number
}

/** A store that keeps a person's tokens between calls and restarts. */
export interface TokenStore {
  /** Returns the tokens that were set last, or those of the authorization code flow. */
  get(): UserTokens | Promise<UserTokens>
  /** Saves the tokens. Awaited before they are used, because the previous refresh token is no longer valid. */
  set(tokens: UserTokens): void | Promise<void>
  /** Runs `work` exclusively, for example under a lock on a row. Needed when several processes share the tokens. */
  lock?<Value>(work: () => Promise<Value>): Promise<Value>
}

/** The state of the clients that share a store, also those of another copy of the SDK in the program. */
interface Shared {
  unsaved?: UserTokens | undefined
  last: Promise<unknown>
}

const SHARED = Symbol.for('@sendoff/sdk/token-stores')
const known = globalThis as { [SHARED]?: WeakMap<TokenStore, Shared> }

function sharedBy(store: TokenStore): Shared {
  known[SHARED] ??= new WeakMap()
  const shared = known[SHARED].get(store) ?? { last: Promise.resolve() }
  known[SHARED].set(store, shared)
  return shared
}

/**
 * Makes a client act for a person, whose tokens it refreshes (RFC 6749, section 6). Each refresh token is used once (RFC 9700, section
 * 4.14.2): a second use looks like theft and would end the grant.
 *
 * @example createClient({ baseUrl, clientId, grant: refreshToken(store), scopes: ['account:read'] })
 */
export function refreshToken(store: TokenStore): Grant {
  const shared = sharedBy(store)
  const save = async (tokens: UserTokens) => {
    shared.unsaved = tokens
    await store.set(tokens)
    shared.unsaved = undefined
  }
  const afterOthers = <Value>(work: () => Promise<Value>) => {
    const mine = shared.last.then(work)
    shared.last = mine.catch(() => undefined)
    return mine
  }
  const exclusively = store.lock?.bind(store) ?? afterOthers

  return (ask) => (refused) =>
    exclusively(async () => {
      // A failing store must not cost the grant, so tokens that could not be saved are saved first.
      if (shared.unsaved) await save(shared.unsaved)
      let tokens = await store.get()
      // Another process may have refreshed them.
      if (tokens.accessToken === refused || tokens.expiresAt - Date.now() <= SOON) {
        const next = await ask({ grant_type: 'refresh_token', refresh_token: tokens.refreshToken })
        // A server that does not rotate refresh tokens returns no new one.
        const { value: accessToken, refreshToken = tokens.refreshToken, expiresAt } = next
        tokens = { accessToken, refreshToken, expiresAt }
        await save(tokens)
      }
      return { value: tokens.accessToken, expiresAt: tokens.expiresAt }
    })
}

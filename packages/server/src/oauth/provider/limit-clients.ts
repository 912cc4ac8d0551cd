import type { Request } from 'express'
import type { KoaContextWithOIDC } from 'oidc-provider'
import { createAllowance } from '../../limits/allowance.ts'
import { secondsUntil } from '../../limits/count.ts'
import { refusedNow, take } from '../../limits/limiter.ts'
import { networksOf } from '../../limits/network.ts'
import { oauthFailurePolicy } from '../../limits/policies.ts'
import { rateLimit } from '../../limits/rate-limit.ts'
import { type Store, StoreUnavailable } from '../../store/store.ts'
import type { Context, Middleware } from './request-state.ts'

const MINUTE = 60_000

/**
 * Limits the authorization server's endpoints for clients. Failed authentications are counted by the network they come from, and
 * only they are refused: whoever has the secret is let in, wherever others fail, because an app's id is public and a secret of 256
 * bits can't be guessed. Tokens that a client gets for itself are counted by client, so that apps learn to keep them.
 *
 * @param tokensPerMinute any number when 0
 */
export function limitClients(store: Store, tokensPerMinute: number): Middleware {
  const takeToken = createAllowance(store, 'token_issue', tokensPerMinute, MINUTE)
  return async (ctx, next) => {
    await next()
    const { oidc } = ctx as KoaContextWithOIDC
    try {
      if (isFailure(ctx.status, (ctx.body as { error?: unknown } | undefined)?.error, oidc)) {
        // The library would take the address from whatever the caller writes; Express knows which proxies may say it.
        const until = await countFailure(store, (ctx.req as Request).ip ?? null)
        if (until !== undefined) refuse(ctx, 'failures', until)
      } else if (tokensPerMinute > 0 && ctx.status === 200 && oidc?.params?.grant_type === 'client_credentials') {
        const { taken, left, until } = await takeToken(String(oidc.client?.clientId))
        if (taken) ctx.set('RateLimit', rateLimit('tokens', left, secondsUntil(until, Date.now())))
        else refuse(ctx, 'tokens', until)
      }
    } catch (error) {
      // A limit that can't be counted is no reason to refuse who was let in.
      if (!(error instanceof StoreUnavailable)) throw error
    }
  }
}

/** A public client proves nothing but that it has a code or a refresh token. */
function isFailure(status: number, error: unknown, oidc: KoaContextWithOIDC['oidc'] | undefined): boolean {
  if (status === 401) return error === 'invalid_client'
  return status === 400 && error === 'invalid_grant' && oidc?.client?.clientAuthMethod === 'none'
}

/** @returns until when no more are answered; what is refused anyway costs no write */
async function countFailure(store: Store, address: string | null): Promise<number | undefined> {
  const attempt = { networks: networksOf(address) }
  const now = Date.now()
  const refused = await refusedNow(store.db, oauthFailurePolicy, attempt, now)
  if (refused) return refused.until
  const taken = await store.transaction((tx) => take(tx, oauthFailurePolicy, attempt, now))
  return 'refused' in taken ? taken.refused.until : undefined
}

const DESCRIPTIONS = {
  failures: 'too many failed authentications from this address',
  tokens: 'the app asks for too many tokens; each is good for an hour and can be used again',
}

/** RFC 6749 has no name for it; the status and Retry-After (RFC 6585) say it. */
function refuse(ctx: Context, limit: keyof typeof DESCRIPTIONS, until: number) {
  const seconds = secondsUntil(until, Date.now())
  ctx.status = 429
  ctx.remove('WWW-Authenticate')
  ctx.set('Retry-After', String(seconds))
  ctx.set('RateLimit', rateLimit(limit, 0, seconds))
  ctx.body = { error: 'too_many_requests', error_description: DESCRIPTIONS[limit] }
}

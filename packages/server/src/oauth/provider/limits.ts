import type { Request } from 'express'
import type { KoaContextWithOIDC } from 'oidc-provider'
import { createAllowance } from '../../limits/allowance.ts'
import { secondsUntil } from '../../limits/count.ts'
import { requireRoom, takeAlone, tryTake } from '../../limits/limiter.ts'
import { networksOf } from '../../limits/network.ts'
import { authorizationRequestPolicy, oauthFailurePolicy, tokenIssuePolicy } from '../../limits/policies.ts'
import { rateLimit } from '../../limits/rate-limit.ts'
import type { Use } from '../../limits/use.ts'
import { Refusal } from '../../refusal.ts'
import { type Store, StoreUnavailable } from '../../store/store.ts'
import { routes } from './endpoints.ts'
import { type RenderAuthorizationError, refuseEarly } from './error-page.ts'
import type { Context, Middleware } from './request-state.ts'

/** Identifies a caller by its network. Express knows which proxies may name an address; the library would believe any caller. */
const useOf = (ctx: Context, policy: Use['policy']): Use => ({
  policy,
  networks: networksOf((ctx.req as Request).ip ?? null),
})

/**
 * Limits the authorization server's endpoints for clients. Failed authentications are counted by network, and only they are refused:
 * a right secret is accepted while others fail, because an app's id is public and a secret of 256 bits can't be guessed. Tokens that
 * a client gets for itself are counted by client, so that apps learn to keep them.
 *
 * @param tokensPerMinute 0 for any number
 */
export function limitClients(store: Store, tokensPerMinute: number): Middleware {
  const takeToken = createAllowance(store, tokenIssuePolicy, tokensPerMinute)
  return async (ctx, next) => {
    await next()
    const { oidc } = ctx as KoaContextWithOIDC
    if (isFailure(ctx.status, (ctx.body as { error?: unknown } | undefined)?.error, oidc)) {
      const seconds = await secondsToWait(takeAlone(store, useOf(ctx, oauthFailurePolicy), Date.now()))
      if (seconds !== undefined) refuse(ctx, 'failures', seconds)
    } else if (tokensPerMinute > 0 && ctx.status === 200 && oidc?.params?.grant_type === 'client_credentials') {
      const counted = await ifAvailable(takeToken(String(oidc.client?.clientId)))
      if (!counted) return
      const seconds = secondsUntil(counted.until, Date.now())
      if (counted.taken) ctx.set('RateLimit', rateLimit('tokens', counted.left, seconds))
      else refuse(ctx, 'tokens', seconds)
    }
  }
}

/** True for a wrong secret, and for a wrong code or refresh token of a public client, which proves nothing else. */
function isFailure(status: number, error: unknown, oidc: KoaContextWithOIDC['oidc'] | undefined): boolean {
  if (status === 401) return error === 'invalid_client'
  return status === 400 && error === 'invalid_grant' && oidc?.client?.clientAuthMethod === 'none'
}

const DESCRIPTIONS = {
  failures: 'too many failed authentications from this address',
  tokens: 'the app asks for too many tokens; each is valid for an hour and can be used again',
}

/** Answers with the status and Retry-After of RFC 6585; RFC 6749 has no name for it. */
function refuse(ctx: Context, limit: keyof typeof DESCRIPTIONS, seconds: number): void {
  ctx.status = 429
  ctx.remove('WWW-Authenticate')
  ctx.set({ 'Retry-After': String(seconds), RateLimit: rateLimit(limit, 0, seconds) })
  ctx.body = { error: 'too_many_requests', error_description: DESCRIPTIONS[limit] }
}

/**
 * Limits the requests for authorization that are stored until a person answers them, pushed ones (RFC 9126 section 2.3) too. They
 * are counted by network and never by app: anybody can make them, because an app's id is public.
 *
 * @param errorPage renders the refusal for a person
 */
export function limitAuthorizationRequests(store: Store, errorPage: RenderAuthorizationError): Middleware {
  return async (ctx, next) => {
    if (ctx.path !== routes.authorization && ctx.path !== routes.pushed_authorization_request) return next()
    const now = Date.now()
    const use = useOf(ctx, authorizationRequestPolicy)
    const retryAfter = await secondsToWait(requireRoom({ db: store.db, now }, use))
    if (retryAfter !== undefined) {
      const description = 'too many requests for authorization'
      refuseEarly(ctx, errorPage, { status: 429, error: 'too_many_requests', description, retryAfter })
      ctx.set({ 'Retry-After': String(retryAfter), RateLimit: rateLimit('authorization_requests', 0, retryAfter) })
      return
    }
    await next()
    if (isStored(ctx)) await ifAvailable(store.transaction((db) => tryTake({ db, now }, use)))
  }
}

/** True if the person was sent to sign in, or the app was given a `request_uri`. */
function isStored({ status, response }: Context): boolean {
  return status === 201 || (response.get('Location') ?? '').startsWith('/sign-in/')
}

/** @returns the seconds that the caller must wait if the use is refused */
async function secondsToWait(counting: Promise<unknown>): Promise<number | undefined> {
  try {
    await ifAvailable(counting)
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return error.details.retry_after
    throw error
  }
}

/** A limit that can't be counted refuses nobody. */
async function ifAvailable<Result>(counting: Promise<Result>): Promise<Result | undefined> {
  return counting.catch((error: unknown) => {
    if (error instanceof StoreUnavailable) return undefined
    throw error
  })
}

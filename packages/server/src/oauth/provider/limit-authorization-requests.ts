import type { Request, Response } from 'express'
import { secondsUntil } from '../../limits/count.ts'
import { refusedNow, take } from '../../limits/limiter.ts'
import { networksOf } from '../../limits/network.ts'
import { authorizationRequestPolicy } from '../../limits/policies.ts'
import { rateLimit } from '../../limits/rate-limit.ts'
import { type Store, StoreUnavailable } from '../../store/store.ts'
import type { RenderAuthorizationError } from './error-page.ts'
import type { Context, Middleware } from './request-state.ts'

/**
 * Limits the requests for authorization that are kept until a person answers them, pushed ones (RFC 9126 section 2.3) too: anybody
 * can make them, because an app's id is public. They are counted by the network they come from, never by the app.
 *
 * @param errorPage renders the page that a person sees of it
 */
export function limitAuthorizationRequests(store: Store, errorPage: RenderAuthorizationError): Middleware {
  return async (ctx, next) => {
    if (ctx.path !== '/oauth2/authorize' && ctx.path !== '/oauth2/par') return next()
    const req = ctx.req as Request
    const now = Date.now()
    // The library would take the address from whatever the caller writes; Express knows which proxies may say it.
    const attempt = { networks: networksOf(req.ip ?? null) }
    // What is refused costs no write.
    const refused = await ifAvailable(refusedNow(store.db, authorizationRequestPolicy, attempt, now))
    if (refused) {
      const seconds = secondsUntil(refused.until, now)
      const page = errorPage(req, ctx.res as Response, 'too_many_requests', seconds)
      ctx.status = 429
      ctx.set({ 'Cache-Control': 'no-store', ...page?.headers })
      ctx.set({ 'Retry-After': String(seconds), RateLimit: rateLimit('authorization_requests', 0, seconds) })
      ctx.body = page?.html ?? { error: 'too_many_requests', error_description: 'too many requests for authorization' }
      return
    }
    await next()
    if (isKept(ctx)) await ifAvailable(store.transaction((tx) => take(tx, authorizationRequestPolicy, attempt, now)))
  }
}

/** Whether the person was sent to sign in, or the app was given a `request_uri`. */
function isKept({ status, response }: Context): boolean {
  return status === 201 || (response.get('Location') ?? '').startsWith('/sign-in/')
}

/** A limit that can't be counted refuses nobody. */
async function ifAvailable<T>(counting: Promise<T>): Promise<T | undefined> {
  return counting.catch((error: unknown) => {
    if (error instanceof StoreUnavailable) return undefined
    throw error
  })
}

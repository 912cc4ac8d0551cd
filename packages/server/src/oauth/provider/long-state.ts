import type { Request, Response } from 'express'
import type Provider from 'oidc-provider'
import { errors, type KoaContextWithOIDC } from 'oidc-provider'
import type { RenderAuthorizationError } from './error-page.ts'

/** The longest `state` that an app may send (RFC 6749 section 4.1.1); few browsers and servers take a longer address than this makes. */
const LONGEST = 2000

const DESCRIPTION = `state must have ${LONGEST} characters at most`

/**
 * Refuses a request for authorization with a long `state`, which the answer would have to repeat, and longer than it came.
 *
 * @param errorPage what a person sees of it
 */
export function refuseLongState(errorPage: RenderAuthorizationError): Parameters<Provider['use']>[0] {
  return async (ctx, next) => {
    if (ctx.path !== '/oauth2/authorize' || !isLong(ctx.query.state)) return next()
    const page = errorPage(ctx.req as Request, ctx.res as Response, 'invalid_request')
    ctx.status = 400
    ctx.set({ 'Cache-Control': 'no-store', ...page?.headers })
    ctx.body = page?.html ?? { error: 'invalid_request', error_description: DESCRIPTION }
  }
}

/**
 * Refuses the same in a pushed request (RFC 9126), whose parameters are known when the library has read its body.
 *
 * @throws {errors.InvalidRequest}
 */
export function checkState(ctx: KoaContextWithOIDC): void {
  if (isLong(ctx.oidc.params?.state)) throw new errors.InvalidRequest(DESCRIPTION)
}

const isLong = (state: unknown) => String(state ?? '').length > LONGEST

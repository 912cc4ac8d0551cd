import { errors, type KoaContextWithOIDC } from 'oidc-provider'
import { routes } from './endpoints.ts'
import { type RenderAuthorizationError, refuseEarly } from './error-page.ts'
import type { Middleware } from './request-state.ts'

/** Turns every response mode but `query` into an unknown one, which is refused by a redirect. */
export const refuseOtherResponseModes: Middleware = async (ctx, next) => {
  const { response_mode: mode } = ctx.query
  if (mode !== undefined && mode !== 'query') ctx.query = { ...ctx.query, response_mode: 'not offered' }
  return next()
}

/** The longest `state` of an app, in characters (RFC 6749 section 4.1.1): the answer repeats it, in a longer address than it came in. */
const LONGEST_STATE = 2000

const DESCRIPTION = `state must have ${LONGEST_STATE} characters at most`

/** Refuses a request for authorization whose `state` is too long for the answer. */
export function refuseLongState(errorPage: RenderAuthorizationError): Middleware {
  return async (ctx, next) => {
    if (ctx.path !== routes.authorization || !isLong(ctx.query.state)) return next()
    refuseEarly(ctx, errorPage, { status: 400, error: 'invalid_request', description: DESCRIPTION })
  }
}

/**
 * Refuses the same in a pushed request (RFC 9126), whose parameters are known once the library has read its body.
 *
 * @throws {errors.InvalidRequest}
 */
export function checkState(ctx: KoaContextWithOIDC): void {
  if (isLong(ctx.oidc.params?.state)) throw new errors.InvalidRequest(DESCRIPTION)
}

const isLong = (state: unknown) => String(state ?? '').length > LONGEST_STATE

import type Provider from 'oidc-provider'
import type { errors } from 'oidc-provider'
import type { Logger } from 'pino'
import { shortened } from '../../shortened.ts'
import { type Context, type Middleware, stateOf } from './request-state.ts'

const FAILURES = [
  'grant.error',
  'revocation.error',
  'introspection.error',
  'pushed_authorization_request.error',
] as const

/**
 * Adds the reason to the refusal of an assertion, and logs it: a clock that is wrong or another audience can't be found in "client
 * authentication failed". It tells nothing that the maker of the assertion does not know.
 */
export function explainAssertions(provider: Provider, logger: Logger): Middleware {
  const note = (ctx: Context, error: errors.OIDCProviderError) => {
    if (error.error !== 'invalid_client' || ctx.oidc?.params?.client_assertion === undefined) return
    const reason = shortened(error.error_detail ?? 'the assertion is unusable')
    stateOf(ctx).reason = reason
    logger.info({ client_id: shortened(String(ctx.oidc.params.client_id ?? '')), reason }, 'an assertion was refused')
  }
  const events: NodeJS.EventEmitter = provider
  for (const failure of FAILURES) events.on(failure, note)
  return async (ctx, next) => {
    await next()
    const { reason } = stateOf(ctx)
    if (reason === undefined || typeof ctx.body !== 'object' || ctx.body === null) return
    ctx.body = { ...ctx.body, error_description: `client authentication failed: ${reason}` }
  }
}

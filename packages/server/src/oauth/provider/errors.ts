import type Provider from 'oidc-provider'
import type { Logger } from 'pino'
import { createLastResort } from '../../last-resort.ts'
import { shortened } from '../../shortened.ts'
import { StoreUnavailable } from '../../store/store.ts'
import { type Middleware, stateOf } from './request-state.ts'

/** Answers failures that the library does not handle itself, also those that happen while an answer is written. */
export function neverThrow(logger: Logger): Middleware {
  const fail = createLastResort(logger, {
    mediaType: 'application/json; charset=utf-8',
    bodyOf: (id) => ({ error: 'server_error', error_description: `something went wrong; the request is ${id}` }),
  })
  return async (ctx, next) => {
    ctx.onerror = (error) => {
      if (error) fail(error, ctx.res)
    }
    await next()
  }
}

/** Logs every failure but an outage of the store, which {@link answerOutages} answers. */
export function logFailures(provider: Provider, logger: Logger): void {
  const koa: NodeJS.EventEmitter = provider
  koa.on('error', (error) => logger.debug({ err: error }, 'a caller ended a request to the authorization server'))
  provider.on('server_error', (ctx, error) => {
    if (error instanceof StoreUnavailable) stateOf(ctx).isUnavailable = true
    else logger.error({ err: error }, 'the authorization server failed')
  })
}

/** Answers an outage of the store with 503; RFC 6749 has a name for it at the authorization endpoint only. */
export const answerOutages: Middleware = async (ctx, next) => {
  await next()
  if (!stateOf(ctx).isUnavailable) return
  ctx.status = 503
  ctx.set('Retry-After', '1')
  if (typeof ctx.body !== 'string') ctx.body = { error: 'temporarily_unavailable' }
}

/** The most characters of a member of an error. A description is a sentence; other members may repeat the request. */
const LONGEST = { error_description: 300 } as Record<string, number>

/** Shortens the parts of the request that an error repeats, for example a scope that does not exist. */
export const shortenErrors: Middleware = async (ctx, next) => {
  await next()
  const { body } = ctx
  if (typeof body !== 'object' || body === null || !('error' in body)) return
  ctx.body = Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      typeof value === 'string' ? shortened(value, LONGEST[name]) : value,
    ]),
  )
}

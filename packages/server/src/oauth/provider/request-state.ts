import type Provider from 'oidc-provider'
import type { TokenTarget } from '../policy/targets.ts'

/** A middleware of the library, which is a Koa application. */
export type Middleware = Parameters<Provider['use']>[0]

/** The context of a middleware. */
export type Context = Parameters<Middleware>[0]

/** Notes of one request, from one hook of the library to a later one. */
export type RequestState = {
  /** The target of the token that is being issued. */
  target?: TokenTarget
  /** True if the store was out of reach. */
  isUnavailable?: boolean
  /** The reason why the assertion of the client was refused. */
  reason?: string
}

/** The notes of a request; Koa keeps them in `ctx.state`, which it leaves untyped. */
export const stateOf = (ctx: { state: RequestState }): RequestState => ctx.state

import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import Provider, { type Client } from 'oidc-provider'
import type { Logger } from 'pino'
import { hashSecret } from '../../apps/secret.ts'
import type { AccessTokenVerifier } from '../../authentication/access-token.ts'
import { useOnce } from '../../authentication/use-once.ts'
import type { Clock } from '../../clock.ts'
import type { Sealer } from '../../crypto/seal.ts'
import type { PrivateKey } from '../../keys/key.ts'
import { createLastResort } from '../../last-resort.ts'
import { type Store, StoreUnavailable } from '../../store/store.ts'
import { providerConfiguration } from './configuration.ts'
import { refuseManyParameters, refuseMethod } from './endpoints.ts'
import type { RenderAuthorizationError } from './error-page.ts'
import { createInteractions, type Interactions } from './interactions.ts'
import { answerForJwts } from './jwt-endpoints.ts'
import { limitAuthorizationRequests } from './limit-authorization-requests.ts'
import { refuseLongState } from './long-state.ts'
import { tellOnlyWhatThereIs } from './metadata.ts'
import { successorOf } from './refresh-token.ts'
import { refuseOtherResponseModes } from './response-modes.ts'
import { shortenErrors } from './short-answers.ts'

type Parts = {
  issuer: string
  store: Store
  clock: Clock
  sealer: Sealer
  /** The keys of access tokens, the active one first. */
  keys: readonly PrivateKey[]
  verify: AccessTokenVerifier
  /** Sign the cookies, the newest first. */
  cookieKeys: string[]
  /** Limits what clients may ask for; the same one for every provider, because it remembers what was taken. */
  limits: Parameters<Provider['use']>[0]
  logger: Logger
  errorPage: RenderAuthorizationError
}

/** The authorization server: what answers its endpoints, and the seam to the pages on which a person answers. */
export type AuthorizationServer = Interactions & {
  handle(req: IncomingMessage, res: ServerResponse): void
}

/**
 * Makes the OAuth 2.0 authorization server (RFC 6749) under `/oauth2`, with its metadata (RFC 8414). All state is in the store, so
 * that another can take its place at any time, with other keys.
 */
export function createAuthorizationServer(parts: Parts): AuthorizationServer {
  const { issuer, store, clock, verify } = parts
  const provider = new Provider(issuer, providerConfiguration(parts))
  provider.proxy = true
  provider.Client.prototype.compareClientSecret = compareSecret
  provider.ReplayDetection.unique = (client, jti, exp) => useOnce(store, client, jti, exp)
  Object.assign(provider.RefreshToken.prototype, { generateTokenId: successorOf(parts.sealer) })
  // Who signed in is asked each time, so nothing of it is left in the browser.
  provider.on('authorization.success', (ctx) => {
    Object.assign(ctx.oidc.session ?? {}, { destroyed: true })
  })
  provider.use(neverThrow(parts.logger))
  provider.use(shortenErrors)
  tellOfFailures(provider, parts.logger)
  provider.use(refuseOtherResponseModes)
  provider.use(refuseLongState(parts.errorPage))
  provider.use(parts.limits)
  provider.use(limitAuthorizationRequests(store, parts.errorPage))
  provider.use(tellOnlyWhatThereIs)
  provider.use(answerForJwts(store, verify))
  const callback = provider.callback()
  const { host, protocol } = new URL(issuer)

  /** The library builds URLs and the accepted audience of assertions from these headers, and a caller can write anything there. */
  function pin(req: IncomingMessage): void {
    req.headers.host = host
    req.headers['x-forwarded-proto'] = protocol.slice(0, -1)
    delete req.headers['x-forwarded-host']
  }

  return {
    ...createInteractions({ provider, issuer, store, clock }),
    handle(req, res) {
      if (refuseMethod(req, res) || refuseManyParameters(req, res)) return
      pin(req)
      void callback(req, res)
    },
  }
}

/** Answers what fails outside of the library's own handling of errors, also while an answer is written. */
function neverThrow(logger: Logger): Parameters<Provider['use']>[0] {
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

/** An outage is told as one (RFC 6749 has a name for it at the authorization endpoint only); every other failure is logged. */
function tellOfFailures(provider: Provider, logger: Logger): void {
  const unavailable = new WeakSet<object>()
  // Without a listener Koa writes the stack of a caller's broken connection to standard error, beside the log and not as JSON.
  const koa: NodeJS.EventEmitter = provider
  koa.on('error', (error) => logger.debug({ err: error }, 'a caller ended a request to the authorization server'))
  provider.on('server_error', (ctx, error) => {
    if (error instanceof StoreUnavailable) unavailable.add(ctx)
    else logger.error({ err: error }, 'the authorization server failed')
  })
  provider.use(async (ctx, next) => {
    await next()
    if (!unavailable.has(ctx)) return
    ctx.status = 503
    ctx.set('Retry-After', '1')
    if (typeof ctx.body !== 'string') ctx.body = { error: 'temporarily_unavailable' }
  })
}

/** Compares the hash of a presented secret with those of the app's live secrets, each in constant time. */
async function compareSecret(this: Client, presented: string): Promise<boolean> {
  const actual = Buffer.from(hashSecret(presented))
  let equal = false
  for (const hash of this.secret_hashes as string[]) {
    if (timingSafeEqual(actual, Buffer.from(hash))) equal = true
  }
  return equal
}

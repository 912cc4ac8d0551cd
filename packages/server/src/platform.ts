import { hkdfSync } from 'node:crypto'
import type { Logger } from 'pino'
import { sandboxNotifier } from './accounts/notifier.ts'
import { createSmtpNotifier } from './accounts/smtp-notifier.ts'
import { createHttpApp } from './app.ts'
import { keepOwnApps } from './apps/own-apps.ts'
import { createVerifier } from './authentication/access-token.ts'
import { startBackground } from './background/background.ts'
import { openMovableClock, realClock } from './clock.ts'
import type { Config } from './config.ts'
import { createConsoleRoutes } from './console/routes.ts'
import { createSealer } from './crypto/seal.ts'
import { createKeySetRoutes } from './http/key-sets.ts'
import type { Messages } from './http/messages.ts'
import { createRouter } from './http/router.ts'
import { openKeyRing } from './keys/key-ring.ts'
import { keyTimes } from './keys/times.ts'
import { createAuthorizationServer, followKeys } from './oauth/provider/authorization-server.ts'
import { limitClients } from './oauth/provider/limits.ts'
import { createOperations } from './operations.ts'
import { createSandbox } from './sandbox/sandbox.ts'
import { createAuthorizationErrorPages } from './sign-in/authorization-error.ts'
import { createSignInRoutes } from './sign-in/routes.ts'
import { lockName } from './store/lock-name.ts'
import type { Store } from './store/store.ts'
import type { Tracer } from './trace.ts'

/** The time for which a process may sign with its keys without reading them again, in milliseconds. */
const MOST_STALE = 10_000

type Foundations = {
  config: Config
  logger: Logger
  masterKey: Buffer
  store: Store
  base: string
  messages: Messages
  tracer: Tracer | undefined
}

/** Assembles the platform on a store. */
export async function assemble({ config, logger, masterKey, store, base, messages, tracer }: Foundations) {
  const isSandbox = config.mode === 'sandbox'
  const sealer = createSealer(masterKey)
  const movable = isSandbox ? await openMovableClock(store) : undefined
  const clock = movable ?? realClock
  const ring = await openKeyRing({ store, sealer, clock, logger, times: keyTimes(config) })
  const notifier = config.mail ? createSmtpNotifier({ ...config.mail, logger }) : sandboxNotifier
  const background = await startBackground({
    ...{ store, clock, sealer, ring, logger, notifier, base, tracer },
    mode: config.mode,
  })
  const { metrics, feed, policy, nextDue, settle } = background
  const { dataDirectory } = config
  const sandbox =
    movable && createSandbox({ store, clock: movable, sealer, keys: ring, base, dataDirectory, nextDue, settle })
  if (sandbox) background.beforeScrubbing(sandbox.forgetErased)
  await store.write({ now: clock.now() }, async (work) => {
    await lockName(store, work.db, 'platform app')
    await keepOwnApps(work, { base, sealer })
  })
  const loaded = await sandbox?.load()

  const operations = createOperations({ store, sealer, notifier, policy, feed, sandbox })
  const verify = createVerifier(base, ring)
  const router = createRouter({ base, store, clock, sealer, verify, operations, sandbox: isSandbox })
  const cookieKeys = config.cookieKeys ?? [derivedCookieKey(masterKey)]
  const limits = limitClients(store, config.tokensPerMinute)
  const errorPage = createAuthorizationErrorPages(isSandbox)
  const parts = { issuer: base, store, clock, sealer, verify, cookieKeys, limits, logger, errorPage }
  const authorizationServer = followKeys(ring, (keys) => createAuthorizationServer({ ...parts, keys }))
  const pages = { base, store, clock, sealer, notifier, logger }
  let stopping = false
  const app = createHttpApp({
    messages,
    base,
    logger,
    store,
    router,
    console: createConsoleRoutes({
      ...pages,
      authorizationServer,
      freshKeys: () => ring.refreshAfter(MOST_STALE),
      sandbox: isSandbox,
    }),
    signIn: createSignInRoutes({ ...pages, interactions: authorizationServer, sandbox: isSandbox }),
    authorizationServer,
    freshKeys: () => ring.refreshAfter(MOST_STALE),
    keySets: createKeySetRoutes(ring, config.keySetMaxAge),
    isStopping: () => stopping,
    trustedProxies: config.trustedProxies,
    metrics,
    metricsAccess: isSandbox ? 'loopback' : { token: config.metricsToken },
    tracer,
  })
  background.wake()
  return {
    app,
    credentialsFile: loaded?.file,
    beginStopping() {
      stopping = true
      // Before the connections are closed, so that waiting callers get their answer now.
      feed.close()
    },
    async stop() {
      await background.stop()
      await notifier.stop()
    },
  }
}

function derivedCookieKey(masterKey: Buffer): string {
  return Buffer.from(hkdfSync('sha256', masterKey, '', 'cookie key', 32)).toString('base64url')
}

import { hkdfSync } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { type Logger, pino } from 'pino'
import { sandboxNotifier } from './accounts/notifier.ts'
import { createSmtpNotifier } from './accounts/smtp-notifier.ts'
import { keepPlatformApp } from './apps/platform-app.ts'
import { openMovableClock, realClock } from './clock.ts'
import type { Config } from './config.ts'
import { sandboxMasterKey } from './crypto/master-key.ts'
import { createSealer } from './crypto/seal.ts'
import { nextDueWork } from './due-work/due-work.ts'
import { steps } from './due-work/steps.ts'
import { startDueWorker } from './due-work/worker.ts'
import { createFeed } from './events/feed.ts'
import { createApp } from './http/app.ts'
import { createHandlers } from './http/handlers/index.ts'
import { createRouter } from './http/router.ts'
import { createGauges } from './metrics/gauges.ts'
import { createMetrics } from './metrics/metrics.ts'
import { createSandbox } from './sandbox/sandbox.ts'
import { createAuthorizationErrorPages } from './sign-in/authorization-error.ts'
import { createSignInRoutes } from './sign-in/routes.ts'
import { inTurn } from './store/in-turn.ts'
import { openPostgres } from './store/postgres.ts'
import { openSqlite } from './store/sqlite.ts'
import type { Store } from './store/store.ts'
import { createVerifier } from './tokens/access-token.ts'
import { createAuthorizationServer } from './tokens/authorization-server.ts'
import { startCleanUp } from './tokens/clean-up.ts'
import { openSigningKeys } from './tokens/signing-keys.ts'
import { CHALLENGE_TIMEOUT, startChallenger } from './webhooks/challenge/challenger.ts'
import { endChallengeLeases, nextDueChallenge } from './webhooks/challenge/claim.ts'
import { endLeases } from './webhooks/delivery/claim.ts'
import { startDeliveryEngine } from './webhooks/delivery/engine.ts'
import { createSender } from './webhooks/request/send.ts'

/** A server that listens. */
export interface RunningServer {
  /** Where it is reached. */
  base: string
  /** The file with the sandbox's credentials; undefined in live mode. */
  credentialsFile: string | undefined
  /**
   * Stops: refuses new requests, answers those under way, finishes the attempts under way, closes the store. What is still owed
   * is delivered after the next start. Called again, it is the same stop.
   */
  stop(): Promise<void>
}

/** How long one attempt to deliver may take in all, in milliseconds. */
const ATTEMPT_TIMEOUT = 15_000

/**
 * Starts the platform.
 *
 * @throws {DirectoryInUse | DirectoryUnusable | StoreUnavailable | WrongMasterKey} when it can't work with the data it is pointed to
 */
export async function startServer(config: Config): Promise<RunningServer> {
  const logger = pino({ level: config.logLevel }, pino.destination(2))
  const masterKey = config.masterKey ?? sandboxMasterKey(config.dataDirectory)
  const store = config.databaseUrl ? await openPostgres(config.databaseUrl) : await openSqlite(config.dataDirectory)
  const http = createServer()
  const close = closer(http)
  try {
    // A request that comes before everything is put together waits for it.
    const { promise: app, resolve: ready } = Promise.withResolvers<RequestListener>()
    http.on('request', async (req, res) => (await app)(req, res))
    const base = await listen(http, config)
    const platform = await assemble({ config, logger, masterKey, store, base })
    ready(platform.app)
    const stop = async () => {
      platform.beginStopping()
      await close()
      await platform.worker.stop()
      const { engine, challenger, notifier, cleanUp } = platform
      await Promise.all([engine.stop(), challenger.stop(), notifier.stop(), cleanUp.stop()])
      await store.close()
    }
    let stopped: Promise<void> | undefined
    return {
      base,
      credentialsFile: platform.credentialsFile,
      stop() {
        stopped ??= stop()
        return stopped
      },
    }
  } catch (error) {
    http.close()
    await store.close()
    throw error
  }
}

type Foundations = { config: Config; logger: Logger; masterKey: Buffer; store: Store; base: string }

/** Puts the parts of the platform together over a store. */
async function assemble({ config, logger, masterKey, store, base }: Foundations) {
  const sealer = createSealer(masterKey)
  const keys = await openSigningKeys(store, sealer)
  const movable = config.mode === 'sandbox' ? await openMovableClock(store) : undefined
  const clock = movable ?? realClock
  const policy = { allowLoopback: config.mode === 'sandbox' }
  const sender = createSender({ policy, totalTimeoutMs: ATTEMPT_TIMEOUT })
  if (store.dialect === 'sqlite') {
    await store.write(async (tx) => {
      await endLeases(tx)
      await endChallengeLeases(tx)
    })
  }
  const metrics = createMetrics()
  store.onRecorded(metrics.recorded)
  const engine = startDeliveryEngine({ store, clock, sealer, sender, logger, metrics, base, timeout: ATTEMPT_TIMEOUT })
  store.onLeft('deliveries', engine.wake)
  const challengeSender = createSender({ policy, totalTimeoutMs: CHALLENGE_TIMEOUT })
  const challenger = startChallenger({ store, clock, sealer, sender: challengeSender, logger })
  store.onLeft('challenges', challenger.wake)
  const worker = startDueWorker({ store, clock, logger, steps })
  store.onLeft('due_work', () => worker.wake())
  const feed = createFeed({ store, logger })
  metrics.add(createGauges({ store, clock, engine, feed }))
  const { dataDirectory } = config
  const nextDue = async (after: number) => {
    const { db } = store
    const times = [await engine.nextDue(after), await nextDueWork(db, after), await nextDueChallenge(db, after)]
    return times.filter((time) => time !== undefined).sort((a, b) => a - b)[0]
  }
  // Who passes a challenge is owed what was held, which due work releases; and work that fell due can owe deliveries.
  const settle = async () => {
    await challenger.idle()
    await worker.idle()
    await engine.idle()
  }
  const sandbox =
    movable && createSandbox({ store, clock: movable, sealer, keys, base, dataDirectory, nextDue, settle })
  await store.write(async (tx) => {
    await inTurn(store, tx, 'platform app')
    await keepPlatformApp(tx, clock.now())
  })
  const loaded = await sandbox?.load()

  const notifier = config.mail ? createSmtpNotifier({ ...config.mail, logger }) : sandboxNotifier
  const handlers = createHandlers({ store, sealer, notifier, policy, feed, sandbox })
  const verify = createVerifier(base, keys)
  const router = createRouter({ base, store, clock, sealer, verify, handlers, sandbox: sandbox !== undefined })
  const cookieKeys = config.cookieKeys ?? [derivedCookieKey(masterKey)]
  const authorizationServer = createAuthorizationServer({
    issuer: base,
    store,
    clock,
    sealer,
    keys,
    cookieKeys,
    logger,
    errorPage: createAuthorizationErrorPages(sandbox !== undefined),
  })
  const cleanUp = startCleanUp(store, logger)
  let stopping = false
  const signIn = createSignInRoutes({
    base,
    store,
    clock,
    sealer,
    notifier,
    logger,
    interactions: () => authorizationServer,
    sandbox: sandbox !== undefined,
  })
  const app = createApp({
    base,
    logger,
    store,
    router,
    signIn,
    authorizationServer: () => authorizationServer,
    isStopping: () => stopping,
    trustedProxies: config.trustedProxies,
    metrics,
    metricsAccess: config.mode === 'sandbox' ? 'loopback' : { token: config.metricsToken },
  })
  engine.wake()
  worker.wake()
  challenger.wake()
  return {
    app,
    engine,
    worker,
    challenger,
    notifier,
    cleanUp,
    credentialsFile: loaded?.file,
    beginStopping() {
      stopping = true
      // Before the connections are closed: whoever waits is answered now.
      feed.close()
    },
  }
}

/** @returns where the server is reached */
async function listen(http: Server, { host, port, issuer }: Config): Promise<string> {
  http.listen(port, host)
  await once(http, 'listening')
  return issuer ?? `http://${host}:${(http.address() as AddressInfo).port}`
}

/** How long requests under way may take once the server stops, in milliseconds; longer than any answer of ours. */
const GRACE = 20_000

/**
 * Watches the connections, so that the server can be closed by those that have a request under way. `http.close()` alone waits
 * for ever for a connection that sent nothing yet or half a request, and for a kept-alive one until its own time is over.
 *
 * @returns refuses new connections, lets the requests under way finish, and closes everything else
 */
function closer(http: Server): () => Promise<void> {
  const connections = new Set<Socket>()
  const underWay = new Set<ServerResponse>()
  http.on('connection', (socket) => {
    connections.add(socket)
    socket.on('close', () => connections.delete(socket))
  })
  http.on('request', (_req, res) => {
    underWay.add(res)
    res.on('close', () => underWay.delete(res))
  })
  return async () => {
    const closed = once(http, 'close')
    http.close()
    const busy = new Set([...underWay].map(({ socket }) => socket))
    for (const res of underWay) if (!res.headersSent) res.setHeader('Connection', 'close')
    for (const socket of connections) if (!busy.has(socket)) socket.destroy()
    const late = setTimeout(() => http.closeAllConnections(), GRACE)
    await closed
    clearTimeout(late)
  }
}

function derivedCookieKey(masterKey: Buffer): string {
  return Buffer.from(hkdfSync('sha256', masterKey, '', 'cookie key', 32)).toString('base64url')
}

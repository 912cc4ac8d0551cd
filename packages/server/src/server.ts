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
import { createKeySetRoutes } from './http/key-sets.ts'
import { createRouter } from './http/router.ts'
import { openKeyRing } from './keys/key-ring.ts'
import type { KeyTimes } from './keys/rotation.ts'
import { createGauges } from './metrics/gauges.ts'
import { createMetrics } from './metrics/metrics.ts'
import { createSandbox } from './sandbox/sandbox.ts'
import { createAuthorizationErrorPages } from './sign-in/authorization-error.ts'
import { createSignInRoutes } from './sign-in/routes.ts'
import { inTurn } from './store/in-turn.ts'
import { bindToMode } from './store/mode.ts'
import { openPostgres } from './store/postgres.ts'
import { openSqlite } from './store/sqlite.ts'
import type { Store } from './store/store.ts'
import { ACCESS_TOKEN_TTL, createVerifier } from './tokens/access-token.ts'
import { createAuthorizationServer } from './tokens/authorization-server.ts'
import { startCleanUp } from './tokens/clean-up.ts'
import { followKeys } from './tokens/follow-keys.ts'
import { limitRequests } from './tokens/limit-requests.ts'
import { CHALLENGE_TIMEOUT, startChallenger } from './webhooks/challenge/challenger.ts'
import { endChallengeLeases, nextDueChallenge } from './webhooks/challenge/claim.ts'
import { endLeases } from './webhooks/delivery/claim.ts'
import { startDeliveryEngine } from './webhooks/delivery/engine.ts'
import { createSender } from './webhooks/request/send.ts'
import { createPlatformKey } from './webhooks/signature/platform-key.ts'

/** A server that listens. */
export interface RunningServer {
  /** Where it is reached: the issuer, or where none is set the address on which it listens. */
  base: string
  /** The address on which it listens, as a URL. */
  address: string
  /** The file with the sandbox's credentials; undefined in live mode. */
  credentialsFile: string | undefined
  /**
   * Stops: refuses new requests, answers those under way, finishes the attempts under way, closes the store. What is still owed
   * is delivered after the next start. Called again, it is the same stop.
   */
  stop(): Promise<void>
}

/** For how long a process that did not read the keys may sign with those it has, in milliseconds. */
const MOST_STALE = 10_000
/** How long one attempt to deliver may take in all, in milliseconds. */
const ATTEMPT_TIMEOUT = 15_000

/**
 * Starts the platform.
 *
 * @throws {DirectoryInUse | DirectoryUnusable | StoreUnavailable | WrongMasterKey | WrongMode} when it can't work with the data it is pointed to
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
    await bindToMode(store, config.mode)
    const address = await listen(http, config)
    const base = config.issuer ?? address
    const platform = await assemble({ config, logger, masterKey, store, base })
    ready(platform.app)
    const stop = async () => {
      platform.beginStopping()
      await close()
      await platform.worker.stop()
      await platform.ring.stop()
      const { engine, challenger, notifier, cleanUp } = platform
      await Promise.all([engine.stop(), challenger.stop(), notifier.stop(), cleanUp.stop()])
      await store.close()
    }
    let stopped: Promise<void> | undefined
    return {
      base,
      address,
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
  const movable = config.mode === 'sandbox' ? await openMovableClock(store) : undefined
  const clock = movable ?? realClock
  const ring = await openKeyRing({ store, sealer, clock, logger, times: keyTimes(config) })
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
  const platformKey = createPlatformKey(ring)
  const sending = { store, clock, sealer, platformKey, logger }
  const engine = startDeliveryEngine({ ...sending, sender, metrics, base, timeout: ATTEMPT_TIMEOUT })
  store.onLeft('deliveries', engine.wake)
  const challengeSender = createSender({ policy, totalTimeoutMs: CHALLENGE_TIMEOUT })
  const challenger = startChallenger({ ...sending, sender: challengeSender })
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
    await ring.refresh()
    await engine.idle()
  }
  const sandbox =
    movable && createSandbox({ store, clock: movable, sealer, keys: ring, base, dataDirectory, nextDue, settle })
  await store.write(async (tx) => {
    await inTurn(store, tx, 'platform app')
    await keepPlatformApp(tx, clock.now())
  })
  const loaded = await sandbox?.load()

  const notifier = config.mail ? createSmtpNotifier({ ...config.mail, logger }) : sandboxNotifier
  const handlers = createHandlers({ store, sealer, notifier, policy, feed, sandbox })
  const verify = createVerifier(base, ring)
  const router = createRouter({ base, store, clock, sealer, verify, handlers, sandbox: sandbox !== undefined })
  const cookieKeys = config.cookieKeys ?? [derivedCookieKey(masterKey)]
  const limits = limitRequests(store, config.tokensPerMinute)
  const errorPage = createAuthorizationErrorPages(sandbox !== undefined)
  const parts = { issuer: base, store, clock, sealer, verify, cookieKeys, limits, logger, errorPage }
  const authorizationServer = followKeys(ring, (keys) => createAuthorizationServer({ ...parts, keys }))
  const cleanUp = startCleanUp(store, logger)
  let stopping = false
  const signIn = createSignInRoutes({
    base,
    store,
    clock,
    sealer,
    notifier,
    logger,
    interactions: authorizationServer,
    sandbox: sandbox !== undefined,
  })
  const app = createApp({
    base,
    logger,
    store,
    router,
    signIn,
    authorizationServer,
    freshKeys: () => ring.refreshAfter(MOST_STALE),
    keySets: createKeySetRoutes(ring, config.keySetMaxAge),
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
    ring,
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

/** @returns the address on which the server listens, as a URL */
async function listen(http: Server, { host, port }: Config): Promise<string> {
  http.listen(port, host)
  await once(http, 'listening')
  const name = host.includes(':') ? `[${host}]` : host
  return `http://${name}:${(http.address() as AddressInfo).port}`
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

/** How long keys stay in their states. What is sent is verified at once, but some keep it as proof for a day. */
function keyTimes({ keySetMaxAge }: Config): KeyTimes {
  const slack = 5 * 60_000
  return {
    // Twice, for the time that an answer takes and clocks that differ.
    published: 2 * keySetMaxAge * 1000,
    retired: { access_token: ACCESS_TOKEN_TTL * 1000 + slack, webhook: 86_400_000 },
  }
}

function derivedCookieKey(masterKey: Buffer): string {
  return Buffer.from(hkdfSync('sha256', masterKey, '', 'cookie key', 32)).toString('base64url')
}

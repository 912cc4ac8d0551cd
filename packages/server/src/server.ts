import { once } from 'node:events'
import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type DestinationStream, pino } from 'pino'
import type { Config } from './config.ts'
import { sandboxMasterKey } from './crypto/master-key.ts'
import { closer } from './http/closer.ts'
import { createMessages } from './http/messages.ts'
import { toOriginForm } from './http/origin-form.ts'
import { assemble } from './platform.ts'
import { bindToMode } from './store/mode.ts'
import { openPostgres } from './store/postgres.ts'
import { openSqlite } from './store/sqlite.ts'

/** A running server. */
export interface RunningServer {
  /** The origin under which it is reached: the issuer, or the address on which it listens if no issuer is set. */
  base: string
  /** The address on which it listens, as a URL. */
  address: string
  /** The file with the sandbox's credentials; undefined in live mode. */
  credentialsFile: string | undefined
  /**
   * Refuses new requests, finishes the requests and delivery attempts under way, and closes the store. Pending deliveries are sent after
   * the next start. Further calls return the same promise.
   */
  stop(): Promise<void>
}

/**
 * Starts the platform.
 *
 * @param log takes the lines of the log; standard error by default
 * @throws {DirectoryInUse | DirectoryUnusable | StoreUnavailable | WrongMasterKey | WrongMode} if it can't work with the configured data
 */
export async function startServer(
  config: Config,
  log: DestinationStream = pino.destination(2),
): Promise<RunningServer> {
  const logger = pino({ level: config.logLevel }, log)
  const masterKey = config.masterKey ?? sandboxMasterKey(config.dataDirectory)
  const store = config.databaseUrl ? await openPostgres(config.databaseUrl) : await openSqlite(config.dataDirectory)
  const messages = createMessages()
  const http = createServer({ ...timeouts(config), ...messages.classes })
  const close = closer(http)
  try {
    // A request that arrives before everything is assembled waits for it.
    const { promise: app, resolve: ready } = Promise.withResolvers<RequestListener>()
    let answer: RequestListener = async (req, res) => (await app)(req, res)
    http.on('request', (req, res) => {
      toOriginForm(req)
      answer(req, res)
    })
    await bindToMode(store, config.mode)
    const address = await listen(http, config)
    const base = config.issuer ?? address
    // The libraries for traces are loaded only where they are wanted.
    const tracer = config.traces && (await import('./tracing/otlp.ts')).openTracer(config.traces, logger)
    const platform = await assemble({ config, logger, masterKey, store, base, messages, tracer })
    answer = platform.app
    ready(platform.app)
    const stop = async () => {
      platform.beginStopping()
      await close()
      await platform.stop()
      await tracer?.stop()
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

/** The times after which Node closes a connection: the headers have half the time of the whole request. */
function timeouts({ keepAlive, requestTimeout }: Config): ServerOptions {
  return {
    keepAliveTimeout: keepAlive * 1000,
    requestTimeout: requestTimeout * 1000,
    headersTimeout: requestTimeout * 500,
    connectionsCheckingInterval: Math.min(requestTimeout * 250, 5000),
  }
}

/** @returns the address on which the server listens, as a URL */
async function listen(http: Server, { host, port }: Config): Promise<string> {
  http.listen(port, host)
  await once(http, 'listening')
  const name = host.includes(':') ? `[${host}]` : host
  return `http://${name}:${(http.address() as AddressInfo).port}`
}

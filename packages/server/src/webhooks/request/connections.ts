import { Client } from 'undici'
import { type ConnectOptions, type ConnectWatch, connectVetted } from './connect.ts'
import { type InterimAnswers, removeInterimAnswers } from './interim.ts'

/** One connection to a receiver, lent to one attempt at a time. */
export type Connection = {
  client: Client
  key: string
  /** The attempt that it is lent to, whose timings and signal count when undici has to connect. */
  watch: ConnectWatch | null
  /** True if it was open before this attempt. */
  reused: boolean
  /** The bytes received over it; null before it is open. */
  answers: InterimAnswers | null
  /** The time until which it may be lent again, in milliseconds of `performance.now()`. */
  freshUntil: number
}

/** The longest keep-alive time of a receiver that is honoured, in milliseconds, and the time where it states none: many close after 5 s. */
const MAX_IDLE = 60_000
const SILENT_IDLE = 4000

/**
 * The open connections, separate for each endpoint, so that one that hangs holds up no other, even on the same host.
 *
 * undici's `Pool` would queue an attempt on a connection that another attempt is opening, and mix up their timings and aborts; with a
 * `Client` for each connection, each attempt has its own. A connection that saw any failure is not lent again.
 */
export class Connections {
  readonly #options: ConnectOptions
  readonly #maxIdle: number
  readonly #idle = new Map<string, Connection[]>()
  readonly #longestIdleFirst = new Set<Connection>()

  /**
   * @param options the options of all connections
   * @param maxIdle the most idle connections over all endpoints; the longest idle are closed first
   */
  constructor(options: ConnectOptions, maxIdle: number) {
    this.#options = options
    this.#maxIdle = maxIdle
  }

  /**
   * Lends a connection: the one used last, or a new one, which connects when it is first written to.
   *
   * @param endpoint the endpoint's id
   * @param origin scheme, host and port; a connection is never used for another
   * @param watch the attempt that it is for
   */
  take(endpoint: string, origin: string, watch: ConnectWatch): Connection {
    const key = `${endpoint} ${origin}`
    let idle = this.#idle.get(key)?.at(-1)
    if (idle !== undefined) this.#forget(idle)
    // The timers that close it may be late when the process was held up, and the receiver may have closed it by then.
    if (idle !== undefined && performance.now() > idle.freshUntil) {
      void idle.client.destroy()
      idle = undefined
    }
    if (idle === undefined) return this.open(endpoint, origin, watch)
    idle.watch = watch
    idle.reused = true
    idle.answers?.begin()
    return idle
  }

  /** Lends a new connection. See {@link take}. */
  open(endpoint: string, origin: string, watch: ConnectWatch): Connection {
    const connection = this.#create(`${endpoint} ${origin}`, origin)
    connection.watch = watch
    return connection
  }

  /**
   * Takes a connection back after a complete answer.
   *
   * @param keepAlive the answer's `keep-alive` header, with the time for which the receiver keeps it open
   */
  giveBack(connection: Connection, keepAlive?: string): void {
    connection.watch = null
    const seconds = /(?:^|[\s,;])timeout\s*=\s*"?(\d{1,5})/i.exec(keepAlive ?? '')?.[1]
    const keptAlive = seconds === undefined ? SILENT_IDLE : Number(seconds) * 1000 - 1000
    connection.freshUntil = performance.now() + Math.min(keptAlive, MAX_IDLE)
    if (!connection.client.stats.connected) {
      this.discard(connection)
      return
    }
    const idle = this.#idle.get(connection.key)
    if (idle === undefined) this.#idle.set(connection.key, [connection])
    else idle.push(connection)
    this.#longestIdleFirst.add(connection)
    if (this.#longestIdleFirst.size > this.#maxIdle) {
      const [longestIdle] = this.#longestIdleFirst
      if (longestIdle !== undefined) this.discard(longestIdle)
    }
  }

  /** Closes a connection, idle or lent. */
  discard(connection: Connection): void {
    this.#forget(connection)
    void connection.client.destroy()
  }

  /** Closes all idle connections. */
  async close(): Promise<void> {
    const idle = [...this.#longestIdleFirst]
    for (const connection of idle) this.#forget(connection)
    await Promise.all(idle.map(({ client }) => client.destroy()))
  }

  #create(key: string, origin: string): Connection {
    const client = new Client(origin, {
      allowH2: false,
      pipelining: 1,
      maxHeaderSize: 16 * 1024,
      keepAliveMaxTimeout: MAX_IDLE,
      // The limit of the attempt covers both; undici's limits start again with every byte.
      headersTimeout: 0,
      bodyTimeout: 0,
      connect: ({ protocol, hostname, port }, callback) => {
        const target = { protocol, hostname, port: Number(port) || (protocol === 'https:' ? 443 : 80) }
        const watch = connection.watch ?? { signal: AbortSignal.abort(), timings: noTimings() }
        // undici also reconnects by itself when a connection ended before the request was written.
        connection.reused = false
        connectVetted(target, this.#options, watch).then(
          (socket) => {
            connection.answers = removeInterimAnswers(socket)
            callback(null, socket)
          },
          (cause) => callback(cause, null),
        )
      },
    })
    const connection: Connection = { client, key, watch: null, reused: false, answers: null, freshUntil: 0 }
    client.on('disconnect', () => {
      if (this.#longestIdleFirst.has(connection)) this.discard(connection)
    })
    return connection
  }

  #forget(connection: Connection): void {
    if (!this.#longestIdleFirst.delete(connection)) return
    const left = this.#idle.get(connection.key)?.filter((other) => other !== connection) ?? []
    if (left.length === 0) this.#idle.delete(connection.key)
    else this.#idle.set(connection.key, left)
  }
}

function noTimings(): ConnectWatch['timings'] {
  return { dnsMs: null, connectMs: null, tlsMs: null }
}

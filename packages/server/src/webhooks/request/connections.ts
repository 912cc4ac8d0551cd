import { Client } from 'undici'
import { type ConnectOptions, type ConnectWatch, connectVetted } from './connect.ts'
import { type InterimAnswers, removeInterimAnswers } from './interim.ts'

/** One connection to a receiver, lent to one attempt at a time. */
export interface Connection {
  readonly client: Client
  readonly key: string
  /** The attempt it is lent to; when undici has to connect, it is on this attempt's account. */
  watch: ConnectWatch | null
  /** True if it was open before this attempt. */
  reused: boolean
  /** The bytes that came over it; null before it is open. */
  answers: InterimAnswers | null
  /** Until when it may be lent again, in milliseconds of `performance.now()`. */
  freshUntil: number
}

// A server's own keep-alive time is honoured up to this; silent ones are closed after undici's 4 s, as many close at 5.
const maxIdleMs = 60_000
const silentIdleMs = 4_000

/**
 * The open connections, kept apart by endpoint, so that one that hangs holds up no other, even on the same host.
 *
 * undici's `Pool` would queue an attempt on a connection another is opening, and its timings and its abort with it; a `Client`
 * for each connection keeps every attempt's connecting its own. A connection that saw any failure is not lent again.
 */
export class Connections {
  readonly #options: ConnectOptions
  readonly #maxIdle: number
  readonly #idle = new Map<string, Connection[]>()
  readonly #longestIdleFirst = new Set<Connection>()

  /**
   * @param options how to connect
   * @param maxIdle how many idle connections to keep over all endpoints; the longest idle are closed first
   */
  constructor(options: ConnectOptions, maxIdle: number) {
    this.#options = options
    this.#maxIdle = maxIdle
  }

  /**
   * Lend a connection: the one used last, or a new one, which connects when first written to.
   *
   * @param endpoint whose it is
   * @param origin scheme, host and port; a connection is never used for another
   * @param watch the attempt it is for
   */
  take(endpoint: string, origin: string, watch: ConnectWatch): Connection {
    const key = `${endpoint} ${origin}`
    let idle = this.#idle.get(key)?.at(-1)
    if (idle !== undefined) this.#forget(idle)
    // The timers that close it come late when the process was held up, and the receiver's end may be closed by then.
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
   * Take a connection back after a complete answer.
   *
   * @param connection one that was lent
   * @param keepAlive the answer's `keep-alive` header: how long the receiver keeps it open
   */
  giveBack(connection: Connection, keepAlive?: string): void {
    connection.watch = null
    const seconds = /(?:^|[\s,;])timeout\s*=\s*"?(\d{1,5})/i.exec(keepAlive ?? '')?.[1]
    const kept = seconds === undefined ? silentIdleMs : Number(seconds) * 1_000 - 1_000
    connection.freshUntil = performance.now() + Math.min(kept, maxIdleMs)
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

  /**
   * Close a connection for good, idle or lent.
   *
   * @param connection the connection
   */
  discard(connection: Connection): void {
    this.#forget(connection)
    void connection.client.destroy()
  }

  /** Close all that are idle. */
  async close(): Promise<void> {
    const idle = [...this.#longestIdleFirst]
    for (const connection of idle) this.#forget(connection)
    await Promise.all(idle.map(({ client }) => client.destroy()))
  }

  #create(key: string, origin: string): Connection {
    const client = new Client(origin, {
      allowH2: false,
      pipelining: 1,
      maxHeaderSize: 16 * 1_024,
      keepAliveMaxTimeout: maxIdleMs,
      // The attempt's own limit covers both; undici's restart with every byte.
      headersTimeout: 0,
      bodyTimeout: 0,
      connect: ({ protocol, hostname, port }, callback) => {
        const target = { protocol, hostname, port: Number(port) || (protocol === 'https:' ? 443 : 80) }
        const watch = connection.watch ?? { signal: AbortSignal.abort(), timings: noTimings() }
        // undici also connects anew by itself when a connection has ended before the request was written.
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

import type { Event } from '@sendoff/api'
import { sleep } from '../../transport/abortable.ts'
import { sign } from '../sign.ts'

export interface SimulatorOptions {
  /** The secret with which the receiver verifies, `whsec_…`. */
  readonly secret: string
  /** Receives a delivery: the handler itself, or `fetch` for a server. */
  readonly send: (request: Request) => Promise<Response>
  /** The URL of the receiver. @default http://127.0.0.1/webhooks */
  readonly url?: string | undefined
  /** The same seed makes the same choices. @default 1 */
  readonly seed?: number | undefined
}

export interface DeliverOptions {
  /** The number of deliveries of each event. @default 1 */
  readonly copies?: number | undefined
  /** True to shuffle the deliveries. */
  readonly reorder?: boolean | undefined
  /** The number of deliveries under way at the same time. @default 1 */
  readonly concurrency?: number | undefined
  /** The longest random wait before a delivery, in milliseconds. @default 0 */
  readonly delay?: number | undefined
  /** The fraction of deliveries, 0 to 1, that are preceded by a forgery with another body, timestamp, id or signature. @default 0 */
  readonly corrupt?: number | undefined
  /** The most attempts of a delivery that is not received. @default 100 */
  readonly attempts?: number | undefined
}

export interface Delivered {
  /** The number of answers by status. */
  readonly statuses: Readonly<Record<number, number>>
  /** The number of genuine deliveries that were never received; it should be 0. */
  readonly undelivered: number
  /** The number of forgeries that were received; it must be 0. */
  readonly forgeries: number
}

/** Delivers events as on a bad day: several times, in any order, concurrently, late, and forged. */
export function simulator({ secret, send, url = 'http://127.0.0.1/webhooks', seed = 1 }: SimulatorOptions) {
  const random = randomOf(seed)

  const attempt = async (event: Event, forge: boolean): Promise<number> => {
    const body = new TextEncoder().encode(JSON.stringify(event))
    const headers = await sign(body, { id: event.id, timestamp: Math.floor(Date.now() / 1000), secret })
    if (forge) forged(body, headers, random)
    const request = new Request(url, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
    })
    const response = await send(request)
    await response.arrayBuffer()
    return response.status
  }

  /** Delivers events. @returns the outcome */
  const deliver = async (events: readonly Event[], options: DeliverOptions = {}): Promise<Delivered> => {
    const { copies = 1, reorder = false, concurrency = 1, delay = 0, corrupt = 0, attempts = 100 } = options
    const statuses: Record<number, number> = {}
    let undelivered = 0
    let forgeries = 0
    const tried = async (event: Event, forge: boolean) => {
      const status = await attempt(event, forge)
      statuses[status] = (statuses[status] ?? 0) + 1
      return status >= 200 && status < 300
    }
    const one = async (event: Event) => {
      if (delay > 0) await sleep(random() * delay, undefined)
      if (random() < corrupt && (await tried(event, true))) forgeries++
      for (let tries = 0; tries < attempts; tries++) {
        if (await tried(event, false)) return
        // As the platform does after a 409, but sooner.
        await sleep(Math.min(tries, 50), undefined)
      }
      undelivered++
    }
    const queue = Array.from({ length: copies }, () => events).flat()
    if (reorder) shuffle(queue, random)
    const worker = async () => {
      for (let event = queue.shift(); event; event = queue.shift()) await one(event)
    }
    await Promise.all(Array.from({ length: concurrency }, worker))
    return { statuses, undelivered, forgeries }
  }
  return { deliver }
}

/** Changes one thing, so that the signature no longer matches. */
function forged(body: Uint8Array, headers: Record<string, string>, random: () => number): void {
  const change = Math.floor(random() * 4)
  if (change === 0) {
    const at = Math.floor(random() * body.length)
    body[at] = (body[at] ?? 0) ^ 1
  } else if (change === 1) headers['webhook-timestamp'] = String(Number(headers['webhook-timestamp']) + 1)
  else if (change === 2) headers['webhook-id'] = `${headers['webhook-id']}x`
  else
    headers['webhook-signature'] =
      `v1,${btoa(String.fromCharCode(...Array.from({ length: 32 }, () => random() * 256)))}`
}

function shuffle(list: unknown[], random: () => number): void {
  for (let last = list.length - 1; last > 0; last--) {
    const at = Math.floor(random() * (last + 1))
    ;[list[last], list[at]] = [list[at], list[last]]
  }
}

/** Makes a generator of numbers from 0 to below 1 that depends on the seed alone (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

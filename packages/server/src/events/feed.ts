import type { Logger } from 'pino'
import { Refusal } from '../refusal.ts'
import { isOneOf } from '../store/recordset.ts'
import { type Store, StoreUnavailable } from '../store/store.ts'

/** The most requests of an app that may wait for events at once on one server. */
export const MOST_WAITING = 100

/** The longest delay of an event from another server whose notification was lost, in milliseconds. */
const POLL = 1000

/** A watch for an organisation's next event. */
export interface Watch {
  /**
   * Resolves when an event may have been committed since the last call, when the time is over, or when the caller has
   * disconnected. Read events after opening the watch, so that none committed in between is missed.
   *
   * @param ms how long to wait, in milliseconds
   * @param seen the last sequence that was read
   * @returns true if an event may have been committed
   */
  changed(ms: number, seen: number, gone: AbortSignal): Promise<boolean>
  close(): void
}

/** Wakes the watches of an organisation's events. */
export interface Feed {
  /**
   * Opens a watch.
   *
   * @throws {Refusal} `rate_limited` if the app has the most watches that it may
   */
  watch(orgId: string, appId: string): Watch
  /** The number of open watches. */
  readonly waiting: number
  /** Set when the server stops, after which no watch waits. */
  readonly isClosed: boolean
  /** Ends all watches. */
  close(): void
}

/**
 * Wakes the watches after each commit of this process. On PostgreSQL it also wakes them on notifications of other
 * processes, and polls once a second for all watches together in case one is lost.
 */
export function createFeed({ store, logger }: { store: Store; logger: Logger }): Feed {
  const watches = new Map<string, Set<OpenWatch>>()
  const waitingOf = new Map<string, number>()
  let isClosed = false
  store.onLeft('events', (orgIds) => {
    if (orgIds.length === 0) for (const orgId of watches.keys()) announce(orgId)
    else for (const orgId of orgIds) announce(orgId)
  })
  const timer = store.dialect === 'postgres' ? setInterval(() => void poll(), POLL).unref() : undefined

  function announce(orgId: string): void {
    for (const watch of watches.get(orgId) ?? []) watch.announce()
  }

  async function poll(): Promise<void> {
    if (watches.size === 0) return
    try {
      const rows = await store.db
        .selectFrom('organization')
        .select(['org_id', 'last_sequence'])
        .where(isOneOf(store.db, 'org_id', [...watches.keys()]))
        .execute()
      for (const { org_id, last_sequence } of rows) {
        for (const watch of watches.get(org_id) ?? []) if (watch.seen < last_sequence) watch.announce()
      }
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) logger.error({ err: error }, 'events could not be looked for')
    }
  }

  return {
    watch(orgId, appId) {
      const waiting = waitingOf.get(appId) ?? 0
      if (waiting >= MOST_WAITING) throw new Refusal('rate_limited', { retry_after: 1 })
      waitingOf.set(appId, waiting + 1)
      const watch = new OpenWatch(() => isClosed)
      const others = watches.get(orgId) ?? new Set()
      watches.set(orgId, others.add(watch))
      return {
        changed: (ms, seen, gone) => watch.changed(ms, seen, gone),
        close() {
          if (!others.delete(watch)) return
          if (others.size === 0) watches.delete(orgId)
          const left = (waitingOf.get(appId) ?? 0) - 1
          if (left > 0) waitingOf.set(appId, left)
          else waitingOf.delete(appId)
        },
      }
    },
    get waiting() {
      return [...waitingOf.values()].reduce((sum, one) => sum + one, 0)
    },
    get isClosed() {
      return isClosed
    },
    close() {
      isClosed = true
      clearInterval(timer)
      for (const orgId of watches.keys()) announce(orgId)
    },
  }
}

class OpenWatch {
  /** Nothing can have been missed before the first read. */
  seen = Number.MAX_SAFE_INTEGER
  #isAnnounced = false
  #wake: (() => void) | undefined
  readonly #isOver: () => boolean

  constructor(isOver: () => boolean) {
    this.#isOver = isOver
  }

  announce(): void {
    this.#isAnnounced = true
    this.#wake?.()
  }

  async changed(ms: number, seen: number, gone: AbortSignal): Promise<boolean> {
    this.seen = seen
    if (!this.#isAnnounced && !this.#isOver() && !gone.aborted) {
      const { promise, resolve } = Promise.withResolvers<void>()
      this.#wake = resolve
      const timer = setTimeout(resolve, ms)
      const end = () => resolve()
      gone.addEventListener('abort', end)
      await promise
      gone.removeEventListener('abort', end)
      clearTimeout(timer)
      this.#wake = undefined
    }
    const isAnnounced = this.#isAnnounced
    this.#isAnnounced = false
    return isAnnounced
  }
}

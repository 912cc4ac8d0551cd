import type { Logger } from 'pino'
import { Refusal } from '../refusal.ts'
import { isOneOf } from '../store/recordset.ts'
import { type Store, StoreUnavailable } from '../store/store.ts'

/** How many of an app may wait for events at once on a server. */
export const MOST_WAITING = 100

/** How late an event of another server may be that its notification did not announce, in milliseconds. */
const POLL = 1000

/** Somebody who waits for an organisation's next event. */
export interface Watch {
  /**
   * Resolves when an event may have come since this was called last, when the time is over, or when the caller is gone. Events are
   * read after it was opened: what is committed in between is not missed.
   *
   * @param ms how long to wait, in milliseconds
   * @param seen the last sequence that was looked at
   * @returns whether an event may have come
   */
  changed(ms: number, seen: number, gone: AbortSignal): Promise<boolean>
  close(): void
}

/** Tells those who follow an organisation's events that there is something to read. */
export interface Feed {
  /**
   * Opens a watch.
   *
   * @throws {Refusal} `rate_limited` when the app has as many as it may have
   */
  watch(orgId: string, appId: string): Watch
  /** How many wait. */
  readonly waiting: number
  /** Nobody is to wait any more: the server stops. */
  readonly isClosed: boolean
  /** Ends everybody's waiting. */
  close(): void
}

/**
 * Wakes those who wait for events: after each commit of this process, on PostgreSQL when another one tells of its own, and there by
 * one poll a second for all of them, as the net.
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
  /** Before anything was looked at, nothing can be missing. */
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

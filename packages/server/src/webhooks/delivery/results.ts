import { setTimeout as delay } from 'node:timers/promises'
import type { Logger } from 'pino'
import { steadyNow } from '../../store/lease-time.ts'
import { StoreUnavailable } from '../../store/store.ts'
import type { Made } from './pace/made.ts'

/** Attempts on their way into the store. */
export interface Results {
  /** Records an attempt soon, together with others. */
  add(made: Made): void
  /** Records all attempts; resolves when they were recorded, or can't be at present. */
  flush(): Promise<void>
  /** The number of attempts that are not recorded yet. */
  readonly size: number
}

type Options = {
  /** Records attempts in one transaction. */
  record(made: Made[]): Promise<void>
  /** The recording of attempts was given up. */
  dropped(made: Made[]): void
  /** Tells whether many more attempts will be over soon. */
  isBusy(): boolean
  logger: Logger
}

/** The most attempts in a transaction. */
const MOST = 500
/**
 * The longest time that it waits for more, in milliseconds: longer while many are under way, because a commit costs as much as recording
 * a hundred, but not when others wait for their turn in an order.
 */
const LONGEST = 5
const LONGEST_IF_BUSY = 25
/** The wait for a store that is out of reach, in milliseconds. */
const PAUSE = 250

/**
 * Collects attempts and records them in batches. While the store is out of reach they are kept as long as their leases hold; after that
 * their deliveries are attempted again, with the same `webhook-id`.
 */
export function collectResults({ record, dropped, isBusy, logger }: Options): Results {
  let waiting: Made[] = []
  let timer: NodeJS.Timeout | undefined
  let isHurried = false
  let flushing: Promise<void> | undefined
  let recording = 0

  function add(made: Made): void {
    waiting.push(made)
    if (waiting.length >= MOST) void flush()
    else if (made.claimed.inOrder || !isBusy()) hurry()
    else timer ??= setTimeout(() => void flush(), LONGEST_IF_BUSY)
  }

  function hurry(): void {
    if (isHurried) return
    isHurried = true
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), LONGEST)
  }

  function flush(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    isHurried = false
    flushing ??= flushAll().finally(() => {
      flushing = undefined
      if (waiting.length > 0) timer ??= setTimeout(() => void flush(), PAUSE)
    })
    return flushing
  }

  async function flushAll(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, MOST)
      waiting = waiting.slice(MOST)
      recording = batch.length
      const isRecorded = await recorded(batch)
      recording = 0
      if (isRecorded) continue
      const now = steadyNow()
      const late = batch.filter(({ claimed }) => claimed.leaseUntil <= now)
      if (late.length > 0) giveUp(late)
      waiting = [...batch.filter(({ claimed }) => claimed.leaseUntil > now), ...waiting]
      return
    }
  }

  /** @returns false when the store is out of reach */
  async function recorded(batch: Made[]): Promise<boolean> {
    try {
      await record(batch)
      return true
    } catch (error) {
      if (error instanceof StoreUnavailable) return false
      if (batch.length === 1) {
        logger.error({ err: error, delivery_id: batch[0]?.claimed.deliveryId }, 'an attempt could not be recorded')
        dropped(batch)
        return true
      }
    }
    // One of them can't be recorded, which must not affect the others.
    for (const one of batch) if (!(await recorded([one]))) waiting.unshift(one)
    return true
  }

  function giveUp(late: Made[]): void {
    logger.error(
      { deliveries: late.length },
      'attempts could not be recorded within their leases and will be made again',
    )
    dropped(late)
  }

  return {
    add,
    flush,
    get size() {
      return waiting.length + recording
    },
  }
}

/** Waits until all attempts are recorded, for at most `longest` milliseconds. */
export async function drain(results: Results, longest: number): Promise<void> {
  const end = Date.now() + longest
  for (;;) {
    await results.flush()
    if (results.size === 0 || Date.now() >= end) return
    await delay(PAUSE)
  }
}

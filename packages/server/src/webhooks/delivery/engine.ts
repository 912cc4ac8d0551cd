import type { Logger } from 'pino'
import type { Clock } from '../../clock.ts'
import type { Sealer } from '../../crypto/seal.ts'
import { type Store, StoreUnavailable } from '../../store/store.ts'
import type { Sender } from '../request/send.ts'
import { attempt } from './attempt.ts'
import { type Claimed, claimDue } from './claim.ts'
import { recordAttempt } from './record.ts'

type Parts = {
  store: Store
  clock: Clock
  sealer: Sealer
  sender: Sender
  logger: Logger
  /** Where the platform is reached. */
  base: string
  /** How long one attempt may take, in milliseconds. */
  timeout: number
}

/** Attempts whatever is due, until it is stopped. */
export interface DeliveryEngine {
  /** Looks for what is due now, instead of at the next poll. */
  wake(): void
  /** Resolves when nothing is due and nothing under way. */
  idle(): Promise<void>
  /** Claims nothing more, waits for the attempts under way, and records them. */
  stop(): Promise<void>
}

/** The net under the wake-ups: retries fall due, other processes commit. */
const POLL = 500
const UNDER_WAY_PER_ENDPOINT = 8
/** An endpoint whose last attempt took all the time there is may hold up no more than this, until it answers again. */
const UNDER_WAY_WHEN_SLOW = 1
const UNDER_WAY = 1024

/** Starts the delivery of everything that is recorded as owed. A claim outlives the longest attempt by 10 seconds. */
export function startDeliveryEngine({ store, clock, sealer, sender, logger, base, timeout }: Parts): DeliveryEngine {
  const underWay = new Map<string, number>()
  const slow = new Set<string>()
  const stopping = new AbortController()
  const attempts = new Set<Promise<void>>()
  let round: Promise<void> | undefined
  let again = false
  const timer = setInterval(wake, POLL)
  timer.unref()

  function wake(): void {
    if (stopping.signal.aborted) return
    again = true
    round ??= rounds().finally(() => {
      round = undefined
    })
  }

  async function rounds(): Promise<void> {
    while (again && !stopping.signal.aborted) {
      again = false
      try {
        const claimed = await claim()
        for (const one of claimed) begin(one)
      } catch (error) {
        if (!(error instanceof StoreUnavailable)) logger.error({ err: error }, 'deliveries could not be claimed')
      }
    }
  }

  async function claim(): Promise<Claimed[]> {
    await clock.refresh()
    let free = UNDER_WAY - attempts.size
    return store.write((tx) =>
      claimDue(tx, sealer, {
        now: clock.now(),
        realNow: Date.now(),
        lease: timeout + 10_000,
        room: (endpointId) => {
          const most = slow.has(endpointId) ? UNDER_WAY_WHEN_SLOW : UNDER_WAY_PER_ENDPOINT
          const room = Math.min(free, most - (underWay.get(endpointId) ?? 0))
          free -= Math.max(room, 0)
          return room
        },
      }),
    )
  }

  function begin(claimed: Claimed): void {
    const { endpointId } = claimed
    underWay.set(endpointId, (underWay.get(endpointId) ?? 0) + 1)
    const made = deliver(claimed).finally(() => {
      const left = (underWay.get(endpointId) ?? 1) - 1
      if (left === 0) underWay.delete(endpointId)
      else underWay.set(endpointId, left)
      attempts.delete(made)
      wake()
    })
    attempts.add(made)
  }

  async function deliver(claimed: Claimed): Promise<void> {
    try {
      const made = await attempt(claimed, sender, base)
      if (made.answer.error?.code === 'timeout') slow.add(claimed.endpointId)
      else slow.delete(claimed.endpointId)
      await store.write((tx) => recordAttempt(tx, claimed, made, clock.now()))
    } catch (error) {
      // The lease ends by itself and the delivery is attempted again, with the same webhook-id.
      logger.error({ err: error, delivery_id: claimed.deliveryId }, 'an attempt could not be recorded')
    }
  }

  return {
    wake,
    async idle() {
      wake()
      while (round || attempts.size > 0) await Promise.all([round, ...attempts])
    },
    async stop() {
      clearInterval(timer)
      stopping.abort()
      await round
      await Promise.all(attempts)
      await sender.close()
    },
  }
}

import { setTimeout as delay } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Notifier } from '../accounts/notifier.ts'
import { startCleanUp } from '../clean-up/clean-up.ts'
import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import type { Sealer } from '../crypto/seal.ts'
import { isWorkDue, nextDueWork } from '../due-work/due-work.ts'
import { startScrubber } from '../erasures/scrubber.ts'
import { createFeed } from '../events/feed.ts'
import type { KeyRing } from '../keys/key-ring.ts'
import { createGauges } from '../metrics/gauges.ts'
import { createMetrics } from '../metrics/metrics.ts'
import type { Store } from '../store/store.ts'
import type { Tracer } from '../trace.ts'
import { CHALLENGE_TIMEOUT, startChallenger } from '../webhooks/challenge/challenger.ts'
import { endChallengeLeases, nextDueChallenge } from '../webhooks/challenge/claim.ts'
import { startDeliveryEngine } from '../webhooks/delivery/engine.ts'
import { endLeases } from '../webhooks/delivery/queue/lease.ts'
import { createSender } from '../webhooks/request/send.ts'
import { createPlatformKey } from '../webhooks/signature/platform-key.ts'
import { createSteps } from './steps.ts'
import { startDueWorker } from './worker.ts'

type Parts = {
  mode: Config['mode']
  store: Store
  clock: Clock
  sealer: Sealer
  ring: KeyRing
  logger: Logger
  notifier: Notifier
  base: string
  tracer: Tracer | undefined
}

/** The longest duration of one delivery attempt, in milliseconds. */
const ATTEMPT_TIMEOUT = 15_000

/** The interval at which other servers' work is checked, in milliseconds. */
const OTHERS_POLL = 10

/** The work beside requests: deliveries, challenges, due work, and the feed that announces committed events. */
export type Background = Awaited<ReturnType<typeof startBackground>>

/** Starts everything that runs without a request. It looks for work when it is woken. */
export async function startBackground(parts: Parts) {
  const { mode, store, clock, sealer, ring, logger, notifier, base, tracer } = parts
  if (store.dialect === 'sqlite') {
    // One process owns the database file, so the holders of these leases are gone.
    await store.transaction(async (tx) => {
      await endLeases(tx)
      await endChallengeLeases(tx)
    })
  }
  const metrics = createMetrics()
  store.onRecorded(metrics.recorded)
  const policy = { allowLoopback: mode === 'sandbox' }
  const sending = { store, clock, sealer, platformKey: createPlatformKey(ring), logger }
  const sender = createSender({ policy, totalTimeoutMs: ATTEMPT_TIMEOUT })
  const engine = startDeliveryEngine({ ...sending, sender, metrics, base, tracer, timeout: ATTEMPT_TIMEOUT })
  store.onLeft('deliveries', engine.wake)
  const challengeSender = createSender({ policy, totalTimeoutMs: CHALLENGE_TIMEOUT })
  const challenger = startChallenger({ ...sending, sender: challengeSender })
  store.onLeft('challenges', challenger.wake)
  const worker = startDueWorker({ store, clock, logger, steps: createSteps({ notifier }) })
  store.onLeft('due_work', () => worker.wake())
  const scrubber = startScrubber({ store, logger })
  const feed = createFeed({ store, logger })
  metrics.add(createGauges({ store, clock, engine, feed }))
  let stopping = false
  const cleanUp = startCleanUp(store, clock, logger)
  return {
    metrics,
    feed,
    policy,
    beforeScrubbing: scrubber.before,
    wake() {
      engine.wake()
      worker.wake()
      challenger.wake()
    },
    /** Finds the time of the next due work after a time, in business time. */
    async nextDue(after: number): Promise<number | undefined> {
      const { db } = store
      const times = [await engine.nextDue(after), await nextDueWork(db, after), await nextDueChallenge(db, after)]
      return times.filter((time) => time !== undefined).sort((a, b) => a - b)[0]
    },
    /** Resolves when all due work is done. */
    async settle(): Promise<void> {
      // An endpoint that passes a challenge gets its held deliveries, which due work releases; and due work can create
      // deliveries.
      await challenger.idle()
      await worker.idle()
      // Work that another server has begun is skipped, so it is awaited here; otherwise later work would be done before
      // it.
      while (!stopping && (await isWorkDue({ db: store.db, now: clock.now() }))) {
        await delay(OTHERS_POLL)
        await worker.idle()
      }
      await scrubber.idle()
      await ring.refresh()
      await engine.idle()
    },
    /** Finishes current work and starts no more. */
    async stop(): Promise<void> {
      stopping = true
      await worker.stop()
      await scrubber.idle()
      await ring.stop()
      await Promise.all([engine.stop(), challenger.stop(), cleanUp.stop()])
    },
  }
}

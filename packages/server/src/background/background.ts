import { setTimeout as delay } from 'node:timers/promises'
import type { Logger } from 'pino'
import { startCleanUp } from '../clean-up/clean-up.ts'
import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import type { Sealer } from '../crypto/seal.ts'
import { isWorkDue, nextDueWork } from '../due-work/due-work.ts'
import { createFeed } from '../events/feed.ts'
import type { KeyRing } from '../keys/key-ring.ts'
import { createGauges } from '../metrics/gauges.ts'
import { createMetrics } from '../metrics/metrics.ts'
import type { Store } from '../store/store.ts'
import { CHALLENGE_TIMEOUT, startChallenger } from '../webhooks/challenge/challenger.ts'
import { endChallengeLeases, nextDueChallenge } from '../webhooks/challenge/claim.ts'
import { startDeliveryEngine } from '../webhooks/delivery/engine.ts'
import { endLeases } from '../webhooks/delivery/queue/lease.ts'
import { createSender } from '../webhooks/request/send.ts'
import { createPlatformKey } from '../webhooks/signature/platform-key.ts'
import { steps } from './steps.ts'
import { startDueWorker } from './worker.ts'

type Parts = {
  mode: Config['mode']
  store: Store
  clock: Clock
  sealer: Sealer
  ring: KeyRing
  logger: Logger
  base: string
}

/** How long one attempt to deliver may take in all, in milliseconds. */
const ATTEMPT_TIMEOUT = 15_000

/** How often it is looked whether other servers are done, in milliseconds. */
const OTHERS_POLL = 10

/** What goes on beside requests: deliveries, challenges, due work, and the feed that tells of what was committed. */
export type Background = Awaited<ReturnType<typeof startBackground>>

/** Starts everything that is done without a request. It looks for work when it is woken. */
export async function startBackground({ mode, store, clock, sealer, ring, logger, base }: Parts) {
  if (store.dialect === 'sqlite') {
    // One process owns the file, so whoever held these leases is gone.
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
  const engine = startDeliveryEngine({ ...sending, sender, metrics, base, timeout: ATTEMPT_TIMEOUT })
  store.onLeft('deliveries', engine.wake)
  const challengeSender = createSender({ policy, totalTimeoutMs: CHALLENGE_TIMEOUT })
  const challenger = startChallenger({ ...sending, sender: challengeSender })
  store.onLeft('challenges', challenger.wake)
  const worker = startDueWorker({ store, clock, logger, steps })
  store.onLeft('due_work', () => worker.wake())
  const feed = createFeed({ store, logger })
  metrics.add(createGauges({ store, clock, engine, feed }))
  let stopping = false
  const cleanUp = startCleanUp(store, clock, logger)
  return {
    metrics,
    feed,
    policy,
    wake() {
      engine.wake()
      worker.wake()
      challenger.wake()
    },
    /** When the next thing after a time falls due, by the business clock. */
    async nextDue(after: number): Promise<number | undefined> {
      const { db } = store
      const times = [await engine.nextDue(after), await nextDueWork(db, after), await nextDueChallenge(db, after)]
      return times.filter((time) => time !== undefined).sort((a, b) => a - b)[0]
    },
    /** Resolves when everything due is done. */
    async settle(): Promise<void> {
      // Who passes a challenge is owed what was held, which due work releases; and work that fell due can owe deliveries.
      await challenger.idle()
      await worker.idle()
      // What another server has begun is passed by; it is waited for, or what falls due later would be done before it.
      while (!stopping && (await isWorkDue({ db: store.db, now: clock.now() }))) {
        await delay(OTHERS_POLL)
        await worker.idle()
      }
      await ring.refresh()
      await engine.idle()
    },
    /** Finishes what is under way, and begins nothing more. */
    async stop(): Promise<void> {
      stopping = true
      await worker.stop()
      await ring.stop()
      await Promise.all([engine.stop(), challenger.stop(), cleanUp.stop()])
    },
  }
}

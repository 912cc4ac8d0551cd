import type { KeyObject } from 'node:crypto'
import type { Logger } from 'pino'
import type { Clock } from '../../clock.ts'
import type { Sealer } from '../../crypto/seal.ts'
import { type Store, StoreUnavailable } from '../../store/store.ts'
import type { Sender } from '../request/send.ts'
import { type ClaimedChallenge, claimChallenges } from './claim.ts'
import { recordChallenge } from './record.ts'
import { sendChallenge } from './send.ts'

type Parts = {
  store: Store
  clock: Clock
  sealer: Sealer
  sender: Sender
  /** The platform's Ed25519 key of now. */
  platformKey(): KeyObject
  logger: Logger
}

/** How long an endpoint has for its answer, in milliseconds. */
export const CHALLENGE_TIMEOUT = 10_000
/** A claim outlives the longest challenge. */
const LEASE = CHALLENGE_TIMEOUT + 10_000
/** How late a challenge may be that no commit of this process announced, in milliseconds. */
const POLL = 1000

/** Sends challenges as they fall due, until it is stopped. */
export interface Challenger {
  /** Looks for what is due now, instead of at the next poll. */
  wake(): void
  /** Resolves when nothing is due and nothing under way. */
  idle(): Promise<void>
  /** Claims nothing more, and waits for the challenges under way. */
  stop(): Promise<void>
}

/**
 * Starts to challenge the endpoints that are not verified.
 *
 * @param sender gives up after {@link CHALLENGE_TIMEOUT}
 */
export function startChallenger({ store, clock, sealer, sender, platformKey, logger }: Parts): Challenger {
  let stopped = false
  let again = false
  let round: Promise<void> | undefined
  const timer = setInterval(wake, POLL)
  timer.unref()

  function wake(): void {
    if (stopped) return
    again = true
    round ??= rounds().finally(() => {
      round = undefined
    })
  }

  async function rounds(): Promise<void> {
    while (again && !stopped) {
      again = false
      try {
        await clock.refresh()
        const claimed = await claim()
        await Promise.all(claimed.map(challenge))
        again ||= claimed.length > 0
      } catch (error) {
        if (!(error instanceof StoreUnavailable)) logger.error({ err: error }, 'challenges could not be sent')
      }
    }
  }

  async function claim(): Promise<ClaimedChallenge[]> {
    const times = { now: clock.now(), realNow: Date.now(), lease: LEASE }
    // A look costs no transaction while there is nothing to do, which is nearly always.
    const due = await store.db
      .selectFrom('endpoint_challenge')
      .select('endpoint_id')
      .where('due_at', '<=', times.now)
      .limit(1)
      .executeTakeFirst()
    return due ? store.write((tx) => claimChallenges(tx, sealer, times)) : []
  }

  async function challenge(claimed: ClaimedChallenge): Promise<void> {
    const failure = await sendChallenge(claimed, sender, platformKey(), clock.now())
    await store.write((tx) => recordChallenge(tx, claimed, failure, clock.now()))
  }

  return {
    wake,
    async idle() {
      wake()
      while (round) await round
    },
    async stop() {
      stopped = true
      clearInterval(timer)
      await round
      await sender.close()
    },
  }
}

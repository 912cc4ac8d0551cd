import type { KeyObject } from 'node:crypto'
import type { Logger } from 'pino'
import type { Clock } from '../../clock.ts'
import type { Sealer } from '../../crypto/seal.ts'
import { type Rounds, startRounds } from '../../due-work/rounds.ts'
import type { Store } from '../../store/store.ts'
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

/**
 * Starts to challenge the endpoints that are not verified, as it falls due.
 *
 * @param sender gives up after {@link CHALLENGE_TIMEOUT}
 */
export function startChallenger({ store, clock, sealer, sender, platformKey, logger }: Parts): Rounds {
  const rounds = startRounds({ poll: POLL, look, logger, failed: 'challenges could not be sent' })
  return {
    ...rounds,
    async stop() {
      await rounds.stop()
      await sender.close()
    },
  }

  async function look(): Promise<boolean> {
    await clock.refresh()
    const claimed = await claim()
    await Promise.all(claimed.map(challenge))
    return claimed.length > 0
  }

  async function claim(): Promise<ClaimedChallenge[]> {
    const times = { now: clock.now(), lease: LEASE }
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
}

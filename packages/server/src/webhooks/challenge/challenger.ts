import type { KeyObject } from 'node:crypto'
import type { Logger } from 'pino'
import type { Clock } from '../../clock.ts'
import type { Sealer } from '../../crypto/seal.ts'
import { type Rounds, startRounds } from '../../due-work/rounds.ts'
import { type Store, StoreUnavailable } from '../../store/store.ts'
import type { Sender } from '../request/send.ts'
import { type ClaimedChallenge, claimChallenges, findDueChallenges } from './claim.ts'
import { ChallengePlaces, PLACES_OF_ONE } from './places.ts'
import { recordChallenge } from './record.ts'
import { sendChallenge } from './send.ts'

type Parts = {
  store: Store
  clock: Clock
  sealer: Sealer
  sender: Sender
  /** The platform's current Ed25519 key. */
  platformKey(): KeyObject
  logger: Logger
}

/** The time that an endpoint has for its answer, in milliseconds. */
export const CHALLENGE_TIMEOUT = 10_000
/** The time for which a claim holds, in milliseconds: longer than any challenge. */
const LEASE = CHALLENGE_TIMEOUT + 10_000
/** The time after which a challenge is found that no commit of this process announced, in milliseconds. */
const POLL = 1000

/**
 * Starts to challenge the endpoints that are not verified, when a challenge falls due.
 *
 * @param sender gives up after {@link CHALLENGE_TIMEOUT}
 */
export function startChallenger({ store, clock, sealer, sender, platformKey, logger }: Parts): Rounds {
  const failed = 'challenges could not be sent'
  const rounds = startRounds({ poll: POLL, look, logger, failed })
  const places = new ChallengePlaces()
  const underWay = new Set<Promise<void>>()
  return {
    wake: rounds.wake,
    async idle() {
      for (;;) {
        await rounds.idle()
        if (underWay.size === 0) return
        await Promise.race(underWay)
      }
    },
    async stop() {
      await rounds.stop()
      await Promise.all(underWay)
      await sender.close()
    },
  }

  async function look(isStopped: () => boolean): Promise<boolean> {
    if (places.free === 0) return false
    await clock.refresh()
    const now = clock.now()
    const limits = { passedOver: places.full, most: places.free, mostOfOne: PLACES_OF_ONE }
    // Looking takes no transaction while there is nothing to do, which is nearly always.
    const due = places.choose(await findDueChallenges({ db: store.db, now }, limits))
    if (due.length === 0) return false
    const ids = due.map(({ endpoint_id }) => endpoint_id)
    const claimed = await store.write({ now }, (work) => claimChallenges(work, sealer, ids, LEASE))
    const owners = new Map(due.map(({ endpoint_id, owner }) => [endpoint_id, owner]))
    for (const one of claimed) begin(one, owners.get(one.endpointId) ?? '')
    return claimed.length > 0 && !isStopped()
  }

  /** Begins a challenge, which gives its place back as soon as it is over. */
  function begin(claimed: ClaimedChallenge, owner: string): void {
    places.take(owner)
    const over = challenge(claimed).finally(() => {
      places.giveBack(owner)
      underWay.delete(over)
      rounds.wake()
    })
    underWay.add(over)
  }

  async function challenge(claimed: ClaimedChallenge): Promise<void> {
    try {
      const failure = await sendChallenge(claimed, sender, platformKey(), clock.now())
      await store.write({ now: clock.now() }, (work) => recordChallenge(work, claimed, failure))
    } catch (error) {
      // The lease ends by itself, and the challenge is sent again.
      if (!(error instanceof StoreUnavailable)) logger.error({ err: error }, failed)
    }
  }
}

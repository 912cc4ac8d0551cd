import { type DestinationPolicy, hostOf, isLoopbackHost } from '../../net/url.ts'
import type { Work } from '../../store/work.ts'

const MINUTE = 60 * 1000
const HOUR = 60 * MINUTE

/** The waits before the challenges to one URL, in milliseconds. */
const WAITS = [0, MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR] as const

/** The least time between two challenges of an endpoint, in milliseconds, so that nobody is flooded with them. */
const APART = MINUTE

/** Tells whether an endpoint must prove that it wants the events: everywhere but on the sandbox's own machine. */
export function isChallenged(url: URL, { allowLoopback }: DestinationPolicy): boolean {
  return !(allowLoopback && isLoopbackHost(hostOf(url)))
}

/** Schedules challenges of an endpoint, from the earliest time on until it answers. */
export async function challengeEndpoint(work: Work, endpoint_id: string): Promise<void> {
  const before = await work.db
    .selectFrom('endpoint_challenge')
    .select('last_sent_at')
    .where('endpoint_id', '=', endpoint_id)
    .executeTakeFirst()
  const due_at = Math.max(work.now, (before?.last_sent_at ?? work.now - APART) + APART)
  const anew = { due_at, sent: 0 }
  await work.db
    .insertInto('endpoint_challenge')
    .values({ endpoint_id, ...anew, last_sent_at: null, failure: null, lease_id: null, lease_until: 0 })
    .onConflict((c) => c.column('endpoint_id').doUpdateSet(anew))
    .execute()
  work.wake('challenges')
}

/**
 * The time at which a challenge is sent again, in milliseconds, or null if it was sent often enough.
 *
 * @param sent the number of times that it was sent
 */
export function nextChallengeAt(sent: number, now: number): number | null {
  const wait = WAITS[sent]
  return wait === undefined ? null : now + wait
}

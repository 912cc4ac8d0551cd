import type { Config } from '../config.ts'

import type { KeyTimes } from './rotation.ts'

/** How late a process may notice that another one changed the keys, in milliseconds. */
export const POLL = 1000

/** How long keys stay in their states. What is sent is verified at once, but some keep it as proof for a day. */
export function keyTimes({ keySetMaxAge }: Pick<Config, 'keySetMaxAge'>): KeyTimes {
  const slack = 5 * 60_000
  return {
    // Twice, for the time that an answer takes and clocks that differ, and as long as a process may still publish the set of before.
    published: 2 * keySetMaxAge * 1000 + POLL,
    retired: { access_token: ACCESS_TOKEN_TTL * 1000 + slack, webhook: 86_400_000 },
  }
}

/** How long an access token is good, in seconds. */
export const ACCESS_TOKEN_TTL = 3600

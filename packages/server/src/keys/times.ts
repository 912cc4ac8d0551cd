import type { Config } from '../config.ts'

import type { KeyTimes } from './rotation.ts'

/** The time after which a process notices that another one changed the keys, in milliseconds. */
export const POLL = 1000

/** The times that keys stay in their states. Webhooks are verified on receipt, but some consumers keep them as proof for a day. */
export function keyTimes({ keySetMaxAge }: Pick<Config, 'keySetMaxAge'>): KeyTimes {
  const slack = 5 * 60_000
  return {
    // Twice, for slow answers and different clocks, and the time for which a process may still publish the former set.
    published: 2 * keySetMaxAge * 1000 + POLL,
    retired: { access_token: ACCESS_TOKEN_TTL * 1000 + slack, webhook: 86_400_000 },
  }
}

/** The lifetime of an access token, in seconds. */
export const ACCESS_TOKEN_TTL = 3600

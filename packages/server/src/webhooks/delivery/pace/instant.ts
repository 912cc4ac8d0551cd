/**
 * One instant by three clocks, in milliseconds. Nothing in this folder reads a clock: each fact comes with its instant.
 */
export type Instant = {
  /** Business time decides what is due, and how long an endpoint is left alone. */
  business: number
  /** Time that is never set, as of {@link steadyNow}: for leases and durations. */
  steady: number
  /** Real time, for dates that consumers send and for windows within this process. */
  real: number
}

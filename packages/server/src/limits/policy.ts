/**
 * A limit as data. A dimension that is left out is not limited; `use.ts` has the counters, in the order in which they are locked.
 *
 * @see docs/decisions/limits.md
 */
export type Policy = {
  /** Begins the subject of every counter; no policy's name begins with another's. */
  name: string
  /** The uses that are counted, for docs/limits.md. */
  counts: string
  /** The thing that has a target's counters, for docs/limits.md. */
  targetIs?: string
  /** The length of a window, in milliseconds. It begins with the first use. */
  windowMs: number
  /** The clock by which windows are measured. */
  clock: 'business' | 'real'
  /** The uses of one network at one target. */
  pair?: number
  /** The uses of one network at all targets together. */
  network?: number
  /** The uses of everybody at one target. */
  target?: number
  /** The uses of everybody at all targets. */
  total?: number
  /**
   * Once a target has had `after` uses from all networks, each network that has proven nothing gets only `pair`. It uses the counter
   * of `target`, so a policy has one of the two.
   */
  brake?: { after: number; pair: number }
  /** True if the last use of a pair or target begins a whole window, so that the block lasts that long. */
  blocksForWindow?: boolean
  /** The problem with which a use beyond the limit is refused; null where its caller does something else. */
  refusal: 'too_many_attempts' | 'rate_limited' | null
  /** The answer to a use beyond the limit, for docs/limits.md, if it is not the problem. */
  answer?: string
}

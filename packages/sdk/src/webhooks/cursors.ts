/** Up to which `sequence` the events of each organisation have been seen to, without a gap. */
export interface Cursors {
  get(organization: string): Promise<number | undefined> | number | undefined
  /** Moves on to `sequence`; never back, since several processes may share a cursor. */
  set(organization: string, sequence: number): Promise<void> | void
  /**
   * Moves to `sequence`, back too: after the platform was restored to an earlier moment, what happens next has lower numbers. Without
   * it, this process remembers that it went back.
   */
  reset?(organization: string, sequence: number): Promise<void> | void
  /**
   * The events that a handler failed for and that were passed over, so that those after them were heard. Without it they are
   * remembered in this process, and the cursor stays before the first of them.
   */
  readonly open?: OpenEvents
}

/** Events that are passed over, and are still to be handled, by their `sequence`. */
export interface OpenEvents {
  /** The first 1000, lowest first. */
  list(organization: string): Promise<readonly number[]> | readonly number[]
  /** Adds one; again is no error. */
  add(organization: string, sequence: number): Promise<void> | void
  remove(organization: string, sequence: number): Promise<void> | void
}

/** Remembers in this process; what came before it started is not known to be missing. */
export function memoryCursors(): Cursors {
  const cursors = new Map<string, number>()
  const open = new Map<string, Set<number>>()
  return {
    get: (organization) => cursors.get(organization),
    set(organization, sequence) {
      cursors.set(organization, Math.max(sequence, cursors.get(organization) ?? 0))
    },
    reset: (organization, sequence) => void cursors.set(organization, sequence),
    open: {
      list: (organization) => [...(open.get(organization) ?? [])].toSorted((a, b) => a - b),
      add: (organization, sequence) => void open.set(organization, (open.get(organization) ?? new Set()).add(sequence)),
      remove: (organization, sequence) => void open.get(organization)?.delete(sequence),
    },
  }
}

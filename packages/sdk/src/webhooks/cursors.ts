/** A store of cursors: for each organisation the `sequence` up to which all events are handled or recorded as open. */
export interface Cursors {
  get(organization: string): Promise<number | undefined> | number | undefined
  /** Moves the cursor forward to `sequence`, never back, because several processes may share it. */
  set(organization: string, sequence: number): Promise<void> | void
  /**
   * Moves the cursor to `sequence`, also backwards: after the platform was restored to an earlier moment, new events have lower numbers.
   * Without this function the process keeps that in memory.
   */
  reset?(organization: string, sequence: number): Promise<void> | void
  /**
   * The events that were skipped after their handler failed, so that later ones could be handled. Without this store they are kept in
   * memory, and the cursor stays before the first of them.
   */
  readonly open?: OpenEvents | undefined
}

/** A store of skipped events that still have to be handled, by `sequence`. */
export interface OpenEvents {
  /** Returns the lowest 1000, in ascending order. */
  list(organization: string): Promise<readonly number[]> | readonly number[]
  /** Adds an event; adding it again is not an error. */
  add(organization: string, sequence: number): Promise<void> | void
  remove(organization: string, sequence: number): Promise<void> | void
}

/** Keeps cursors in memory. Events that were missed before the process started are not noticed. */
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

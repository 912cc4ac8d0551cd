/** Up to which `sequence` the events of each organisation have been handled, without a gap. */
export interface Cursors {
  get(organization: string): Promise<number | undefined> | number | undefined
  /** Moves on to `sequence`; never back, since several processes may share a cursor. */
  set(organization: string, sequence: number): Promise<void> | void
}

/** Remembers in this process; what came before it started is not known to be missing. */
export function memoryCursors(): Cursors {
  const cursors = new Map<string, number>()
  return {
    get: (organization) => cursors.get(organization),
    set(organization, sequence) {
      cursors.set(organization, Math.max(sequence, cursors.get(organization) ?? 0))
    },
  }
}

import type { Cursors } from './cursors.ts'

/** The most open events of an organisation; at this number the consumer waits. */
export const MOST_OPEN = 1000

/** The position in the events of one organisation, and the earlier ones that are still open. */
export interface Position {
  at(): Promise<number | undefined>
  moveTo(sequence: number): Promise<void>
  /** Moves back to `sequence`, after the platform was restored. */
  goBackTo(sequence: number): Promise<void>
  /** Returns the sequences of the open events, in ascending order. */
  open(): Promise<readonly number[]>
  /** Records an event as open. @returns whether there was room */
  passOver(sequence: number): Promise<boolean>
  /** Removes an open event that is done. */
  settle(sequence: number): Promise<void>
}

/** The state that is kept in memory for a store without it: the open events, the position beyond them, and whether it moved back. */
interface Held {
  at: number
  wentBack: boolean
  readonly open: Set<number>
}

const held = new WeakMap<Cursors, Map<string, Held>>()

/** Opens the position of an organisation in a store, which may support cursors only. */
export function positionOf(cursors: Cursors, organization: string): Position {
  const { open } = cursors
  const all = held.get(cursors) ?? new Map<string, Held>()
  held.set(cursors, all)

  const holding = async () => {
    const mine = all.get(organization) ?? {
      at: (await cursors.get(organization)) ?? 0,
      wentBack: false,
      open: new Set(),
    }
    all.set(organization, mine)
    return mine
  }
  const moveTo = async (sequence: number) => {
    const mine = all.get(organization)
    if (!mine) return cursors.set(organization, sequence)
    mine.at = Math.max(mine.at, sequence)
    // After a crash, reading begins before the first open event.
    await cursors.set(organization, Math.min(mine.at, ...[...mine.open].map((one) => one - 1)))
  }
  const list = async () => {
    if (open) return (await open.list(organization)).slice(0, MOST_OPEN)
    return [...(all.get(organization)?.open ?? [])].toSorted((a, b) => a - b)
  }
  return {
    moveTo,
    open: list,
    async at() {
      const stored = await cursors.get(organization)
      const mine = all.get(organization)
      return mine ? (mine.wentBack ? mine.at : Math.max(mine.at, stored ?? 0)) : stored
    },
    async goBackTo(sequence) {
      if (cursors.reset) {
        all.delete(organization)
        return cursors.reset(organization, sequence)
      }
      Object.assign(await holding(), { at: sequence, wentBack: true })
    },
    async passOver(sequence) {
      const known = await list()
      if (known.includes(sequence)) return true
      if (known.length >= MOST_OPEN) return false
      if (open) await open.add(organization, sequence)
      else (await holding()).open.add(sequence)
      return true
    },
    async settle(sequence) {
      if (open) return open.remove(organization, sequence)
      const mine = all.get(organization)
      if (!mine?.open.delete(sequence)) return
      await moveTo(mine.at)
      if (mine.open.size === 0 && !mine.wentBack) all.delete(organization)
    },
  }
}

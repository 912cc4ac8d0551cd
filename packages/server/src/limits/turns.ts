import { availableParallelism } from 'node:os'
import { Refusal } from '../refusal.ts'

/** The caller for whom a piece of work is done. */
export type Turn = {
  /** The network that asked for it. */
  network: string
  /** True if the caller has proven themselves, for example by a right code, or from a browser that has signed in before. */
  proven: boolean
}

export type Turns = <Result>(turn: Turn, work: () => Promise<Result>) => Promise<Result>

type Waiting = { begin(): void; refuse(refusal: Refusal): void }
type Lane = Waiting[]

/** The most work that waits for proven callers, and for others: some seconds, at 30 ms for a password. */
const MOST_WAITING = 128
const RETRY_AFTER_SECONDS = 2

/**
 * Runs work in turns where it would use up the processor, so that nobody's work waits behind everything that another has asked for:
 * networks take turns with each other, and proven callers with all others. When too much waits, the network with the most loses its
 * newest; a network with nothing waiting is refused only if every other has one piece of work waiting.
 *
 * @param most the most work that runs at once
 * @param mostWaiting the most work that waits for proven callers, and for others
 * @returns a function that runs work in its turn; it throws the refusal `unavailable` when too much waits
 */
export function createTurns(most: number, mostWaiting = MOST_WAITING): Turns {
  const groups = { proven: createGroup(mostWaiting), others: createGroup(mostWaiting) }
  let running = 0
  let lastWasProven = false

  return async (turn, work) => {
    if (running < most) running++
    else await wait(turn)
    try {
      return await work()
    } finally {
      next()
    }
  }

  function wait({ network, proven }: Turn): Promise<void> {
    return new Promise((begin, refuse) => groups[proven ? 'proven' : 'others'].add(network, { begin, refuse }))
  }

  /** Gives the free place to the next in turn. */
  function next(): void {
    const first = lastWasProven ? groups.others : groups.proven
    const second = lastWasProven ? groups.proven : groups.others
    const waiting = first.take()
    const taken = waiting ?? second.take()
    if (!taken) {
      running--
      return
    }
    lastWasProven = (waiting ? first : second) === groups.proven
    taken.begin()
  }
}

/** The lanes of networks, in the order in which it is their turn. */
function createGroup(mostWaiting: number) {
  const lanes = new Map<string, Lane>()
  let size = 0

  return {
    add(network: string, waiting: Waiting): void {
      const own = lanes.get(network)
      if (size >= mostWaiting && !makeRoom(own?.length ?? 0)) {
        waiting.refuse(overloaded())
        return
      }
      size++
      if (own) own.push(waiting)
      else lanes.set(network, [waiting])
    },

    take(): Waiting | undefined {
      for (const [network, lane] of lanes) {
        const first = lane.shift()
        // It goes to the end, so that every other network has its turn first.
        lanes.delete(network)
        if (lane.length > 0) lanes.set(network, lane)
        if (!first) continue
        size--
        return first
      }
      return undefined
    },
  }

  /** Refuses the newest of the longest lane, if that is longer than the lane that needs room would become. */
  function makeRoom(ownLength: number): boolean {
    let longest: Lane = []
    for (const lane of lanes.values()) if (lane.length > longest.length) longest = lane
    if (longest.length <= ownLength + 1) return false
    longest.pop()?.refuse(overloaded())
    size--
    return true
  }
}

const overloaded = () => new Refusal('unavailable', { retry_after: RETRY_AFTER_SECONDS })

/**
 * The turns of this process for hashing passwords (Argon2id takes some 30 ms of a core and 19 MiB). One core is left for everything
 * else, and one of the four threads of the pool for files and names.
 */
export const hashingTurns = createTurns(Math.min(3, Math.max(1, availableParallelism() - 1)))

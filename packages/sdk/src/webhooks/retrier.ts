import type { Event } from '@sendoff/api'
import { sleep } from '../transport/abortable.ts'
import { NotHandledError } from './feed.ts'
import type { Position } from './position.ts'

export interface Retrying {
  readonly position: Position
  /** Reads an open event again and passes it to its handler; also resolves when the event is no longer kept. */
  readonly again: (sequence: number) => Promise<void>
  readonly tell: (error: unknown, event: Event | undefined) => void
  readonly signal?: AbortSignal | undefined
}

/** The first and the longest wait, in milliseconds. */
const FIRST_DELAY = 1000
const LONGEST_DELAY = 600_000

/** Starts a timer that does not keep a process alive which has nothing else to do. */
function idle(callback: () => void, ms: number): ReturnType<typeof setTimeout> {
  const timer = setTimeout(callback, ms)
  // In browsers a timer is a number.
  if (typeof timer === 'object') timer.unref?.()
  return timer
}

/** Tries each open event once. */
export async function tryOpen({ position, again, tell, signal }: Retrying): Promise<void> {
  for (const sequence of await position.open()) {
    signal?.throwIfAborted()
    try {
      await again(sequence)
      await position.settle(sequence)
    } catch (error) {
      if (signal?.aborted) throw error
      if (error instanceof NotHandledError) for (const one of error.failures) tell(one.error, one.event)
      else tell(error, undefined)
    }
  }
}

/**
 * Makes a function that starts to retry open events, after a second and then less and less often, until none is left. Calling it again
 * in the meantime changes nothing.
 */
export function retrier(retrying: Retrying): () => void {
  const { position, tell, signal } = retrying
  let isRunning = false
  let isAsked = false
  const run = async () => {
    for (let delay = FIRST_DELAY; isAsked; delay = Math.min(delay * 2, LONGEST_DELAY)) {
      isAsked = false
      try {
        await sleep(delay, signal, idle)
        await tryOpen(retrying)
        if ((await position.open()).length > 0) isAsked = true
      } catch (error) {
        if (signal?.aborted) break
        tell(error, undefined)
        isAsked = true
      }
    }
    isRunning = false
  }
  return () => {
    isAsked = true
    if (isRunning) return
    isRunning = true
    void run()
  }
}

import { setTimeout as delay } from 'node:timers/promises'
import { onTestFinished } from 'vitest'

/** The length of a turn in milliseconds, shorter than any wait of a server. */
const TURN = 20

/**
 * Lets each process run for a part of every 20 milliseconds, one after the other, as on a machine that has only so much of a core for
 * it, until the test is over or it is told to stop.
 *
 * @returns lets them run freely again
 */
export function holdToPartOfACore(part: number, pids: number[]): () => void {
  const ended = new AbortController()
  for (const [n, pid] of pids.entries()) void takeTurns(pid, part * TURN, (n * TURN) / pids.length, ended.signal)
  const end = () => {
    ended.abort()
    for (const pid of pids) signal(pid, 'SIGCONT')
  }
  onTestFinished(end)
  return end
}

async function takeTurns(pid: number, runs: number, later: number, ended: AbortSignal): Promise<void> {
  const begun = performance.now() + later
  for (let turn = 0; !ended.aborted; turn++) {
    await until(begun + turn * TURN)
    const wasLate = performance.now() - (begun + turn * TURN)
    if (!ended.aborted) signal(pid, 'SIGCONT')
    await until(begun + turn * TURN + wasLate + runs)
    if (!ended.aborted) signal(pid, 'SIGSTOP')
  }
}

const until = (moment: number) => delay(Math.max(0, moment - performance.now()))

function signal(pid: number, what: NodeJS.Signals): void {
  try {
    process.kill(pid, what)
  } catch {
    // It is gone.
  }
}

import { readFileSync } from 'node:fs'
import type { ServerProcess } from '../support/process.ts'

/** Watches the resident memory of a server process, in MiB; `stop` answers the most that it was. */
export function watchMemory({ pid }: ServerProcess) {
  let most = 0
  const now = () => {
    try {
      const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
      return Math.round(Number(kilobytes ?? 0) / 1024)
    } catch {
      // The process was killed.
      return 0
    }
  }
  const look = () => {
    most = Math.max(most, now())
  }
  const timer = setInterval(look, 100)
  return {
    now,
    stop(): number {
      look()
      clearInterval(timer)
      return most
    },
  }
}

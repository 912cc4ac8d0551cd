import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { FLAGS } from '../servers/process.ts'
import type { Received } from './sink-process.ts'
import type { Turn, Work } from './work.ts'

/** A contestant in a process of its own. */
export type Contender = {
  name: string
  /** Makes deliveries. Resolves when they are recorded and the process is idle. */
  run(work: Omit<Work, 'url'>, received: Promise<Received>): Promise<Turn>
  stop(): void | Promise<void>
}

/** Starts a contestant by its name in `queue-process.ts`. @param url its database */
export function startQueue(name: string, url: string): Contender {
  const child = fork(join(import.meta.dirname, 'queue-process.ts'), [name], { execArgv: FLAGS })
  return {
    name,
    async run(work) {
      const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`${name} ended with ${code}`)))
      ended.catch(() => {})
      child.send({ ...work, url } satisfies Work)
      const [turn] = (await Promise.race([once(child, 'message'), ended])) as [Turn]
      return turn
    },
    stop: () => child.disconnect(),
  }
}

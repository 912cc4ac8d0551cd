import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { FLAGS } from '../servers/process.ts'
import type { Expected, Received } from './sink-process.ts'

/** The consumer, the same for all contestants. */
export type Sink = {
  port: number
  /** Begins a turn. @returns a promise for the times of that many requests, once all have come */
  expect(count: number): Promise<{ received: Promise<Received> }>
  stop(): void
}

export async function startSink(): Promise<Sink> {
  const child = fork(join(import.meta.dirname, 'sink-process.ts'), { execArgv: FLAGS })
  const [port] = (await once(child, 'message')) as [number]
  return {
    port,
    async expect(expected) {
      child.send({ expected } satisfies Expected)
      await once(child, 'message')
      return { received: once(child, 'message').then(([received]) => received as Received) }
    },
    stop: () => child.disconnect(),
  }
}

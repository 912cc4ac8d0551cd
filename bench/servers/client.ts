import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Asked, Job, Told } from './client-process.ts'
import { FLAGS, type Running } from './process.ts'

/** The figures of a job: requests per second, CPU time of the server for each in milliseconds, and the time of each in milliseconds. */
export type Figures = { perSecond: number; cpu: number; latencies: number[] }

type How = { connections: number; perSecond?: number }
export type Client = { send(server: Running, requests: Asked[], how: How): Promise<Figures>; stop(): void }

/** Starts a client in a process of its own, the same for all contestants. */
export function startClient(): Client {
  const child = fork(join(import.meta.dirname, 'client-process.ts'), { execArgv: FLAGS })
  return {
    async send(server, requests, how) {
      const before = server.cpu()
      child.send({ base: server.base, requests, ...how } satisfies Job)
      const [{ seconds, latencies, failure }] = (await once(child, 'message')) as [Told]
      if (failure !== undefined) throw new Error(failure)
      return { perSecond: requests.length / seconds, cpu: (server.cpu() - before) / requests.length, latencies }
    },
    stop: () => child.disconnect(),
  }
}

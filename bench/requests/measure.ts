import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Asked, Job } from './client.ts'
import { FLAGS, type Running } from './process.ts'

/** The platform and a bare server that get the same requests in turns. */
export type Comparison = { name: string; bar: number; platform: Side; bare: Side }
type Side = { server: Running; asked: (count: number) => Asked[] }
type Figures = { perSecond: number; cpu: number }

export type Client = { send(server: Running, requests: Asked[]): Promise<Figures>; stop(): void }

/** Starts the client in a process of its own, the same for all, with a number of kept connections. */
export function startClient(connections: number): Client {
  const child: ChildProcess = fork(join(import.meta.dirname, 'client.ts'), { execArgv: FLAGS })
  return {
    async send(server, requests) {
      const before = server.cpu()
      child.send({ base: server.base, connections, requests } satisfies Job)
      const [told] = (await once(child, 'message')) as [{ seconds: number; failure?: string }]
      if (told.failure !== undefined) throw new Error(told.failure)
      return { perSecond: requests.length / told.seconds, cpu: (server.cpu() - before) / requests.length }
    },
    stop: () => child.disconnect(),
  }
}

/**
 * Lets both servers answer in turns, after one turn each that does not count.
 *
 * @returns medians of the requests per second, of the CPU time of the server's process for each request, in milliseconds, and of the
 *   ratios of successive turns
 */
export async function compare(
  { name, bar, platform, bare }: Comparison,
  client: Client,
  rounds: number,
  count: number,
) {
  const ours: Figures[] = []
  const theirs: Figures[] = []
  for (let round = 0; round <= rounds; round++) {
    const turns = [
      async () => ours.push(await client.send(platform.server, platform.asked(count))),
      async () => theirs.push(await client.send(bare.server, bare.asked(count))),
    ]
    // Each is first equally often.
    for (const turn of round % 2 === 0 ? turns : turns.reverse()) await turn()
  }
  const [counted, beside] = [ours.slice(1), theirs.slice(1)]
  const of = (figures: Figures[], which: keyof Figures) => median(figures.map((one) => one[which]))
  const against = (which: keyof Figures) => median(counted.map((one, n) => one[which] / (beside[n]?.[which] ?? 0)))
  return {
    [name]: {
      'per second': Math.round(of(counted, 'perSecond')),
      bare: Math.round(of(beside, 'perSecond')),
      ratio: rounded(against('perSecond')),
      bar,
      'CPU ms': rounded(of(counted, 'cpu')),
      'bare, CPU ms': rounded(of(beside, 'cpu')),
      'by CPU': rounded(1 / against('cpu')),
    },
  }
}

export const median = (of: number[]): number => of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)] ?? Number.NaN

const rounded = (figure: number) => Math.round(figure * 100) / 100

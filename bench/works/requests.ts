import type { Bench } from '../run/bench.ts'
import type { Contestant, Row } from '../run/row.ts'
import { median } from '../run/statistics.ts'
import { inTurns } from '../run/turns.ts'
import type { Asked } from '../servers/client-process.ts'
import type { Running } from '../servers/process.ts'

/** The server of each contestant and a function that makes its requests of a turn. */
export type Asking = { name: Contestant; server: Running; asked: () => Promise<Asked[]> | Asked[] }

/** Lets the contestants answer in turns. @returns their requests per second, and in a note the CPU time of a request */
export async function compareRequests(
  { client, options }: Bench,
  row: Omit<Row, 'unit' | 'figures' | 'note'>,
  asking: readonly Asking[],
  connections: number,
): Promise<Row> {
  const measured = await inTurns(
    asking.map(({ name }) => name),
    options.rounds,
    async (name) => {
      const one = asking.find((asking) => asking.name === name)
      if (!one) throw new Error(`${name} takes no part`)
      return client.send(one.server, await one.asked(), { connections })
    },
  )
  const names = asking.map(({ name }) => name)
  const cpu = names.map((name) => `${name} ${median(measured[name].map((one) => one.cpu)).toFixed(2)}`)
  const perSecond = names.map((name) => [name, measured[name].map((one) => one.perSecond)])
  return {
    ...row,
    unit: 'a second',
    figures: Object.fromEntries(perSecond),
    note: `CPU of the server for a request, ms: ${cpu.join(', ')}`,
  }
}

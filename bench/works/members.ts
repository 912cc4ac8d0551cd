import type { Bench } from '../run/bench.ts'
import type { Contestant, Row } from '../run/row.ts'
import { inTurns } from '../run/turns.ts'
import { type Running, startPlatform } from '../servers/process.ts'
import { dissolveMany, offboardMany, type Place } from './departures.ts'

/** Measures the members a second that are offboarded in batches, and dissolved with their organisation, on SQLite. */
export async function compareDepartures(bench: Bench): Promise<Row[]> {
  const { rounds } = bench.options
  const all = bench.size(1500, 100_000)
  const count = Math.ceil(all / rounds)
  const places = new Map<Contestant, Place & { server: Running }>()
  for (const { name, folder } of bench.checkouts) {
    const data = await bench.place('sqlite')
    const server = await startPlatform(folder, data)
    places.set(name, { server, data, base: server.base })
  }
  const rows: Row[] = []
  for (const [what, work] of [
    ['offboarded in batches', offboardMany],
    ['dissolved with their organisation', dissolveMany],
  ] as const) {
    const turn = async (name: Contestant) => count / (await work(places.get(name) as Place, count))
    const figures = await inTurns([...places.keys()], rounds, turn)
    const title = `${(count * rounds).toLocaleString('en')} members ${what}, SQLite`
    rows.push({ title, unit: 'a second', figures, goals: [{ to: 'before', least: 2 }] })
  }
  for (const { server } of places.values()) await server.stop()
  return rows
}

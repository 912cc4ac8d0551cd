import type { Settings } from '../../test/support/database.ts'
import { addInitiators, type Initiator, tokenOf } from '../rows/initiators.ts'
import { type Running, startBare, startPlatform } from '../servers/process.ts'
import { type Bench, CONNECTIONS, type StoreName } from './bench.ts'
import type { Contestant } from './row.ts'

/** A server on data of its own, prepared like that of the others. */
export type Side = { name: Contestant; data: Settings; server: Running; initiators: Initiator[]; tokens: string[] }

/** The servers of a comparison: the platform of each checkout, and a bare server that unlinks. */
export type Stand = { store: StoreName; sides: readonly Side[]; stop(): Promise<void> }

/** Prepares data for each contestant, and starts their servers. */
export async function openStand(bench: Bench, store: StoreName): Promise<Stand> {
  const sides: Side[] = []
  for (const { name, folder } of bench.checkouts) sides.push(await platformOn(await bench.place(store), name, folder))
  const [last] = bench.checkouts.slice(-1)
  const { data, server, initiators, tokens } = await platformOn(await bench.place(store), 'bare', last?.folder ?? '')
  await server.stop()
  const bare = await startBare('unlink.ts', data.DATABASE_URL ?? `${data.SENDOFF_DATA_DIR}/sendoff.sqlite`)
  sides.push({ name: 'bare', data, server: bare, initiators, tokens })
  return {
    store,
    sides,
    async stop() {
      for (const { server } of sides) await server.stop()
    },
  }
}

async function platformOn(data: Settings, name: Contestant, folder: string): Promise<Side> {
  const server = await startPlatform(folder, data)
  const initiators = await addInitiators(data, server, CONNECTIONS)
  const tokens = await Promise.all(initiators.map((app) => tokenOf(server.base, app)))
  return { name, data, server, initiators, tokens }
}

/** The side of a contestant. */
export function sideOf({ sides }: Stand, name: Contestant): Side {
  const found = sides.find((side) => side.name === name)
  if (!found) throw new Error(`${name} takes no part`)
  return found
}

import { statSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { rows, type Settings } from '../../test/support/database.ts'
import { startSink } from '../queues/sink.ts'
import { addAssociations } from '../rows/associations.ts'
import { addEndpoints, owe } from '../rows/deliveries.ts'
import { addInitiators, tokenOf } from '../rows/initiators.ts'
import { addMembers, addOrganization } from '../rows/members.ts'
import { type Bench, CONNECTIONS, type StoreName } from '../run/bench.ts'
import { median } from '../run/statistics.ts'
import type { Asked } from '../servers/client-process.ts'
import { type Running, startPlatform } from '../servers/process.ts'
import { dissolve, userToken } from '../works/departures.ts'
import { newUnlinks } from '../works/unlink.ts'
import type { MeasureName } from './measures.ts'

/** The figures of one store with a number of members, associations and deliveries. */
export type Point = { store: StoreName; size: number; figures: { [name in MeasureName]?: number } }

const ENDPOINTS = 100
/** The requests of which the median counts. */
const REQUESTS = 50
/** The deliveries after which the rate of a backlog is known. */
const MOST_DELIVERIES = 5000

/** Fills a store to a size by rows, and measures single requests, a dissolution and the delivery of a backlog. */
export async function measureAt(bench: Bench, folder: string, store: StoreName, size: number): Promise<Point> {
  const data = await bench.place(store)
  const server = await startPlatform(folder, data)
  const { base } = server
  const initiators = await addInitiators(data, server, CONNECTIONS)
  const tokens = await Promise.all(initiators.map((app) => tokenOf(base, app)))
  await addAssociations(data, initiators, size)
  const organization = await addOrganization(data)
  const members = await addMembers(data, organization, size)
  await refreshStatistics(data)
  const token = await userToken(base, organization, ['member:read', 'member:offboard', 'org:dissolve'])
  const headers = { authorization: `Bearer ${token}` }
  const get = (path: string): Asked => ({ method: 'GET', path, headers })
  const time = async (requests: Asked[]) =>
    median((await bench.client.send(server, requests, { connections: 1 })).latencies)

  const side = { name: 'after' as const, data, server, initiators, tokens }
  const unlink = await time(await newUnlinks(side, REQUESTS))
  const list = await time(Array.from({ length: REQUESTS }, () => get('/v1.0/members?limit=50')))
  // Each finds one member of all, by the end of an address.
  const some = Array.from({ length: REQUESTS }, (_, n) => members.at(Math.floor((n * size) / REQUESTS)))
  const search = await time(some.map((id) => get(`/v1.0/members?limit=50&q=${id.slice(-16)}`)))
  const leaving = Array.from({ length: REQUESTS }, (_, n) => members.at(n))
  const offboard = await time(
    leaving.map((account_id) => ({
      ...{ method: 'POST' as const, path: '/v1.0/offboardings' },
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ account_id, reason_code: 'other' }),
    })),
  )
  const dissolution = await dissolve({ base, data }, organization)
  const memory = server.memory()
  await server.stop()
  const claim = await rateOfBacklog(folder, data, size)
  const figures = { unlink, list, search, offboard, dissolve: (size - REQUESTS) / dissolution, claim, memory }
  return { store, size, figures: { ...figures, database: await databaseSize(data) } }
}

/** Owes a number of deliveries and starts the server. @returns its deliveries a second, of the first thousands */
async function rateOfBacklog(folder: string, data: Settings, size: number): Promise<number> {
  const sink = await startSink()
  const preparing = await startPlatform(folder, data)
  const endpoints = await addEndpoints(data, preparing, sink.port, ENDPOINTS)
  await preparing.stop()
  await owe(data, endpoints, size)
  await refreshStatistics(data)
  const count = Math.min(size, MOST_DELIVERIES)
  const { received } = await sink.expect(count)
  const server = await startPlatform(folder, data)
  const { first, last } = await received
  await killed(server)
  sink.stop()
  return count / ((last - first) / 1000)
}

/** The rest of the backlog is of no interest. */
async function killed(server: Running): Promise<void> {
  server.child.kill('SIGKILL')
  await server.stop()
}

/** Tells PostgreSQL what was inserted at once, as its autovacuum does after a while; SQLite is left as the server leaves it. */
async function refreshStatistics(data: Settings): Promise<void> {
  if (data.DATABASE_URL !== undefined) await rows(data, (db) => sql`analyze`.execute(db))
}

/** The size of the database in MiB. */
async function databaseSize(data: Settings): Promise<number> {
  if (data.DATABASE_URL === undefined) {
    return statSync(join(data.SENDOFF_DATA_DIR ?? '', 'sendoff.sqlite')).size / 1024 ** 2
  }
  const { rows: sizes } = await rows(data, (db) =>
    sql<{ bytes: string }>`select pg_database_size(current_database()) as bytes`.execute(db),
  )
  return Number(sizes[0]?.bytes) / 1024 ** 2
}

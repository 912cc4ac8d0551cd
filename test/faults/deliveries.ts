import { sql } from 'kysely'
import { expect } from 'vitest'
import { newId } from '../../packages/server/src/ids.ts'
import type { Consumer } from '../support/consumer.ts'
import { rows, type Settings } from '../support/database.ts'
import { eventually } from '../support/environment.ts'
import type { Endpoints } from './pings.ts'

const CHUNK = 500

/**
 * Owes endpoints pings, in turn, by writing rows: as many as no caller makes in so short a time. A server finds them at its next
 * poll.
 *
 * @param among the endpoints' numbers
 */
export async function owe(settings: Settings, orgId: string, to: Endpoints, among: number[], count: number) {
  const now = Date.now()
  await rows(settings, (db) =>
    db.transaction().execute(async (tx) => {
      const { last } = await tx
        .updateTable('organization')
        .set((set) => ({ last_sequence: set('last_sequence', '+', count) }))
        .where('org_id', '=', orgId)
        .returning('last_sequence as last')
        .executeTakeFirstOrThrow()
      const first = Number(last) - count + 1
      for (let from = 0; from < count; from += CHUNK) {
        const numbers = Array.from({ length: Math.min(CHUNK, count - from) }, (_, i) => from + i)
        const pings = numbers.map((n) => {
          const endpoint_id = to.ids[among[n % among.length] ?? 0] ?? ''
          return onePing(orgId, endpoint_id, first + n, now)
        })
        await tx
          .insertInto('event')
          .values(pings.map(({ event }) => event))
          .execute()
        await tx
          .insertInto('delivery')
          .values(pings.map(({ delivery }) => delivery))
          .execute()
      }
    }),
  )
}

function onePing(org_id: string, endpoint_id: string, sequence: number, created_at: number) {
  const [event_id, type] = [newId('evt'), 'ping']
  const timestamp = new Date(created_at).toISOString()
  const body = JSON.stringify({ id: event_id, type, timestamp, org_id, sequence, data: { endpoint_id } })
  return {
    event: { org_id, sequence, event_id, type, body, subject: null, created_at },
    delivery: {
      ...{ org_id, delivery_id: newId('dlv'), endpoint_id, event_id, sequence, event_type: type, subject: null },
      ...{ status: 'pending' as const, attempts: 0, due_at: created_at, lease_id: null, lease_until: 0 },
      ...{ created_at, finished_at: null },
    },
  }
}

/** The time at which PostgreSQL committed each event, in milliseconds, where it keeps that; SQLite keeps none. */
export async function commitTimes(settings: Settings): Promise<Map<string, number> | undefined> {
  if (!settings.DATABASE_URL) return undefined
  return rows(settings, async (db) => {
    const kept = await sql<{ track_commit_timestamp: string }>`show track_commit_timestamp`.execute(db)
    if (kept.rows[0]?.track_commit_timestamp !== 'on') return undefined
    const { rows } = await sql<{ event_id: string; at: string }>`
      select event_id, extract(epoch from pg_xact_commit_timestamp(xmin)) * 1000 as at from event`.execute(db)
    return new Map(rows.map(({ event_id, at }) => [event_id, Number(at)]))
  })
}

/** Reads the deliveries to some endpoints from the store. */
export async function readDeliveries(settings: Settings, { ids }: Endpoints) {
  const found = await rows(settings, (db) =>
    db
      .selectFrom('delivery')
      .select(['delivery_id', 'endpoint_id', 'event_id', 'status', 'attempts', 'lease_id', 'lease_until'])
      .where('endpoint_id', 'in', ids)
      .execute(),
  )
  return found.map(({ endpoint_id, event_id, lease_until, ...row }) => {
    return { ...row, id: event_id, endpoint: ids.indexOf(endpoint_id), leaseUntil: Number(lease_until) }
  })
}

/** Counts the deliveries that are not made yet. */
async function countUnfinished(settings: Settings, { ids }: Endpoints): Promise<number> {
  const { count } = await rows(settings, (db) =>
    db
      .selectFrom('delivery')
      .select((row) => row.fn.countAll().as('count'))
      .where('endpoint_id', 'in', ids)
      .where('status', '!=', 'succeeded')
      .executeTakeFirstOrThrow(),
  )
  return Number(count)
}

/** Resolves when every delivery to some endpoints is recorded as made. */
export const allMade = (settings: Settings, to: Endpoints) =>
  eventually(async () => (await countUnfinished(settings, to)) === 0)

/**
 * Nothing lost, nothing made up: every acknowledged ping is in the store, whatever is in the store came to its endpoint, and
 * nothing else came.
 *
 * @returns how many deliveries there are
 */
export async function expectAllMade(settings: Settings, to: Endpoints, consumer: Consumer): Promise<number> {
  const owed = await readDeliveries(settings, to)
  const known = new Set(owed.map(({ endpoint, id }) => `${endpoint} ${id}`))
  expect(to.acknowledged.filter(({ endpoint, id }) => !known.has(`${endpoint} ${id}`))).toEqual([])
  expect(owed.filter(({ status }) => status !== 'succeeded')).toEqual([])
  expect(owed.filter(({ endpoint, id }) => consumer.times(endpoint, id) === 0)).toEqual([])
  expect(consumer.calls.filter(({ endpoint, id }) => !known.has(`${endpoint} ${id}`))).toEqual([])
  return owed.length
}

/** Resolves when PostgreSQL has noticed that a server was killed, and undone what it had not committed. */
export async function serversGone(settings: Settings): Promise<void> {
  if (settings.DATABASE_URL === undefined) return
  await eventually(() =>
    rows(settings, async (db) => {
      const { rows } = await sql`select 1 from pg_stat_activity
        where datname = current_database() and application_name = 'sendoff' limit 1`.execute(db)
      return rows.length === 0
    }),
  )
}

/** Ends all leases, as their time would. */
export const endLeases = (settings: Settings) =>
  rows(settings, (db) => db.updateTable('delivery').set({ lease_until: 0 }).where('lease_id', 'is not', null).execute())

import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import { rows, type Settings } from '../../test/support/database.ts'
import type { Running } from '../servers/process.ts'
import { copyRow, type Ids, newIds } from './copy.ts'
import { createEndpoint, sandboxOf, tokenOf } from './initiators.ts'

/** Endpoints of the first demo organisation's app, and the delivery of a ping, from which others are copied. */
export type Endpoints = { org_id: string; ids: Ids; count: number; delivery_id: string }

/** Adds endpoints, each with its number as the path, like one that is created and pinged. */
export async function addEndpoints(data: Settings, { base }: Running, port: number, count: number): Promise<Endpoints> {
  const [{ org_id, apps }] = sandboxOf(data).organizations
  const endpoint_id = await createEndpoint(base, apps[0], `http://127.0.0.1:${port}/`)
  const copies = newIds('whe')
  await rows(data, async (db) => {
    for (const table of ['webhook_endpoint', 'webhook_secret', 'endpoint_health']) {
      const url = sql`${sql.lit(`http://127.0.0.1:${port}/`)} || numbers.n`
      await copyRow(db, table, { endpoint_id }, count, { endpoint_id: copies.sql(db), url })
    }
  })
  const token = await tokenOf(base, apps[0], 'webhook:write')
  const answer = await fetch(`${base}/v1.0/webhook-endpoints/${endpoint_id}/test`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
  })
  if (answer.status !== 202) throw new Error(`There was no ping: ${await answer.text()}`)
  const { delivery_id } = (await answer.json()) as { delivery_id: string }
  await made(data, org_id, 0)
  return { org_id, ids: copies, count, delivery_id }
}

/** Owes the endpoints deliveries in turn, by rows; the server finds them at its next poll. @returns a function that tells whether all are made */
export async function owe(data: Settings, { org_id, ids, count: endpoints, delivery_id }: Endpoints, count: number) {
  const [events, deliveries] = [newIds('evt'), newIds('dlv')]
  return rows(data, async (db) => {
    const { event_id } = await db
      .selectFrom('delivery')
      .select('event_id')
      .where('delivery_id', '=', delivery_id)
      .executeTakeFirstOrThrow()
    const { last_sequence } = await db
      .updateTable('organization')
      .set((row) => ({ last_sequence: row('last_sequence', '+', count) }))
      .where('org_id', '=', org_id)
      .returning('last_sequence')
      .executeTakeFirstOrThrow()
    const now = Date.now()
    const first = Number(last_sequence) - count + 1
    const sequence = sql`numbers.n + ${sql.lit(first)}`
    const id = events.sql(db)
    const text = 'x'.repeat(900)
    const body = sql`'{"id":"' || ${id} || '","type":"ping","data":{"text":"' || ${sql.lit(text)} || '"}}'`
    await copyRow(db, 'event', { org_id, event_id }, count, { event_id: id, sequence, body, created_at: now })
    const endpoint = ids.sql(db, sql`(numbers.n % ${sql.lit(endpoints)})`)
    const due = {
      status: 'pending',
      attempts: 0,
      counted: 0,
      due_at: now,
      lease_id: null,
      lease_until: 0,
      finished_at: null,
    }
    await copyRow(db, 'delivery', { org_id, delivery_id }, count, {
      ...{ ...due, delivery_id: deliveries.sql(db), endpoint_id: endpoint, event_id: id, sequence, created_at: now },
    })
    return { made: () => made(data, org_id, first) }
  })
}

/** Resolves when the deliveries from a sequence on are recorded as made. @returns the time in milliseconds */
async function made(data: Settings, org_id: string, first: number): Promise<number> {
  return rows(data, async (db) => {
    for (;;) {
      const rest = await db
        .selectFrom('delivery')
        .select('delivery_id')
        .where('org_id', '=', org_id)
        .where('sequence', '>=', first)
        .where('status', '!=', 'succeeded')
        .limit(1)
        .execute()
      if (rest.length === 0) return Date.now()
      await delay(10)
    }
  })
}

import { sql } from 'kysely'
import { newId } from '../../ids.ts'
import { leaseTime, steadyNow } from '../../store/lease-time.ts'
import { isOneOf, isPostgres } from '../../store/recordset.ts'
import type { Tx } from '../../store/schema.ts'
import { type Chains, due, findInTurn, inTurn } from './in-turn.ts'

/** A delivery that this process has claimed and may attempt until its lease ends. */
export type Claimed = {
  orgId: string
  deliveryId: string
  endpointId: string
  eventId: string
  /** Attempts made so far, and those of them that used up the schedule. */
  attempts: number
  counted: number
  body: string
  /** The trace of the request that made the event, if there is one. */
  traceparent: string | null
  /** Since when it is owed, in milliseconds of business time. */
  createdAt: number
  /** Others may wait for it. */
  inOrder: boolean
  leaseId: string
  /** Until when its lease holds, and when an attempt has to begin to be over by then; both by {@link steadyNow}. */
  leaseUntil: number
  beginBy: number
  /** A probe of an endpoint whose breaker is open; `sole` when nothing else is held for it. */
  probe: false | 'sole' | 'for_all'
}

export type ClaimOptions = {
  /** Business time, in milliseconds. */
  now: number
  /** How long an attempt can take, in milliseconds. */
  timeout: number
}

/** A claim outlives the longest attempt by so many milliseconds: to begin it, and to record it. */
const MARGIN = 10_000

/** How many deliveries of an endpoint to claim; `chains` where some of them come in order. */
export type Wish = { endpointId: string; most: number; chains?: Chains | undefined }

/**
 * Claims what is due of some endpoints, oldest first. The lease's id fences off a process that comes back after its lease ended.
 *
 * @param only `first`: no retries
 */
export async function claimDue(
  tx: Tx,
  wishes: Wish[],
  only: 'first' | 'all',
  options: ClaimOptions,
): Promise<Claimed[]> {
  const beginBy = steadyNow() + MARGIN
  const lease = { leaseId: newId('lease'), beginBy, leaseUntil: beginBy + options.timeout }
  const [inOrder, plain] = [wishes.filter(({ chains }) => chains), wishes.filter(({ chains }) => !chains)]
  const claim = isPostgres(tx) ? claimAtOnce : claimOneByOne
  const rows = plain.length > 0 ? await claim(tx, plain, only, options, lease) : []
  for (const wish of inOrder) rows.push(...(await claimInOrder(tx, wish, only, options, lease)))
  return rows.map((row) => claimed(row, lease))
}

/**
 * Claims the oldest delivery that is held for an endpoint whose breaker is open, as a probe. One is under way at a time, over all
 * processes.
 */
export async function claimProbe(
  tx: Tx,
  { endpointId, chains }: Omit<Wish, 'most'>,
  options: ClaimOptions,
): Promise<Claimed | undefined> {
  const { now } = options
  const { numUpdatedRows } = await tx
    .updateTable('endpoint_health')
    .set({ breaker: 'half_open', probe_lease_until: leaseEnd(tx, options) })
    .where('endpoint_id', '=', endpointId)
    .where('breaker', '!=', 'closed')
    .where('probe_at', '<=', now)
    .where((is) => is.or([is('probe_lease_until', 'is', null), is('probe_lease_until', '<=', leaseTime(tx))]))
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return undefined
  const waiting = chains
    ? await findInTurn(tx, endpointId, 2, { ...chains }, now)
    : await sql`select 1 from delivery d where d.endpoint_id = ${endpointId} and ${due(tx, now)} limit 2`
        .execute(tx)
        .then(({ rows }) => rows)
  const [probe] = await claimDue(tx, [{ endpointId, most: 1, chains }], 'all', options)
  if (probe) return { ...probe, probe: waiting.length > 1 ? 'for_all' : 'sole' }
  await tx
    .updateTable('endpoint_health')
    .set({ breaker: 'open', probe_lease_until: null })
    .where('endpoint_id', '=', endpointId)
    .execute()
  return undefined
}

/** Gives back what was claimed and not sent; of a probe its turn too. */
export async function releaseLeases(tx: Tx, unsent: Claimed[]): Promise<void> {
  const probed = unsent.filter(({ probe }) => probe).map(({ endpointId }) => endpointId)
  if (probed.length > 0) {
    await tx
      .updateTable('endpoint_health')
      .set({ breaker: 'open', probe_lease_until: null })
      .where(isOneOf(tx, 'endpoint_id', probed))
      .where('breaker', '=', 'half_open')
      .execute()
  }
  for (const leaseId of new Set(unsent.map((one) => one.leaseId))) {
    const ids = unsent.filter((one) => one.leaseId === leaseId).map(({ deliveryId }) => deliveryId)
    await tx
      .updateTable('delivery')
      .set({ lease_id: null, lease_until: 0 })
      .where(isOneOf(tx, 'delivery_id', ids))
      .where('lease_id', '=', leaseId)
      .execute()
  }
}

/** Ends all leases; for a start on a store that only this process uses, where whoever held one is gone. */
export async function endLeases(tx: Tx): Promise<void> {
  const none = { lease_id: null, lease_until: 0 }
  await tx
    .updateTable('delivery')
    .set(none)
    .where('status', '=', sql.lit('pending'))
    .where('lease_until', '>', 0)
    .execute()
  await tx.updateTable('endpoint_health').set({ probe_lease_until: null }).execute()
}

type Row = {
  org_id: string
  delivery_id: string
  endpoint_id: string
  event_id: string
  subject: string | null
  attempts: number
  counted: number
  due_at: number
  created_at: number
  body: string
  traceparent: string | null
}
type Lease = Pick<Claimed, 'leaseId' | 'leaseUntil' | 'beginBy'>

const columns = sql.raw(
  'd.org_id, d.delivery_id, d.endpoint_id, d.event_id, d.sequence, d.subject, d.attempts, d.counted, d.due_at, d.created_at',
)

const leaseEnd = (tx: Tx, { timeout }: ClaimOptions) => sql<number>`${leaseTime(tx)} + ${timeout + MARGIN}`

const oldest = (tx: Tx, endpointId: unknown, most: unknown, only: 'first' | 'all', now: number) => sql<Row>`
  select ${columns} from delivery d
  where d.endpoint_id = ${endpointId} and ${due(tx, now)} and d.subject is null
    and ${only === 'first' ? sql`d.attempts = 0` : sql`1 = 1`}
  order by d.due_at, d.delivery_id limit ${most}`

/** One statement for all lanes, which passes over what another process is claiming. */
async function claimAtOnce(
  tx: Tx,
  wishes: Wish[],
  only: 'first' | 'all',
  options: ClaimOptions,
  { leaseId }: Lease,
): Promise<Row[]> {
  const ids = wishes.map(({ endpointId }) => endpointId)
  const numbers = wishes.map(({ most }) => most)
  const ofLane = oldest(tx, sql.ref('lane.endpoint_id'), sql.ref('lane.most'), only, options.now)
  const { rows } = await sql<Row>`
    with due as materialized (
      select one.* from unnest(${ids}::text[], ${numbers}::int[]) as lane (endpoint_id, most)
      cross join lateral (${ofLane} for update skip locked) one
      -- Without it the planner expects thousands, and reads whole tables to join them; and with org_id in the join below it
      -- looks, before there are statistics, through all that an organisation has.
      limit ${numbers.reduce((sum, one) => sum + one, 0)}
    )
    update delivery set lease_id = ${leaseId}, lease_until = ${leaseEnd(tx, options)}
    from due d join event on event.org_id = d.org_id and event.sequence = d.sequence
    where delivery.delivery_id = d.delivery_id
    returning ${columns}, event.body, event.traceparent`.execute(tx)
  return rows.sort((a, b) => a.due_at - b.due_at || (a.delivery_id < b.delivery_id ? -1 : 1))
}

/** SQLite has no lateral joins; a statement costs it microseconds, and nobody else writes meanwhile. */
async function claimOneByOne(
  tx: Tx,
  wishes: Wish[],
  only: 'first' | 'all',
  options: ClaimOptions,
  lease: Lease,
): Promise<Row[]> {
  const rows: Row[] = []
  for (const { endpointId, most } of wishes) {
    const due = oldest(tx, endpointId, most, only, options.now)
    const found = await sql<Row>`
      select d.*, event.body, event.traceparent from (${due}) d
      join event on event.org_id = d.org_id and event.sequence = d.sequence`.execute(tx)
    rows.push(...found.rows)
  }
  if (rows.length > 0) await leaseThese(tx, rows, options, lease)
  return rows
}

/** What comes in order is searched for without a lock, and locked then, if it is still so. */
async function claimInOrder(
  tx: Tx,
  { endpointId, most, chains }: Wish,
  only: 'first' | 'all',
  options: ClaimOptions,
  lease: Lease,
): Promise<Row[]> {
  const found = chains ? await findInTurn(tx, endpointId, most, chains, options.now) : []
  if (found.length === 0) return []
  const { rows } = await sql<Row>`
    select ${columns} from delivery d
    where ${isOneOf(tx, 'd.delivery_id', found)} and ${due(tx, options.now)} and ${inTurn}
      and ${only === 'first' ? sql`d.attempts = 0` : sql`1 = 1`}
    order by d.due_at, d.delivery_id ${isPostgres(tx) ? sql`for update skip locked` : sql``}`.execute(tx)
  return leased(tx, rows, options, lease)
}

const these = (tx: Tx, rows: Row[]) =>
  isOneOf(
    tx,
    'delivery_id',
    rows.map((row) => row.delivery_id),
  )

async function leaseThese(tx: Tx, rows: Row[], options: ClaimOptions, { leaseId }: Lease): Promise<void> {
  const end = leaseEnd(tx, options)
  await sql`update delivery set lease_id = ${leaseId}, lease_until = ${end} where ${these(tx, rows)}`.execute(tx)
}

/** Leases what is locked, and reads what is to be sent. */
async function leased(tx: Tx, rows: Row[], options: ClaimOptions, lease: Lease): Promise<Row[]> {
  if (rows.length === 0) return []
  await leaseThese(tx, rows, options, lease)
  const bodies = await sql<Pick<Row, 'delivery_id' | 'body' | 'traceparent'>>`
    select delivery_id, event.body, event.traceparent from delivery
    join event on event.org_id = delivery.org_id and event.sequence = delivery.sequence where ${these(tx, rows)}`.execute(
    tx,
  )
  const bodyOf = new Map(bodies.rows.map((row) => [row.delivery_id, row]))
  return rows.map((row) => ({ ...row, ...bodyOf.get(row.delivery_id) }))
}

const claimed = (row: Row, lease: Lease): Claimed => ({
  orgId: row.org_id,
  deliveryId: row.delivery_id,
  endpointId: row.endpoint_id,
  eventId: row.event_id,
  attempts: row.attempts,
  counted: row.counted,
  body: row.body,
  traceparent: row.traceparent,
  createdAt: row.created_at,
  inOrder: row.subject !== null,
  ...lease,
  probe: false,
})

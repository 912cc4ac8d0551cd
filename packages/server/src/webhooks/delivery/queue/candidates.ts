import { sql } from 'kysely'
import { isOneOf } from '../../../store/recordset.ts'
import type { Tx } from '../../../store/schema.ts'
import type { Marks } from '../pace/refusals.ts'
import { type Chains, due, findInTurn, newChains } from './subject-order.ts'

/** A delivery that may be claimed. */
export type Candidate = Marks & { deliveryId: string; attempts: number }

/** How many of the newest deliveries are read. */
const NEWEST = 100

/**
 * Reads deliveries that are due to an endpoint and whose turn it is, by when they fell due: the oldest after the last search's, and
 * the newest. However many are due, the number of rows read is bounded, and repeated searches go through all of them.
 *
 * @param search is moved on
 * @param oldest how many of the oldest to read
 * @param isInOrder whether some of them come in order
 * @param now business time, in milliseconds
 */
export async function findCandidates(
  tx: Tx,
  endpointId: string,
  search: Chains,
  { isInOrder, oldest }: { isInOrder: boolean; oldest: number },
  now: number,
): Promise<Candidate[]> {
  const found = isInOrder
    ? await findInTurn(tx, endpointId, Number.POSITIVE_INFINITY, search, now)
    : await findOldest(tx, endpointId, search, oldest, now)
  const newest = isInOrder ? [] : await findNewest(tx, endpointId, now)
  return readMarks(tx, [...new Set([...found, ...newest])])
}

async function findOldest(tx: Tx, endpointId: string, search: Chains, most: number, now: number): Promise<string[]> {
  const { dueAt, deliveryId } = search.afterDue
  const { rows } = await sql<{ delivery_id: string; due_at: number }>`
    select d.delivery_id, d.due_at from delivery d
    where d.endpoint_id = ${endpointId} and ${due(tx, now)} and (d.due_at, d.delivery_id) > (${dueAt}, ${deliveryId})
    order by d.due_at, d.delivery_id limit ${most}`.execute(tx)
  const last = rows.at(-1)
  search.isMore = rows.length === most
  search.afterDue = search.isMore && last ? { dueAt: last.due_at, deliveryId: last.delivery_id } : newChains().afterDue
  return rows.map(({ delivery_id }) => delivery_id)
}

async function findNewest(tx: Tx, endpointId: string, now: number): Promise<string[]> {
  const { rows } = await sql<{ delivery_id: string }>`
    select d.delivery_id from (
      select * from delivery where endpoint_id = ${endpointId} order by delivery_id desc limit ${NEWEST}
    ) d where ${due(tx, now)}`.execute(tx)
  return rows.map(({ delivery_id }) => delivery_id)
}

async function readMarks(tx: Tx, ids: string[]): Promise<Candidate[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('delivery as d')
    .innerJoin('event', (on) => on.onRef('event.org_id', '=', 'd.org_id').onRef('event.sequence', '=', 'd.sequence'))
    .select(['d.delivery_id', 'd.event_id', 'd.event_type', 'd.attempts', 'event.subject'])
    .where(isOneOf(tx, 'd.delivery_id', ids))
    .orderBy('d.due_at')
    .orderBy('d.delivery_id')
    .execute()
  return rows.map((row) => ({
    deliveryId: row.delivery_id,
    eventId: row.event_id,
    type: row.event_type,
    subject: row.subject,
    attempts: row.attempts,
  }))
}

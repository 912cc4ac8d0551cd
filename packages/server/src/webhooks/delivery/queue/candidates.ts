import { sql } from 'kysely'
import { isOneOf } from '../../../store/recordset.ts'
import type { Reader } from '../../../store/schema.ts'
import type { Marks } from '../pace/refusals.ts'
import { BEGINNING, type SearchPosition } from '../pace/wish.ts'
import { type Found, findFirstOfSubjects, isDue } from './subject-order.ts'

/** A delivery that may be claimed. */
export type Candidate = Marks & { deliveryId: string; attempts: number }

/** The number of the newest deliveries that are read. */
const NEWEST = 100

/**
 * Reads deliveries that are due to an endpoint and the first about their subject, by the time at which they fell due: the oldest after
 * a position, and the newest. However many are due, the number of rows read is bounded, and repeated searches go through all of them.
 *
 * @param from the position; `isInOrder` if some deliveries come in order; `oldest` is the number of the oldest to read
 * @param now business time, in milliseconds
 */
export async function findCandidates(
  tx: Reader,
  endpointId: string,
  { position, isInOrder, oldest }: { position: SearchPosition; isInOrder: boolean; oldest: number },
  now: number,
): Promise<{ candidates: Candidate[]; position: SearchPosition }> {
  const found = isInOrder
    ? await findFirstOfSubjects(tx, endpointId, Number.POSITIVE_INFINITY, position, now)
    : await findOldest(tx, endpointId, position, oldest, now)
  const newest = isInOrder ? [] : await findNewest(tx, endpointId, now)
  return { candidates: await readCandidates(tx, [...new Set([...found.ids, ...newest])]), position: found.position }
}

async function findOldest(
  tx: Reader,
  endpointId: string,
  position: SearchPosition,
  most: number,
  now: number,
): Promise<Found> {
  const { dueAt, deliveryId } = position.afterDue
  const { rows } = await sql<{ delivery_id: string; due_at: number }>`
    select d.delivery_id, d.due_at from delivery d
    where d.endpoint_id = ${endpointId} and ${isDue(tx, now)} and (d.due_at, d.delivery_id) > (${dueAt}, ${deliveryId})
    order by d.due_at, d.delivery_id limit ${most}`.execute(tx)
  const last = rows.at(-1)
  const isMore = rows.length === most
  const afterDue = isMore && last ? { dueAt: last.due_at, deliveryId: last.delivery_id } : BEGINNING.afterDue
  return { ids: rows.map(({ delivery_id }) => delivery_id), position: { ...position, isMore, afterDue } }
}

async function findNewest(tx: Reader, endpointId: string, now: number): Promise<string[]> {
  const { rows } = await sql<{ delivery_id: string }>`
    select d.delivery_id from (
      select * from delivery where endpoint_id = ${endpointId} order by delivery_id desc limit ${NEWEST}
    ) d where ${isDue(tx, now)}`.execute(tx)
  return rows.map(({ delivery_id }) => delivery_id)
}

async function readCandidates(tx: Reader, ids: string[]): Promise<Candidate[]> {
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

import { sql } from 'kysely'
import { leaseTime } from '../../../store/lease-time.ts'
import type { Reader } from '../../../store/schema.ts'
import { BEGINNING, type SearchPosition } from '../pace/wish.ts'

/** The number of due deliveries that are looked at, oldest first, and after them the number of subjects. */
const OLDEST = 200
const SUBJECTS = 500

/**
 * A condition: the delivery `d` is due by the business clock, and not leased.
 *
 * @param now business time, in milliseconds, or the place for it
 * @param leased the time for leases, or the place for it
 */
export const isDue = (db: Reader, now: unknown, leased: unknown = leaseTime(db)) =>
  sql<boolean>`(d.status = 'pending' and d.due_at <= ${now} and d.lease_until <= ${leased})`

/**
 * A condition: the delivery `d` has no order, or is the first about its subject that is not done, or held. The order of sequences is
 * that of the commits: none comes in between later.
 */
export const isFirstOfSubject = sql<boolean>`(d.subject is null or not exists (
  select 1 from delivery before where before.endpoint_id = d.endpoint_id and before.subject = d.subject
    and before.org_id = d.org_id and before.sequence < d.sequence and before.status in ('pending', 'held')))`

/** Deliveries that were found, by their ids, and the position after them. */
export type Found = { ids: string[]; position: SearchPosition }

/**
 * Finds due deliveries to an endpoint that wants order, each the first about its subject. However much waits behind a few that fail, it
 * is not read: the oldest are looked at, and then the first about each subject, some subjects at a time.
 *
 * @param most the number to find
 * @param now business time, in milliseconds
 */
export async function findFirstOfSubjects(
  tx: Reader,
  endpointId: string,
  most: number,
  position: SearchPosition,
  now: number,
): Promise<Found> {
  const oldest = await sql<{ delivery_id: string; is_first: boolean }>`
    select d.delivery_id, ${isFirstOfSubject} as is_first from (
      select * from delivery d where d.endpoint_id = ${endpointId} and ${isDue(tx, now)}
      order by d.due_at, d.delivery_id limit ${OLDEST}) d`.execute(tx)
  const found = oldest.rows.filter((row) => row.is_first).map((row) => row.delivery_id)
  if (found.length >= most || oldest.rows.length < OLDEST) {
    return { ids: found.slice(0, most), position: { ...position, isMore: false } }
  }
  // The search goes through all subjects in the end, and begins again.
  const heads = await findHeads(tx, endpointId, position.after, now)
  const last = heads.at(-1)
  const isMore = heads.length === SUBJECTS
  const after = isMore && last ? { subject: last.subject, orgId: last.org_id } : BEGINNING.after
  const ids = new Set([...found, ...heads.filter((head) => head.is_due).map((head) => head.delivery_id)])
  return { ids: [...ids].slice(0, most), position: { ...position, isMore, after } }
}

type Head = { delivery_id: string; subject: string; org_id: string; is_due: boolean }

/** Finds the first delivery about each subject of an organisation after one, by one descent of the index for each. */
async function findHeads(tx: Reader, endpointId: string, after: SearchPosition['after'], now: number): Promise<Head[]> {
  const next = (subject: unknown, orgId: unknown) => sql`(
    select d.delivery_id from delivery d
    where d.endpoint_id = ${endpointId} and d.status in ('pending', 'held') and d.subject is not null
      and (d.subject, d.org_id) > (${subject}, ${orgId})
    order by d.subject, d.org_id, d.sequence limit 1)`
  const { rows } = await sql<Head>`
    with recursive head (delivery_id, number) as (
      select ${next(after.subject, after.orgId)}, 1
      union all
      select ${next(sql.ref('h.subject'), sql.ref('h.org_id'))}, head.number + 1
      from head join delivery h on h.delivery_id = head.delivery_id where head.number < ${SUBJECTS}
    )
    select d.delivery_id, d.subject, d.org_id, ${isDue(tx, now)} as is_due
    from head join delivery d on d.delivery_id = head.delivery_id order by head.number`.execute(tx)
  return rows
}

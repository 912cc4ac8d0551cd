import { sql } from 'kysely'
import { leaseTime } from '../../../store/lease-time.ts'
import type { Tx } from '../../../store/schema.ts'

/**
 * Where the search through an endpoint's deliveries continues: by chain, which is what is owed about one subject of one
 * organisation, and by when they fell due.
 */
export type Chains = {
  after: { subject: string; orgId: string }
  afterDue: { dueAt: number; deliveryId: string }
  /** The last search ended before it had seen all. */
  isMore: boolean
}

export const newChains = (): Chains => ({
  after: { subject: '', orgId: '' },
  afterDue: { dueAt: -1, deliveryId: '' },
  isMore: false,
})

/** How many that are due are looked at, oldest first, and after them how many chains. */
const OLDEST = 200
const CHAINS = 500

/** What is due: by the business clock, and not leased. */
export const due = (tx: Tx, now: number) =>
  sql<boolean>`(d.status = 'pending' and d.due_at <= ${now} and d.lease_until <= ${leaseTime(tx)})`

/**
 * Of those that come in order, the first that is not made yet, or held. Sequence order is commit order: none comes in between
 * later.
 */
export const inTurn = sql<boolean>`(d.subject is null or not exists (
  select 1 from delivery before where before.endpoint_id = d.endpoint_id and before.subject = d.subject
    and before.org_id = d.org_id and before.sequence < d.sequence and before.status in ('pending', 'held')))`

/**
 * Finds deliveries that are due and whose turn it is to an endpoint that wants order. However much waits behind a few that fail, it
 * is not read: the oldest are looked at, and then the first of each chain, some chains at a time.
 *
 * @param most how many to find
 * @param chains is moved on
 * @param now business time, in milliseconds
 * @returns their ids
 */
export async function findInTurn(
  tx: Tx,
  endpointId: string,
  most: number,
  chains: Chains,
  now: number,
): Promise<string[]> {
  chains.isMore = false
  const oldest = await sql<{ delivery_id: string; is_in_turn: boolean }>`
    select d.delivery_id, ${inTurn} as is_in_turn from (
      select * from delivery d where d.endpoint_id = ${endpointId} and ${due(tx, now)}
      order by d.due_at, d.delivery_id limit ${OLDEST}) d`.execute(tx)
  const found = oldest.rows.filter((row) => row.is_in_turn).map((row) => row.delivery_id)
  if (found.length >= most || oldest.rows.length < OLDEST) return found.slice(0, most)
  // The search goes through all of them in the end, and begins anew.
  const heads = await findHeads(tx, endpointId, chains.after, now)
  const last = heads.at(-1)
  chains.isMore = heads.length === CHAINS
  chains.after = chains.isMore && last ? { subject: last.subject, orgId: last.org_id } : newChains().after
  return [...new Set([...found, ...heads.filter((head) => head.is_due).map((head) => head.delivery_id)])].slice(0, most)
}

type Head = { delivery_id: string; subject: string; org_id: string; is_due: boolean }

/** The first delivery of each chain after one, by one descent of the index for each. */
async function findHeads(tx: Tx, endpointId: string, after: Chains['after'], now: number): Promise<Head[]> {
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
      from head join delivery h on h.delivery_id = head.delivery_id where head.number < ${CHAINS}
    )
    select d.delivery_id, d.subject, d.org_id, ${due(tx, now)} as is_due
    from head join delivery d on d.delivery_id = head.delivery_id order by head.number`.execute(tx)
  return rows
}

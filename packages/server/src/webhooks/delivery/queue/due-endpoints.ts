import { sql } from 'kysely'
import { leaseTime } from '../../../store/lease-time.ts'
import type { Reader } from '../../../store/schema.ts'
import { isDueByHand } from './by-hand.ts'

/**
 * A common table `lane` of all endpoints that have anything pending, found by one descent of the index for each, however much is pending:
 * the rows of a dead endpoint are not read.
 */
export const pendingEndpoints = sql`recursive lane (endpoint_id) as (
  select min(endpoint_id) from delivery where status = 'pending'
  union all
  select (select min(d.endpoint_id) from delivery d where d.status = 'pending' and d.endpoint_id > lane.endpoint_id)
  from lane where lane.endpoint_id is not null
)`

/** A join: the endpoints of `lane` that may be sent something. A suspended app is sent nothing until it is active again. */
export const sendable = sql`lane
  join webhook_endpoint endpoint on endpoint.endpoint_id = lane.endpoint_id and endpoint.status = 'enabled'
  join app on app.app_id = endpoint.app_id and app.status = 'active'
  join endpoint_health health on health.endpoint_id = lane.endpoint_id`

/**
 * Finds the endpoints that can be sent something now.
 *
 * @param now business time, in milliseconds
 * @returns their ids
 */
export async function findDueEndpoints(db: Reader, now: number): Promise<string[]> {
  const { rows } = await sql<{ endpoint_id: string }>`
    with ${pendingEndpoints}
    select lane.endpoint_id from ${sendable}
    where (${isDueByHand(sql.ref('lane.endpoint_id'), db, now)}
        or (health.retry_after_until is null or health.retry_after_until <= ${now})
        and (health.breaker = 'closed' or health.probe_at <= ${now} and coalesce(health.probe_lease_until, 0) <= ${leaseTime(db)}))
      and exists (
        select 1 from delivery d
        where d.endpoint_id = lane.endpoint_id and d.status = 'pending' and d.due_at <= ${now} and d.lease_until <= ${leaseTime(db)}
      )`.execute(db)
  return rows.map(({ endpoint_id }) => endpoint_id)
}

/**
 * The time after another at which the next attempt falls due, in milliseconds of business time: that of a delivery, or the end of a
 * pause that holds its endpoint back.
 *
 * @param pausedUntil nothing is sent before
 */
export async function nextDueDelivery(db: Reader, after: number, pausedUntil: number): Promise<number | undefined> {
  const { rows } = await sql<{ retry_after: number; probe: number; first: number | null; later: number | null }>`
    with ${pendingEndpoints}
    select coalesce(health.retry_after_until, 0) as retry_after,
      case when health.breaker = 'closed' then 0 else health.probe_at end as probe,
      (select min(d.due_at) from delivery d where d.endpoint_id = lane.endpoint_id and d.status = 'pending') as first,
      (select min(d.due_at) from delivery d
        where d.endpoint_id = lane.endpoint_id and d.status = 'pending' and d.due_at > ${after}) as later
    from ${sendable}`.execute(db)
  const times = rows.flatMap(({ retry_after, probe, first, later }) => {
    const gate = Math.max(retry_after, probe, pausedUntil)
    return [first, later].flatMap((time) => (time === null ? [] : Math.max(time, gate))).filter((time) => time > after)
  })
  return times.length === 0 ? undefined : Math.min(...times)
}

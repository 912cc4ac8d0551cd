import { sql } from 'kysely'
import type { Sealer } from '../../../crypto/seal.ts'
import { leaseTime } from '../../../store/lease-time.ts'
import { isOneOf } from '../../../store/recordset.ts'
import type { Reader } from '../../../store/schema.ts'
import { isLiveAt, SECRET_PURPOSE } from '../../endpoints/secret.ts'
import { openHeaders } from '../../message/custom-headers.ts'
import type { Wanted } from '../../message/message.ts'
import type { Health } from '../pace/health.ts'
import { isDueByHand } from './by-hand.ts'

/** An endpoint that something is due to, and all that sending to it takes. */
export type DueLane = {
  endpointId: string
  url: string
  wanted: Wanted
  secrets: string[]
  health: Health
  /** It wants order, or has something left that was to come in order. */
  isInOrder: boolean
  /** A probe of it is under way, in whatever process. */
  isProbed: boolean
  /** Something that was asked for by hand is due. */
  isByHand: boolean
}

/**
 * Every endpoint that has anything pending, found by one descent of the index for each, however much is pending: the rows of a
 * dead endpoint are not read.
 */
export const lanes = sql`recursive lane (endpoint_id) as (
  select min(endpoint_id) from delivery where status = 'pending'
  union all
  select (select min(d.endpoint_id) from delivery d where d.status = 'pending' and d.endpoint_id > lane.endpoint_id)
  from lane where lane.endpoint_id is not null
)`

/** Of those, the endpoints to which something may be sent: a suspended app is sent nothing until it is active again. */
export const sendable = sql`lane
  join webhook_endpoint endpoint on endpoint.endpoint_id = lane.endpoint_id and endpoint.status = 'enabled'
  join app on app.app_id = endpoint.app_id and app.status = 'active'
  join endpoint_health health on health.endpoint_id = lane.endpoint_id`

/**
 * Finds the endpoints to which something can be sent now.
 *
 * @param now business time, in milliseconds
 */
export async function findDueLanes(db: Reader, now: number): Promise<string[]> {
  const { rows } = await sql<{ endpoint_id: string }>`
    with ${lanes}
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
 * When the next attempt after a time falls due, in milliseconds of business time: a delivery of an endpoint, or the end of what
 * holds the endpoint back.
 *
 * @param pausedUntil nothing is sent before
 */
export async function nextDueLane(db: Reader, after: number, pausedUntil: number): Promise<number | undefined> {
  const { rows } = await sql<{ retry_after: number; probe: number; first: number | null; later: number | null }>`
    with ${lanes}
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

/** Reads what sending to endpoints takes; one to which nothing may be sent is left out. */
export async function readLanes(db: Reader, sealer: Sealer, endpointIds: string[], now: number): Promise<DueLane[]> {
  const endpoints = await db
    .selectFrom('webhook_endpoint as endpoint')
    .innerJoin('app', (on) => on.onRef('app.app_id', '=', 'endpoint.app_id').on('app.status', '=', 'active'))
    .innerJoin('endpoint_health as health', 'health.endpoint_id', 'endpoint.endpoint_id')
    .select(['endpoint.url', 'endpoint.format', 'endpoint.headers'])
    .selectAll('health')
    .select(
      sql<boolean>`endpoint.ordering = 'subject' or (select 1 from delivery d where d.endpoint_id = endpoint.endpoint_id
        and d.status in ('pending', 'held') and d.subject is not null limit 1) is not null`.as('is_in_order'),
    )
    .select(sql<boolean>`coalesce(health.probe_lease_until, 0) > ${leaseTime(db)}`.as('is_probed'))
    .select(isDueByHand(sql.ref('endpoint.endpoint_id'), db, now).as('is_by_hand'))
    .where('endpoint.status', '=', 'enabled')
    .where(isOneOf(db, 'endpoint.endpoint_id', endpointIds))
    .execute()
  const secrets = await readSecrets(db, sealer, endpointIds, now)
  return endpoints.map(({ url, format, headers, is_in_order, is_probed, is_by_hand, ...health }) => ({
    endpointId: health.endpoint_id,
    url,
    wanted: { format, headers: openHeaders(headers, sealer) },
    secrets: secrets.get(health.endpoint_id) ?? [],
    health,
    isInOrder: Boolean(is_in_order),
    isProbed: Boolean(is_probed),
    isByHand: Boolean(is_by_hand),
  }))
}

/** The secrets that live, newest first: read anew each time, so that one that is revoked signs nothing more. */
async function readSecrets(db: Reader, sealer: Sealer, endpointIds: string[], now: number) {
  const rows = await db
    .selectFrom('webhook_secret')
    .select(['endpoint_id', 'sealed'])
    .where(isOneOf(db, 'endpoint_id', endpointIds))
    .where(isLiveAt(now))
    .orderBy('secret_id', 'desc')
    .execute()
  const secrets = new Map<string, string[]>()
  for (const { endpoint_id, sealed } of rows) {
    const secret = opened.get(sealed) ?? sealer.open(sealed, SECRET_PURPOSE)
    remember(sealed, secret)
    secrets.set(endpoint_id, [...(secrets.get(endpoint_id) ?? []), secret])
  }
  return secrets
}

/** Decrypting costs as much as signing, and the same is decrypted all the time. */
const opened = new Map<string, string>()
const MOST_REMEMBERED = 4096

function remember(sealed: string, secret: string): void {
  if (opened.size >= MOST_REMEMBERED && !opened.has(sealed)) opened.clear()
  opened.set(sealed, secret)
}

import { sql } from 'kysely'
import type { Sealer } from '../../../crypto/seal.ts'
import { Recent } from '../../../recent.ts'
import { leaseTime } from '../../../store/lease-time.ts'
import { isOneOf } from '../../../store/recordset.ts'
import type { Reader } from '../../../store/schema.ts'
import { isLiveAt, SECRET_PURPOSE } from '../../endpoints/secret.ts'
import { openHeaders } from '../../message/custom-headers.ts'
import type { DueEndpoint } from '../pace/claimed.ts'
import { isDueByHand } from './by-hand.ts'

/**
 * Reads everything that sending to endpoints needs. Those that may be sent nothing are left out.
 *
 * @param now business time, in milliseconds
 */
export async function readEndpoints(
  db: Reader,
  sealer: Sealer,
  endpointIds: string[],
  now: number,
): Promise<DueEndpoint[]> {
  // At the same time, because on PostgreSQL the second would otherwise wait for the answer to the first.
  const [endpoints, secrets] = await Promise.all([
    readRows(db, endpointIds, now),
    readSecrets(db, sealer, endpointIds, now),
  ])
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

function readRows(db: Reader, endpointIds: string[], now: number) {
  return db
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
}

/** Reads the secrets that live, newest first. They are read each time, so that one that is revoked signs nothing more. */
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
    opened.set(sealed, secret)
    secrets.set(endpoint_id, [...(secrets.get(endpoint_id) ?? []), secret])
  }
  return secrets
}

/** Secrets by their sealed form: decrypting costs as much as signing, and the same ones are decrypted all the time. */
const opened = new Recent<string, string>(4096)

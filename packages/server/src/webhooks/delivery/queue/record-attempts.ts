import { sql } from 'kysely'
import { recordset } from '../../../store/recordset.ts'
import type { Tx } from '../../../store/schema.ts'
import type { Result } from './result.ts'

/** Inserts the attempts. */
export async function insertAttempts(tx: Tx, results: Result[]): Promise<void> {
  if (results.length === 0) return
  const rows = results.map(({ made: { claimed, answer, startedAt }, number, counts }) => ({
    org_id: claimed.orgId,
    delivery_id: claimed.deliveryId,
    number,
    started_at: startedAt,
    duration_ms: Math.round(answer.timings.totalMs ?? 0),
    dns_ms: rounded(answer.timings.dnsMs),
    connect_ms: rounded(answer.timings.connectMs),
    tls_ms: rounded(answer.timings.tlsMs),
    first_byte_ms: rounded(answer.timings.firstByteMs),
    response_status: answer.status,
    response_body: answer.body,
    location: answer.headers.location ?? null,
    error: answer.error ? `${answer.error.code}: ${answer.error.message}` : null,
    counted: counts ? 1 : 0,
  }))
  const columns = sql.join(Object.keys(attemptColumns).map((column) => sql.ref(column)))
  const table = recordset(tx, 'made', attemptColumns, rows)
  await sql`insert into attempt (${columns}) select ${columns} from ${table}`.execute(tx)
}

const attemptColumns = {
  org_id: 'text',
  delivery_id: 'text',
  number: 'bigint',
  started_at: 'bigint',
  duration_ms: 'bigint',
  dns_ms: 'double precision',
  connect_ms: 'double precision',
  tls_ms: 'double precision',
  first_byte_ms: 'double precision',
  response_status: 'bigint',
  response_body: 'text',
  location: 'text',
  error: 'text',
  counted: 'bigint',
} as const

const rounded = (ms: number | null) => (ms === null ? null : Math.round(ms * 100) / 100)

/** The number of probes of a delivery that are kept: an endpoint that is away for days is probed thousands of times. */
const PROBES_KEPT = 50

/** Deletes attempts that used up nothing of the schedule, but for the last ones of each delivery. */
export async function forgetOldProbes(tx: Tx, results: Result[]): Promise<void> {
  for (const { made, number, counts } of results) {
    if (counts || number <= PROBES_KEPT) continue
    await tx
      .deleteFrom('attempt')
      .where('org_id', '=', made.claimed.orgId)
      .where('delivery_id', '=', made.claimed.deliveryId)
      .where('number', '<=', number - PROBES_KEPT)
      .where('counted', '=', 0)
      .execute()
  }
}

import type { Result } from './result.ts'

export type AttemptRow = ReturnType<typeof attemptRow>

/** Makes the row of an attempt. */
export const attemptRow = ({ made: { claimed, answer, startedAt }, number, counts }: Result) => ({
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
})

/** The columns of an {@link AttemptRow} with their types. */
export const attemptColumns = {
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
} as const satisfies Record<keyof AttemptRow, string>

const rounded = (ms: number | null) => (ms === null ? null : Math.round(ms * 100) / 100)

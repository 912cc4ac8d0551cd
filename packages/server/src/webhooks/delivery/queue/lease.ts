import { sql } from 'kysely'
import { newId } from '../../../ids.ts'
import { leaseTime, steadyNow } from '../../../store/lease-time.ts'
import { isOneOf, isPostgres } from '../../../store/recordset.ts'
import type { Reader, Tx } from '../../../store/schema.ts'
import { type Placing, statementForEach } from '../../../store/statement.ts'
import type { Claimed, Lease } from '../pace/claimed.ts'
import type { ClaimOptions, Row } from './claimed-row.ts'

/** The time by which a lease outlives the longest attempt, in milliseconds: to begin it, and to record it. */
const MARGIN = 10_000

/** Makes a lease that is about to be taken. */
export function newLease({ timeout }: ClaimOptions): Lease {
  const beginBy = steadyNow() + MARGIN
  return { leaseId: newId('lease'), beginBy, leaseUntil: beginBy + timeout }
}

/** The end of a lease that is taken now, by the store's clock. */
export const leaseEnd = (tx: Reader, { timeout }: ClaimOptions) => sql<number>`${leaseTime(tx)} + ${timeout + MARGIN}`

/** Leases rows that are locked. */
export async function leaseRows(tx: Reader, rows: Row[], options: ClaimOptions, { leaseId }: Lease): Promise<void> {
  if (!isPostgres(tx)) {
    const until = Math.round(steadyNow()) + options.timeout + MARGIN
    await leaseEach(
      tx,
      rows.map(({ delivery_id }) => ({ delivery_id, lease_id: leaseId, lease_until: until })),
    )
    return
  }
  const end = leaseEnd(tx, options)
  await sql`update delivery set lease_id = ${leaseId}, lease_until = ${end} where ${isOneOfRows(tx, rows)}`.execute(tx)
}

type Leased = { delivery_id: string; lease_id: string; lease_until: number }

const leaseEach = statementForEach((db, $: Placing<Leased>) =>
  db
    .updateTable('delivery')
    .set({ lease_id: $('lease_id'), lease_until: $('lease_until') })
    .where('delivery_id', '=', $('delivery_id')),
)

/** A condition: the delivery is one of these rows. */
export const isOneOfRows = (tx: Reader, rows: Row[]) =>
  isOneOf(
    tx,
    'delivery_id',
    rows.map((row) => row.delivery_id),
  )

/** Gives back claims that were not sent, and the turn of a probe with them. */
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
  for (const [leaseId, some] of Map.groupBy(unsent, (one) => one.leaseId)) {
    const ids = some.map(({ deliveryId }) => deliveryId)
    await tx
      .updateTable('delivery')
      .set({ lease_id: null, lease_until: 0 })
      .where(isOneOf(tx, 'delivery_id', ids))
      .where('lease_id', '=', leaseId)
      .execute()
  }
}

/** Ends all leases, at the start on a store that only this process uses: the process that held them is gone. */
export async function endLeases(tx: Tx): Promise<void> {
  await tx
    .updateTable('delivery')
    .set({ lease_id: null, lease_until: 0 })
    .where('status', '=', sql.lit('pending'))
    .where('lease_until', '>', 0)
    .execute()
  await tx.updateTable('endpoint_health').set({ probe_lease_until: null }).execute()
}

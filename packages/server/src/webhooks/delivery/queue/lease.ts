import { sql } from 'kysely'
import { newId } from '../../../ids.ts'
import { leaseTime, steadyNow } from '../../../store/lease-time.ts'
import { isOneOf } from '../../../store/recordset.ts'
import type { Tx } from '../../../store/schema.ts'
import type { ClaimOptions, Lease, Row } from './claimed.ts'

/** A claim outlives the longest attempt by so many milliseconds: to begin it, and to record it. */
const MARGIN = 10_000

/** A lease that is about to be taken. */
export function newLease({ timeout }: ClaimOptions): Lease {
  const beginBy = steadyNow() + MARGIN
  return { leaseId: newId('lease'), beginBy, leaseUntil: beginBy + timeout }
}

/** When a lease that is taken now ends, in the words of the store. */
export const leaseEnd = (tx: Tx, { timeout }: ClaimOptions) => sql<number>`${leaseTime(tx)} + ${timeout + MARGIN}`

/** Leases rows that are locked. */
export async function leaseThese(tx: Tx, rows: Row[], options: ClaimOptions, { leaseId }: Lease): Promise<void> {
  const end = leaseEnd(tx, options)
  await sql`update delivery set lease_id = ${leaseId}, lease_until = ${end} where ${these(tx, rows)}`.execute(tx)
}

/** Their ids. */
export const these = (tx: Tx, rows: Row[]) =>
  isOneOf(
    tx,
    'delivery_id',
    rows.map((row) => row.delivery_id),
  )

import type { Sealer } from '../../crypto/seal.ts'
import { newId } from '../../ids.ts'
import type { Reader, Tx } from '../../store/schema.ts'
import { findSecrets } from '../endpoints/secret.ts'
import { openHeaders } from '../message/custom-headers.ts'
import type { Wanted } from '../message/message.ts'

/** A delivery that this process has claimed and may attempt until its lease ends. */
export type Claimed = {
  orgId: string
  deliveryId: string
  endpointId: string
  eventId: string
  /** Attempts made so far. */
  attempts: number
  body: string
  url: string
  /** How the endpoint wants its messages. */
  wanted: Wanted
  secrets: string[]
  leaseId: string
}

export type ClaimOptions = {
  /** Business time, in milliseconds: what is due. */
  now: number
  /** Real time, in milliseconds: which leases have ended. */
  realNow: number
  /** How long the claim holds, in milliseconds of real time; longer than an attempt can take. */
  lease: number
  /** How many more deliveries an endpoint may have under way. */
  room: (endpointId: string) => number
}

/**
 * Claims what is due, endpoint by endpoint, so that a slow or dead one takes nothing from the others. The lease's id fences off
 * a process that comes back after its lease ended.
 */
export async function claimDue(tx: Tx, sealer: Sealer, options: ClaimOptions): Promise<Claimed[]> {
  const leaseId = newId('lease')
  const claimed: Claimed[] = []
  for (const endpoint of await findDueEndpoints(tx, options)) {
    const rows = await claimOf(tx, endpoint.endpoint_id, leaseId, options)
    if (rows.length === 0) continue
    const secrets = await findSecrets(tx, sealer, endpoint.endpoint_id, options.now)
    const wanted = { format: endpoint.format, headers: openHeaders(endpoint.headers, sealer) }
    for (const row of rows) claimed.push({ ...row, url: endpoint.url, wanted, secrets, leaseId })
  }
  return claimed
}

/** Ends all leases; for a start on a store that only this process uses, where whoever held one is gone. */
export async function endLeases(tx: Tx): Promise<void> {
  await tx
    .updateTable('delivery')
    .set({ lease_id: null, lease_until: 0 })
    .where('status', '=', 'pending')
    .where('lease_until', '>', 0)
    .execute()
}

function findDueEndpoints(db: Reader, { now, realNow }: ClaimOptions) {
  return db
    .selectFrom('webhook_endpoint as endpoint')
    .select(['endpoint.endpoint_id', 'endpoint.url', 'endpoint.format', 'endpoint.headers'])
    .where('endpoint.status', '=', 'enabled')
    .where((is) =>
      is.exists(
        is
          .selectFrom('delivery')
          .select('delivery.delivery_id')
          .whereRef('delivery.endpoint_id', '=', 'endpoint.endpoint_id')
          .where('delivery.status', '=', 'pending')
          .where('delivery.due_at', '<=', now)
          .where('delivery.lease_until', '<=', realNow),
      ),
    )
    .execute()
}

async function claimOf(tx: Tx, endpointId: string, leaseId: string, { now, realNow, lease, room }: ClaimOptions) {
  const most = room(endpointId)
  if (most <= 0) return []
  const due = await tx
    .selectFrom('delivery')
    .select(['org_id', 'delivery_id', 'endpoint_id', 'event_id', 'sequence', 'attempts'])
    .where('endpoint_id', '=', endpointId)
    .where('status', '=', 'pending')
    .where('due_at', '<=', now)
    .where('lease_until', '<=', realNow)
    .orderBy('due_at')
    .orderBy('delivery_id')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute()
  const claimed = []
  for (const row of due) {
    const { body } = await tx
      .selectFrom('event')
      .select('body')
      .where('org_id', '=', row.org_id)
      .where('sequence', '=', row.sequence)
      .executeTakeFirstOrThrow()
    await tx
      .updateTable('delivery')
      .set({ lease_id: leaseId, lease_until: realNow + lease })
      .where('org_id', '=', row.org_id)
      .where('delivery_id', '=', row.delivery_id)
      .execute()
    claimed.push({
      orgId: row.org_id,
      deliveryId: row.delivery_id,
      endpointId: row.endpoint_id,
      eventId: row.event_id,
      attempts: row.attempts,
      body,
    })
  }
  return claimed
}

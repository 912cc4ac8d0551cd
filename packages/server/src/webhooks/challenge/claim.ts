import { sql } from 'kysely'
import type { Sealer } from '../../crypto/seal.ts'
import { newId } from '../../ids.ts'
import { leaseTime } from '../../store/lease-time.ts'
import type { Reader, Tx } from '../../store/schema.ts'
import { findSecrets } from '../endpoints/secret.ts'

/** A challenge that this process has claimed and sends. */
export type ClaimedChallenge = {
  endpointId: string
  url: string
  secrets: string[]
  /** How often it was sent before. */
  sent: number
  leaseId: string
}

const MOST = 20

/**
 * Claims the challenges that are due.
 *
 * @param now business time, in milliseconds: what is due
 * @param lease how long the claim holds, in milliseconds
 */
export async function claimChallenges(
  tx: Tx,
  sealer: Sealer,
  { now, lease }: { now: number; lease: number },
): Promise<ClaimedChallenge[]> {
  const due = await tx
    .selectFrom('endpoint_challenge as challenge')
    .innerJoin('webhook_endpoint as endpoint', 'endpoint.endpoint_id', 'challenge.endpoint_id')
    .select(['challenge.endpoint_id', 'challenge.sent', 'endpoint.url'])
    .where('challenge.due_at', '<=', now)
    .where('challenge.lease_until', '<=', leaseTime(tx))
    .where('endpoint.status', '=', 'unverified')
    .orderBy('challenge.due_at')
    .limit(MOST)
    .forUpdate()
    .skipLocked()
    .execute()
  const claimed: ClaimedChallenge[] = []
  for (const { endpoint_id, sent, url } of due) {
    const leaseId = newId('lease')
    await tx
      .updateTable('endpoint_challenge')
      .set({ lease_id: leaseId, lease_until: sql`${leaseTime(tx)} + ${lease}`, last_sent_at: now })
      .where('endpoint_id', '=', endpoint_id)
      .execute()
    claimed.push({
      endpointId: endpoint_id,
      url,
      sent,
      leaseId,
      secrets: await findSecrets(tx, sealer, endpoint_id, now),
    })
  }
  return claimed
}

/** Ends all leases; for a start on a store that only this process uses, where whoever held one is gone. */
export async function endChallengeLeases(tx: Tx): Promise<void> {
  await tx.updateTable('endpoint_challenge').set({ lease_id: null, lease_until: 0 }).execute()
}

/** When the next challenge after a time is due, in milliseconds of business time. */
export async function nextDueChallenge(db: Reader, after: number): Promise<number | undefined> {
  const row = await db
    .selectFrom('endpoint_challenge as challenge')
    .innerJoin('webhook_endpoint as endpoint', 'endpoint.endpoint_id', 'challenge.endpoint_id')
    .select((least) => least.fn.min('challenge.due_at').as('due_at'))
    .where('endpoint.status', '=', 'unverified')
    .where('challenge.due_at', '>', after)
    .executeTakeFirst()
  return row?.due_at ?? undefined
}

import { sql } from 'kysely'
import type { Sealer } from '../../crypto/seal.ts'
import { newId } from '../../ids.ts'
import { leaseTime } from '../../store/lease-time.ts'
import { isOneOf } from '../../store/recordset.ts'
import type { Reader, Tx } from '../../store/schema.ts'
import type { View, Work } from '../../store/work.ts'
import { findSecrets } from '../endpoints/secret.ts'
import { openHeaders } from '../message/custom-headers.ts'

/** A challenge that this process has claimed and sends. */
export type ClaimedChallenge = {
  endpointId: string
  url: string
  /** Custom headers, names in lower case. */
  headers: Record<string, string>
  secrets: string[]
  /** The number of times that it was sent before. */
  sent: number
  leaseId: string
}

/** A challenge that is due, and the organisation whose app has the endpoint. */
export type DueChallenge = { endpoint_id: string; owner: string }

/**
 * Finds due challenges, oldest first, some of each organisation.
 *
 * @param passedOver organisations whose challenges are left out at present
 * @param most the number to find
 * @param mostOfOne the number to find of one organisation
 */
export async function findDueChallenges(
  { db, now }: View,
  { passedOver, most, mostOfOne }: { passedOver: string[]; most: number; mostOfOne: number },
): Promise<DueChallenge[]> {
  const { rows } = await sql<DueChallenge>`
    select endpoint_id, owner from (
      select challenge.endpoint_id, challenge.due_at, owned.owner,
        row_number() over (partition by owned.owner order by challenge.due_at, challenge.endpoint_id) as place
      from endpoint_challenge challenge
      join webhook_endpoint endpoint on endpoint.endpoint_id = challenge.endpoint_id and endpoint.status = 'unverified'
      join (select app_id, coalesce(org_id, app_id) as owner from app) owned on owned.app_id = endpoint.app_id
      where challenge.due_at <= ${now} and challenge.lease_until <= ${leaseTime(db)}
        and not ${isOneOf(db, 'owned.owner', passedOver)}
    ) due where place <= ${mostOfOne} order by due_at, endpoint_id limit ${most}`.execute(db)
  return rows
}

/**
 * Claims challenges, as far as they are still due.
 *
 * @param lease the time for which the claim holds, in milliseconds
 */
export async function claimChallenges(
  work: Work,
  sealer: Sealer,
  endpointIds: string[],
  lease: number,
): Promise<ClaimedChallenge[]> {
  const due = await work.db
    .selectFrom('endpoint_challenge as challenge')
    .innerJoin('webhook_endpoint as endpoint', 'endpoint.endpoint_id', 'challenge.endpoint_id')
    .select(['challenge.endpoint_id', 'challenge.sent', 'endpoint.url', 'endpoint.headers'])
    .where(isOneOf(work.db, 'challenge.endpoint_id', endpointIds))
    .where('challenge.due_at', '<=', work.now)
    .where('challenge.lease_until', '<=', leaseTime(work.db))
    .where('endpoint.status', '=', 'unverified')
    .orderBy('challenge.due_at')
    .forUpdate()
    .skipLocked()
    .execute()
  const claimed: ClaimedChallenge[] = []
  for (const { endpoint_id, sent, url, headers } of due) {
    const leaseId = newId('lease')
    await work.db
      .updateTable('endpoint_challenge')
      .set({ lease_id: leaseId, lease_until: sql`${leaseTime(work.db)} + ${lease}`, last_sent_at: work.now })
      .where('endpoint_id', '=', endpoint_id)
      .execute()
    claimed.push({
      endpointId: endpoint_id,
      url,
      sent,
      leaseId,
      headers: openHeaders(headers, sealer),
      secrets: await findSecrets(work, sealer, endpoint_id),
    })
  }
  return claimed
}

/** Ends all leases, at the start on a store that only this process uses: the process that held them is gone. */
export async function endChallengeLeases(tx: Tx): Promise<void> {
  await tx.updateTable('endpoint_challenge').set({ lease_id: null, lease_until: 0 }).execute()
}

/** The time after another at which the next challenge falls due, in milliseconds of business time. */
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

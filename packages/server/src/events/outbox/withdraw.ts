import type { EventType } from '@sendoff/api'
import { sql } from 'kysely'
import { newId } from '../../ids.ts'
import { isOneOf } from '../../store/recordset.ts'
import type { Tx } from '../../store/schema.ts'
import type { Work } from '../../store/work.ts'
import { ENDPOINT_EVENTS } from '../event.ts'

/** The events that an app may no longer receive: of one organisation or all, of some types or all. */
export type Withdrawn = { appId: string; orgId?: string; types?: EventType[] }

/** No statement changes more: it would take longer than a statement may. */
const MOST = 5000

/**
 * Gives up the pending and held deliveries of events that an app may no longer read: they are recorded as failed and
 * not attempted again. Current attempts keep their lease, so that their result is recorded.
 */
export async function withdrawDeliveries(work: Work, withdrawn: Withdrawn): Promise<void> {
  const { appId, orgId, types } = withdrawn
  await withdrawUnmade(work.db, withdrawn)
  const endpoints = await work.db
    .selectFrom('webhook_endpoint')
    .select('endpoint_id')
    .where('app_id', '=', appId)
    .execute()
  for (const { endpoint_id } of endpoints) {
    let owed = work.db
      .selectFrom('delivery')
      .select('delivery_id')
      .where('endpoint_id', '=', endpoint_id)
      .where('status', 'in', ['pending', 'held'])
      .where('event_type', 'not in', ENDPOINT_EVENTS)
      .limit(MOST)
    if (orgId !== undefined) owed = owed.where('org_id', '=', orgId)
    if (types !== undefined) owed = owed.where(isOneOf(work.db, 'event_type', types))
    const failed = { status: 'failed' as const, finished_at: work.now }
    const failSome = () =>
      work.db.updateTable('delivery').set(failed).where('delivery_id', 'in', owed).executeTakeFirst()
    while ((await failSome()).numUpdatedRows > 0n);
  }
}

/** Notes it for deliveries that are still to be made, of organisations that have any. */
async function withdrawUnmade(tx: Tx, { appId, orgId, types }: Withdrawn): Promise<void> {
  const of = orgId === undefined ? sql`` : sql`and org_id = ${orgId}`
  await sql`insert into fan_out_withdrawal (org_id, withdrawal_id, app_id, up_to, types)
    select org_id, ${newId('fow')}, ${appId}, last_sequence, ${types === undefined ? null : JSON.stringify(types)}
    from organization where fan_outs > 0 ${of}`.execute(tx)
}

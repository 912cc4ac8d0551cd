import { newId } from '../../packages/server/src/ids.ts'
import { rows } from './database.ts'
import type { Platform } from './platform.ts'

/** A founder replacement that waits, as a row, because only an operator begins one. An earlier one of the organisation has ended then. */
export async function waitingReplacement(
  platform: Platform,
  { orgId, founder, successor }: { orgId: string; founder: string; successor: string },
): Promise<string> {
  const { now } = (await platform.get('/v1.0/sandbox/clock')).body
  const started_at = Date.parse(now)
  const replacement_id = newId('frp')
  await rows(platform, (db) =>
    db
      .updateTable('founder_replacement')
      .set({ status: 'canceled', ended_at: started_at, ended_by_type: 'system', ended_by: 'sendoff' })
      .where('org_id', '=', orgId)
      .where('status', '=', 'waiting')
      .execute(),
  )
  await rows(platform, (db) =>
    db
      .insertInto('founder_replacement')
      .values({
        org_id: orgId,
        replacement_id,
        status: 'waiting',
        founder_id: founder,
        successor_id: successor,
        reason: 'Not reached for a month',
        waiting_days: 14,
        started_at,
        effective_at: started_at + 14 * 86_400_000,
        told_up_to: '',
      })
      .execute(),
  )
  return replacement_id
}

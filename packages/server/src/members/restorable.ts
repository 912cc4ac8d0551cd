import type { Schemas } from '@sendoff/api'
import { timestamp } from '../clock.ts'
import type { View } from '../store/work.ts'
import type { Identifiers } from './conflicts.ts'

const fields = ['email', 'phone', 'external_id'] as const
/** The number of departures that a refusal names. */
const MOST_NAMED = 20

/**
 * Lists an organisation's own departures that can still be undone, of members with one of the given identifiers, the latest first. A
 * declined membership is left out, because its person was never a member.
 */
export async function findRestorableOf(
  { db, now }: View,
  orgId: string,
  wanted: Identifiers,
): Promise<Schemas['RestorableDeparture'][]> {
  const given = fields.flatMap((field) => (wanted[field] ? [{ field, value: wanted[field] }] : []))
  const rows = await db
    .selectFrom('account')
    .innerJoin('departure', 'departure.account_id', 'account.account_id')
    .select(['departure.departure_id', 'departure.account_id', 'departure.restorable_until'])
    .select(['account.email', 'account.phone', 'account.external_id'])
    .where('account.org_id', '=', orgId)
    .where('account.status', '=', 'departed')
    .where((or) => or.or(given.map(({ field, value }) => or(`account.${field}`, '=', value))))
    .where('departure.org_id', '=', orgId)
    .where('departure.status', '=', 'departed')
    .where('departure.restorable_until', '>', now)
    .where('departure.method', '!=', 'declined')
    .orderBy('departure.departure_id', 'desc')
    .limit(MOST_NAMED)
    .execute()
  return rows.flatMap(({ departure_id, account_id, restorable_until, ...has }) => {
    const same = given.find(({ field, value }) => has[field] === value)
    if (!same || restorable_until === null) return []
    return [{ departure_id, account_id, ...same, restorable_until: timestamp(restorable_until) }]
  })
}

import { newId } from '../../ids.ts'
import type { Reader } from '../../store/schema.ts'

/** The most legal holds that are listed. */
const MOST_LISTED = 1000

/** Lists the standing legal holds of an organisation, oldest first, without their reasons. */
export function listStanding(db: Reader, orgId: string) {
  return db
    .selectFrom('legal_hold')
    .select(['hold_id', 'departure_id', 'placed_by', 'placed_at'])
    .where('org_id', '=', orgId)
    .where('released_at', 'is', null)
    .orderBy('hold_id')
    .limit(MOST_LISTED)
    .execute()
}

/**
 * Asks the servers to release a legal hold of a dissolved organisation (S99). Each statement is a transaction of its own; repeating the
 * request does no harm.
 *
 * @returns the reason why it can't be released, or undefined
 */
export async function requestRelease(
  db: Reader,
  { orgId, holdId, reason }: { orgId: string; holdId: string; reason: string },
): Promise<string | undefined> {
  const organization = await db
    .selectFrom('organization')
    .select('status')
    .where('org_id', '=', orgId)
    .executeTakeFirst()
  if (!organization) return 'There is no such organisation'
  if (organization.status !== 'dissolved') return 'The organisation has administrators: they release it'
  const { numUpdatedRows } = await db
    .updateTable('legal_hold')
    .set({ release_reason: reason })
    .where('org_id', '=', orgId)
    .where('hold_id', '=', holdId)
    .where('released_at', 'is', null)
    .executeTakeFirst()
  if (Number(numUpdatedRows) === 0) return 'No such legal hold stands in the organisation'
  // The business clock belongs to the server; time 0 is past by any clock.
  await db
    .insertInto('due_work')
    .values({ org_id: orgId, work_id: newId('wrk'), kind: 'legal_hold_release', subject_id: holdId, due_at: 0 })
    .execute()
  return undefined
}

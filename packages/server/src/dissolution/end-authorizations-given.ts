import {
  auditAuthorizationsEnded,
  deauthorizedEvents,
  endAuthorizations,
  type LivingAuthorization,
} from '../apps/end-authorizations.ts'
import { appendEvents } from '../events/append.ts'
import { system } from '../events/event.ts'
import { lockOrganizations } from '../locks/organizations.ts'
import type { Tx } from '../store/schema.ts'

/** How many authorizations end in one transaction. */
const PAGE = 50

/** Some of the authorizations that other organisations gave to the apps of one. */
export async function givenToApps(tx: Tx, orgId: string): Promise<LivingAuthorization[]> {
  return tx
    .selectFrom('authorization as granted')
    .innerJoin('app', 'app.app_id', 'granted.app_id')
    .select(['granted.org_id', 'granted.authorization_id', 'granted.app_id'])
    .where('app.org_id', '=', orgId)
    .where('granted.org_id', '!=', orgId)
    .where('granted.status', '=', 'active')
    .orderBy('granted.org_id')
    .orderBy('granted.authorization_id')
    .limit(PAGE)
    .execute()
}

/**
 * Ends a page of the authorizations that others gave to the apps of an organisation that dissolves, and tells them: nobody is left
 * who answers for these apps.
 *
 * @param now business time, in milliseconds
 * @returns whether there were any
 */
export async function endAuthorizationsGiven(tx: Tx, orgId: string, now: number): Promise<boolean> {
  const found = await givenToApps(tx, orgId)
  if (found.length === 0) return false
  const givers = [...new Set(found.map(({ org_id }) => org_id))]
  await lockOrganizations(tx, [orgId, ...givers])
  const living = await givenToApps(tx, orgId)
  const ending = living.filter(({ org_id }) => givers.includes(org_id))
  // Told before they end, so that the apps themselves still hear of it.
  await appendEvents(tx, deauthorizedEvents(ending, system, 'organization_dissolved'), now)
  await endAuthorizations(tx, ending, now)
  const how = { action: 'system', cause: 'organization_dissolved' } as const
  await auditAuthorizationsEnded(tx, system, how, ending, now)
  return true
}

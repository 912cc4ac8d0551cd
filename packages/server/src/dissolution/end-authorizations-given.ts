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
import type { Work } from '../store/work.ts'

/** The number of authorizations that end in one transaction. */
const PAGE = 50

/** Finds a page of the authorizations that other organisations gave to the apps of an organisation. */
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
 * Ends a page of the authorizations that other organisations gave to the apps of a dissolving organisation, and records
 * it for them, because nobody remains responsible for these apps.
 *
 * @returns false if there were none
 */
export async function endAuthorizationsGiven(work: Work, orgId: string): Promise<boolean> {
  const found = await givenToApps(work.db, orgId)
  if (found.length === 0) return false
  const givers = [...new Set(found.map(({ org_id }) => org_id))]
  await lockOrganizations(work.db, [orgId, ...givers])
  const living = await givenToApps(work.db, orgId)
  const ending = living.filter(({ org_id }) => givers.includes(org_id))
  // The events are recorded before the authorizations end, so that the apps still receive them.
  await appendEvents(work, deauthorizedEvents(ending, system, 'organization_dissolved'))
  await endAuthorizations(work, ending)
  const change = { action: 'system', cause: 'organization_dissolved' } as const
  await auditAuthorizationsEnded(work, system, change, ending)
  return true
}

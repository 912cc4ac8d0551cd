import type { Schemas } from '@sendoff/api'
import { auditAuthorizationsEnded, deauthorizedEvents, endAuthorizations } from '../apps/end-authorizations.ts'
import { audit } from '../audit/audit.ts'
import { scheduleDecisions } from '../erasures/requests/for-nobody.ts'
import { appendEvents } from '../events/append.ts'
import { system } from '../events/event.ts'
import { lockOrganizations } from '../locks/organizations.ts'
import type { Tx } from '../store/schema.ts'
import type { Work } from '../store/work.ts'
import { givenToApps } from './end-authorizations-given.ts'

/**
 * Ends an organisation whose members and associations are gone, and closes everything that is still open.
 *
 * @returns false, without changes, if an app of it has just been authorised
 */
export async function endOrganization(
  work: Work,
  orgId: string,
  dissolution: { reason_code: string; effective_at: number },
): Promise<boolean> {
  await lockOrganizations(work.db, [orgId])
  if ((await givenToApps(work.db, orgId)).length > 0) return false
  const authorizations = await work.db
    .selectFrom('authorization')
    .select(['org_id', 'authorization_id', 'app_id'])
    .where('org_id', '=', orgId)
    .where('status', '=', 'active')
    .execute()
  const members = await countDeparted(work.db, orgId)
  const associations = await countUnlinked(work.db, orgId, dissolution.effective_at)
  const reason_code = dissolution.reason_code as Schemas['DissolutionReason']
  const data = { reason_code, members, associations }
  // The last event of the organisation. The apps still receive it, because their authorizations end after it.
  const deauthorized = deauthorizedEvents(authorizations, system, 'organization_dissolved')
  await appendEvents(work, [...deauthorized, { orgId, type: 'organization.dissolved', actor: system, data }])
  await endAuthorizations(work, authorizations)
  const ending = { action: 'system', cause: 'organization_dissolved' } as const
  await auditAuthorizationsEnded(work, system, ending, authorizations)
  await work.db.updateTable('organization').set({ status: 'dissolved' }).where('org_id', '=', orgId).execute()
  await scheduleDecisions(work, orgId)
  const change = { before: { status: 'dissolving' }, after: { status: 'dissolved' } }
  await audit(work, system, { orgId, action: 'system', target: orgId, ...change })
  return true
}

async function countDeparted(tx: Tx, orgId: string): Promise<number> {
  const { rows } = await tx
    .selectFrom('departure')
    .select((count) => count.fn.countAll<number>().as('rows'))
    .where('org_id', '=', orgId)
    .where('method', '=', 'org_dissolved')
    .executeTakeFirstOrThrow()
  return rows
}

/** Counts the associations that the dissolution itself ended, without those that were unlinked earlier. */
async function countUnlinked(tx: Tx, orgId: string, effectiveAt: number): Promise<number> {
  const { rows } = await tx
    .selectFrom('association')
    .select((count) => count.fn.countAll<number>().as('rows'))
    .where('org_id', '=', orgId)
    .where('status', '=', 'unlinked')
    .where('unlinked_at', '>=', effectiveAt)
    .executeTakeFirstOrThrow()
  return rows
}

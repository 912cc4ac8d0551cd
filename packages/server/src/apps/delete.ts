import type { CallOf } from '@sendoff/api'
import type { OrganizationActor } from '../actor.ts'
import { audit } from '../audit/audit.ts'
import { appendEvents } from '../events/append.ts'
import { lockOrganizations } from '../locks/organizations.ts'
import type { Tx } from '../store/schema.ts'
import type { Work } from '../store/work.ts'
import { removeEndpoints } from '../webhooks/endpoints/delete.ts'
import { lockApp, lockAsAppManager } from './app.ts'
import { deauthorizedEvents, endAuthorizations, type LivingAuthorization } from './end-authorizations.ts'
import { settingsOf } from './update.ts'

/**
 * Deletes an app of the organisation with its secrets, endpoints and authorizations. Its tokens are refused from the
 * next call on, and the end of its authorizations is recorded for the organisations that gave them.
 *
 * @throws {Refusal} `user_required`, `admin_required`, `app_not_found`
 */
export async function deleteApp(
  work: Work,
  actor: OrganizationActor,
  { app_id: appId }: CallOf<'apps.delete'>,
): Promise<void> {
  await lockAsAppManager(work.db, actor)
  const known = await findAuthorizationsOf(work.db, appId)
  await lockOrganizations(work.db, [actor.orgId, ...known.map(({ org_id }) => org_id)])
  const app = await lockApp(work.db, actor, appId)
  const endpoints = await work.db
    .selectFrom('webhook_endpoint')
    .select('endpoint_id')
    .where('app_id', '=', appId)
    .where('status', '!=', 'deleted')
    .execute()
  // The endpoints go first, so that nothing is delivered to a deleted app.
  const endpointIds = endpoints.map(({ endpoint_id }) => endpoint_id)
  await removeEndpoints(work, actor.orgId, endpointIds)
  const ending = await findAuthorizationsOf(work.db, appId)
  await endAuthorizations(work, ending)
  await appendEvents(work, deauthorizedEvents(ending, actor, 'app_deleted'))
  await work.db.deleteFrom('app_controller').where('app_id', '=', appId).execute()
  await work.db.deleteFrom('app_secret').where('app_id', '=', appId).execute()
  await work.db.deleteFrom('app_origin').where('app_id', '=', appId).execute()
  await work.db.deleteFrom('app').where('app_id', '=', appId).execute()
  const before = { kind: app.kind, ...settingsOf(app), endpoint_ids: endpointIds }
  await audit(work, actor, { orgId: actor.orgId, action: 'apps.delete', target: appId, before })
  await auditWhereAuthorized(work, actor, ending)
}

async function findAuthorizationsOf(tx: Tx, appId: string): Promise<LivingAuthorization[]> {
  return tx
    .selectFrom('authorization')
    .select(['org_id', 'authorization_id', 'app_id'])
    .where('app_id', '=', appId)
    .where('status', '=', 'active')
    .orderBy('org_id')
    .execute()
}

async function auditWhereAuthorized(
  work: Work,
  { type, id }: OrganizationActor,
  ending: LivingAuthorization[],
): Promise<void> {
  for (const { org_id, authorization_id, app_id } of ending) {
    const change = { target: authorization_id, before: { app_id } }
    await audit(work, { type, id }, { orgId: org_id, action: 'apps.delete', ...change })
  }
}

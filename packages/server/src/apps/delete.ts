import type { OrganizationActor } from '../actor.ts'
import { audit } from '../audit/audit.ts'
import { appendEvents } from '../events/append.ts'
import { lockOrganizations } from '../locks/organizations.ts'
import type { Tx } from '../store/schema.ts'
import { removeEndpoints } from '../webhooks/endpoints/delete.ts'
import { lockApp, lockAsAppManager } from './app.ts'
import { deauthorizedEvents, endAuthorizations, type LivingAuthorization } from './end-authorizations.ts'
import { settingsOf } from './update.ts'

/**
 * Deletes an app of the organisation with its secrets, endpoints and authorizations. Its tokens are refused from the next call on,
 * and the organisations that had authorised it are told.
 *
 * @param now business time, in milliseconds
 * @throws {Refusal} `user_required`, `admin_required`, `app_not_found`
 */
export async function deleteApp(tx: Tx, actor: OrganizationActor, appId: string, now: number): Promise<void> {
  await lockAsAppManager(tx, actor)
  const known = await findAuthorizationsOf(tx, appId)
  await lockOrganizations(tx, [actor.orgId, ...known.map(({ org_id }) => org_id)])
  const app = await lockApp(tx, actor, appId)
  const endpoints = await tx
    .selectFrom('webhook_endpoint')
    .select('endpoint_id')
    .where('app_id', '=', appId)
    .where('status', '!=', 'deleted')
    .execute()
  // First, so that nothing is delivered to an app that is no more.
  const endpointIds = endpoints.map(({ endpoint_id }) => endpoint_id)
  await removeEndpoints(tx, endpointIds, now)
  const ending = await findAuthorizationsOf(tx, appId)
  await endAuthorizations(tx, ending, now)
  await appendEvents(tx, deauthorizedEvents(ending, actor, 'app_deleted'), now)
  await tx.deleteFrom('app_controller').where('app_id', '=', appId).execute()
  await tx.deleteFrom('app_secret').where('app_id', '=', appId).execute()
  await tx.deleteFrom('app').where('app_id', '=', appId).execute()
  const before = { kind: app.kind, ...settingsOf(app), endpoint_ids: endpointIds }
  await audit(tx, actor, { orgId: actor.orgId, action: 'apps.delete', target: appId, before }, now)
  await auditWhereAuthorized(tx, actor, ending, now)
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
  tx: Tx,
  { type, id }: OrganizationActor,
  ending: LivingAuthorization[],
  now: number,
): Promise<void> {
  for (const { org_id, authorization_id, app_id } of ending) {
    const change = { target: authorization_id, before: { app_id } }
    await audit(tx, { type, id }, { orgId: org_id, action: 'apps.delete', ...change }, now)
  }
}

import type { CallOf, Schemas } from '@sendoff/api'
import type { OrganizationActor } from '../actor.ts'
import { audit } from '../audit/audit.ts'
import { timestamp } from '../clock.ts'
import { appendEvents } from '../events/append.ts'
import { withdrawDeliveries } from '../events/outbox/withdraw.ts'
import { lockOrganizations } from '../locks/organizations.ts'
import { Refusal } from '../refusal.ts'
import { type Page, paged } from '../store/page.ts'
import type { Reader } from '../store/schema.ts'
import type { View, Work } from '../store/work.ts'
import { lockAsAppManager, requireMayManageApps } from './app.ts'
import { deauthorizedEvents, endAuthorizations } from './end-authorizations.ts'

const givenBy = (db: Reader, orgId: string) =>
  db
    .selectFrom('authorization as granted')
    .innerJoin('app', 'app.app_id', 'granted.app_id')
    .selectAll('granted')
    .select('app.name as app_name')
    .where('granted.org_id', '=', orgId)
    .where('granted.status', '=', 'active')

/**
 * Lists the third-party apps that the organisation has authorised, with their scopes, oldest first (S57, S60).
 *
 * @throws {Refusal} `user_required`, `admin_required`
 */
export async function listAuthorizations(
  { db }: View,
  actor: OrganizationActor,
  page: Page,
): Promise<Schemas['AuthorizationList']> {
  requireMayManageApps(actor)
  const query = givenBy(db, actor.orgId).orderBy('authorization_id')
  return paged(page, (after, limit) => query.where('authorization_id', '>', after).limit(limit).execute(), {
    key: (row) => row.authorization_id,
    present: (row) => ({
      authorization_id: row.authorization_id,
      app_id: row.app_id,
      app_name: row.app_name,
      scopes: JSON.parse(row.scopes),
      authorized_by: row.authorized_by,
      created_at: timestamp(row.created_at),
    }),
  })
}

/**
 * Ends an authorization that the organisation gave: the app's next call for it is refused, and the end of the
 * authorization is the last event that the app receives (S57, S60).
 *
 * @throws {Refusal} `user_required`, `admin_required`, `authorization_not_found`
 */
export async function deleteAuthorization(
  work: Work,
  actor: OrganizationActor,
  { authorization_id: authorizationId }: CallOf<'authorizations.delete'>,
): Promise<void> {
  await lockAsAppManager(work.db, actor)
  await lockOrganizations(work.db, [actor.orgId])
  const ending = await givenBy(work.db, actor.orgId).where('authorization_id', '=', authorizationId).executeTakeFirst()
  if (!ending) throw new Refusal('authorization_not_found')
  // Pending deliveries to the app are given up.
  await withdrawDeliveries(work, { appId: ending.app_id, orgId: actor.orgId })
  // The event is recorded before the authorization ends, so that the app still receives it.
  await appendEvents(work, deauthorizedEvents([ending], actor, 'removed'))
  await endAuthorizations(work, [ending])
  const { app_id, authorized_by } = ending
  const before = { app_id, scopes: JSON.parse(ending.scopes), authorized_by }
  const change = { action: 'authorizations.delete' as const, target: authorizationId, before }
  await audit(work, actor, { orgId: actor.orgId, ...change })
}

import type { Scope } from '@sendoff/api'
import type { UserActor } from '../actor.ts'
import { audit } from '../audit/audit.ts'
import { appendEvents } from '../events/append.ts'
import { withdrawDeliveries } from '../events/outbox/withdraw.ts'
import { newId } from '../ids.ts'
import { lockAsAdministrator } from '../locks/members.ts'
import { lockOrganizations, requireNotDissolving } from '../locks/organizations.ts'
import { Refusal } from '../refusal.ts'
import type { Work } from '../store/work.ts'
import { endAuthorizations } from './end-authorizations.ts'
import { findFull } from './most.ts'
import { typesLost } from './update.ts'

/** The authorization given by an administrator, with the ids that its tokens carry. */
export type Authorized = { authorizationId: string; grantId: string; generation: string }

/**
 * Authorises a third-party app for the administrator's organisation. An earlier authorization of the app there is
 * replaced, and its tokens end.
 *
 * @throws {Refusal} `admin_required`, `account_restricted`, `token_revoked`, `dissolution_in_progress`,
 * `app_not_found`, `too_many_apps` if the organisation has authorised the most that it may
 */
export async function authorizeApp(
  work: Work,
  actor: UserActor & { orgId: string },
  { appId, scopes }: { appId: string; scopes: Scope[] },
): Promise<Authorized> {
  const { orgId } = actor
  await lockAsAdministrator(work.db, actor)
  const owner = await work.db.selectFrom('app').select('org_id').where('app_id', '=', appId).executeTakeFirst()
  // The owner is locked too, so that no app of an organisation that has just ended is authorised.
  await lockOrganizations(work.db, owner?.org_id ? [orgId, owner.org_id] : [orgId])
  await requireNotDissolving(work.db, orgId)
  const app = await work.db
    .selectFrom('app')
    .innerJoin('organization', 'organization.org_id', 'app.org_id')
    .select('app.generation')
    .where('app.app_id', '=', appId)
    .where('app.kind', '=', 'third_party')
    .where('app.status', '=', 'active')
    .where('organization.status', '!=', 'dissolved')
    .forUpdate('app')
    .executeTakeFirst()
  if (!app) throw new Refusal('app_not_found')
  if ((await findFull(work.db, [orgId], appId)).has(orgId)) throw new Refusal('too_many_apps')
  const former = await work.db
    .selectFrom('authorization')
    .select(['org_id', 'authorization_id', 'app_id', 'scopes'])
    .where('org_id', '=', orgId)
    .where('app_id', '=', appId)
    .where('status', '=', 'active')
    .executeTakeFirst()
  if (former) {
    await endAuthorizations(work, [former])
    await withdrawDeliveries(work, { appId, orgId, types: typesLost(JSON.parse(former.scopes), scopes) })
  }
  const authorized = await addAuthorization(work, { orgId, appId, scopes, authorizedBy: actor.id })
  const { authorizationId } = authorized
  const data = { authorization_id: authorizationId, app_id: appId, scopes }
  await appendEvents(work, [{ orgId, type: 'app.authorized', actor, data }])
  const before = former && { authorization_id: former.authorization_id, scopes: JSON.parse(former.scopes) }
  const change = { target: authorizationId, before: before ?? null, after: { app_id: appId, scopes } }
  await audit(work, actor, { orgId, action: 'authorizations.create', ...change })
  return { ...authorized, generation: app.generation }
}

type NewAuthorization = { orgId: string; appId: string; scopes: readonly Scope[]; authorizedBy: string }

/** Stores an active authorization of an app for an organisation. */
export async function addAuthorization(
  work: Work,
  { orgId, appId, scopes, authorizedBy }: NewAuthorization,
): Promise<Omit<Authorized, 'generation'>> {
  const [authorizationId, grantId] = [newId('auth'), newId('gen')]
  await work.db
    .insertInto('authorization')
    .values({
      org_id: orgId,
      authorization_id: authorizationId,
      app_id: appId,
      scopes: JSON.stringify(scopes),
      status: 'active',
      grant_id: grantId,
      authorized_by: authorizedBy,
      created_at: work.now,
      ended_at: null,
    })
    .execute()
  return { authorizationId, grantId }
}

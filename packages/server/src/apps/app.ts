import type { CallOf, Schemas, Scope } from '@sendoff/api'
import type { Selectable } from 'kysely'
import { type OrganizationActor, requireAdministrator, requireUser } from '../actor.ts'
import { timestamp } from '../clock.ts'
import { lockAsAdministrator, type MemberRow, requireMember } from '../locks/members.ts'
import { Refusal } from '../refusal.ts'
import { type Page, paged } from '../store/page.ts'
import type { Reader, Schema, Tx } from '../store/schema.ts'
import type { View } from '../store/work.ts'

/** An app as it is stored. */
export type AppRow = Selectable<Schema['app']>

type Secret = { app_id: string; secret_id: string; created_at: number }

/** @throws {Refusal} `user_required` for an app, `admin_required` for a person who is neither founder nor administrator */
export function requireMayManageApps(actor: OrganizationActor): void {
  requireUser(actor)
  requireAdministrator(actor)
}

/**
 * Like {@link requireMayManageApps}, for a write: checks under the lock of the person's account.
 *
 * @returns the person's own account
 * @throws {Refusal} `user_required`, `admin_required`, `account_restricted`, `token_revoked`
 */
export async function lockAsAppManager(tx: Tx, actor: OrganizationActor): Promise<MemberRow> {
  requireMayManageApps(actor)
  return requireMember(await lockAsAdministrator(tx, actor), actor.id)
}

function present(app: AppRow, secrets: Secret[]): Schemas['App'] {
  return {
    app_id: app.app_id,
    client_id: app.app_id,
    name: app.name,
    kind: app.kind,
    status: app.status,
    scopes: JSON.parse(app.scopes) as Scope[],
    redirect_uris: JSON.parse(app.redirect_uris),
    allowed_origins: JSON.parse(app.allowed_origins),
    token_endpoint_auth_method: app.auth_method,
    ...(app.jwks !== null && { jwks: JSON.parse(app.jwks) as Schemas['PublicKeys'] }),
    secrets: secrets
      .filter(({ app_id }) => app_id === app.app_id)
      .map(({ secret_id, created_at }) => ({ secret_id, created_at: timestamp(created_at) })),
    created_at: timestamp(app.created_at),
  }
}

/** Lists the ids of the valid secrets of apps, oldest first, never the secrets themselves. */
export async function listSecrets(db: Reader, appIds: string[]): Promise<Secret[]> {
  if (appIds.length === 0) return []
  return db
    .selectFrom('app_secret')
    .select(['app_id', 'secret_id', 'created_at'])
    .where('app_id', 'in', appIds)
    .where((or) => or.or([or('expires_at', 'is', null), or('expires_at', '>', Date.now())]))
    .orderBy('secret_id')
    .execute()
}

const ofOrganization = (db: Reader, orgId: string) => db.selectFrom('app').selectAll().where('org_id', '=', orgId)

/**
 * Lists the organisation's own apps, oldest first.
 *
 * @throws {Refusal} `user_required`, `admin_required`
 */
export async function listApps({ db }: View, actor: OrganizationActor, page: Page): Promise<Schemas['AppList']> {
  requireMayManageApps(actor)
  const query = ofOrganization(db, actor.orgId).orderBy('app_id')
  const { data: apps, next_cursor } = await paged(
    page,
    (after, limit) => query.where('app_id', '>', after).limit(limit).execute(),
    { key: (app) => app.app_id, present: (app) => app },
  )
  const ids = apps.map(({ app_id }) => app_id)
  const secrets = await listSecrets(db, ids)
  return { data: apps.map((app) => present(app, secrets)), next_cursor }
}

/** @throws {Refusal} `user_required`, `admin_required`, `app_not_found` for an app of another organisation */
export async function getApp(
  { db }: View,
  actor: OrganizationActor,
  { app_id: appId }: CallOf<'apps.get'>,
): Promise<Schemas['App']> {
  requireMayManageApps(actor)
  const app = await ofOrganization(db, actor.orgId).where('app_id', '=', appId).executeTakeFirst()
  if (!app) throw new Refusal('app_not_found')
  return present(app, await listSecrets(db, [appId]))
}

/**
 * Finds one of the organisation's own apps and locks it until the transaction ends.
 *
 * @throws {Refusal} `app_not_found` for an app of another organisation
 */
export async function lockApp(tx: Tx, actor: OrganizationActor, appId: string): Promise<AppRow> {
  const app = await ofOrganization(tx, actor.orgId).where('app_id', '=', appId).forUpdate().executeTakeFirst()
  if (!app) throw new Refusal('app_not_found')
  return app
}

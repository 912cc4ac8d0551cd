import type { CallOf, Schemas, Scope } from '@sendoff/api'
import { sql } from 'kysely'
import { type Actor, requireUserActor } from '../actor.ts'
import { audit } from '../audit/audit.ts'
import { endGrant } from '../authentication/revoked.ts'
import { timestamp } from '../clock.ts'
import { digestOf } from '../crypto/digest.ts'
import { identityOf } from '../identity/identity.ts'
import { newId } from '../ids.ts'
import { Refusal } from '../refusal.ts'
import { type Page, paged } from '../store/page.ts'
import type { Reader, Tx } from '../store/schema.ts'
import type { Store } from '../store/store.ts'
import type { View, Work } from '../store/work.ts'
import { accountIn } from './policy/consent.ts'

/** The lifetime of a consent whose tokens are refreshed, in milliseconds: 365 days. */
export const CONSENT_TTL = 365 * 24 * 60 * 60 * 1000

/** A consent as it is given at a sign-in; `gid` is the state to which its tokens are tied. */
type NewConsent = { accountId: string; appId: string; scopes: readonly Scope[]; gid: string; grantId: string }

/** Records a consent, so that the person can see and end it. */
async function recordConsent(tx: Tx, { accountId, appId, scopes, gid, grantId }: NewConsent): Promise<void> {
  const given_at = Date.now()
  await tx
    .insertInto('consent')
    .values({
      account_id: accountId,
      consent_id: newId('cns'),
      app_id: appId,
      scopes: JSON.stringify(scopes),
      gid,
      grant_digest: digestOf(grantId),
      given_at,
      expires_at: given_at + CONSENT_TTL,
    })
    .execute()
}

type Kept = { subject: string; appId: string; scopes: readonly Scope[]; grantId: string }

/** Records a consent that a person gives for their own account; an organisation's is its authorization. */
export async function keepConsent(store: Store, { subject, ...consent }: Kept): Promise<void> {
  const { accountId, gid } = accountIn(subject)
  const account = await store.db
    .selectFrom('account')
    .select('generation')
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow()
  if (gid.endsWith(`.${account.generation}`)) {
    await store.transaction((tx) => recordConsent(tx, { accountId, gid, ...consent }))
  }
}

/** Ends a grant of a person with its tokens and its consent, because they sign out. */
export async function endConsentOfGrant(tx: Tx, grantId: string): Promise<void> {
  const digest = digestOf(grantId)
  await endGrant(tx, digest)
  await tx.deleteFrom('consent').where('grant_digest', '=', digest).execute()
}

/** Ends every consent of a person for an app, with any of their accounts. */
export async function endConsentsFor(tx: Tx, appId: string, identityId: string): Promise<void> {
  const given = await tx
    .selectFrom('consent')
    .innerJoin('account', 'account.account_id', 'consent.account_id')
    .select(['consent.consent_id', 'consent.grant_digest'])
    .where('account.identity_id', '=', identityId)
    .where('consent.app_id', '=', appId)
    .orderBy('consent.consent_id')
    .execute()
  for (const { consent_id, grant_digest } of given) {
    await endGrant(tx, grant_digest)
    await tx.deleteFrom('consent').where('consent_id', '=', consent_id).execute()
  }
}

/** The consents of a person that still hold: app and account are as they were when it was given. */
const living = (db: Reader, actor: Actor) =>
  db
    .selectFrom('consent')
    .innerJoin('account', 'account.account_id', 'consent.account_id')
    .innerJoin('app', 'app.app_id', 'consent.app_id')
    .select(['consent.consent_id', 'consent.account_id', 'account.org_id', 'consent.app_id', 'app.name as app_name'])
    .select(['consent.scopes', 'consent.given_at', 'consent.expires_at', 'consent.grant_digest'])
    .where('account.identity_id', '=', identityOf(db, actor))
    .where('account.status', '=', 'active')
    .where('app.status', '=', 'active')
    .where('consent.expires_at', '>', Date.now())
    .where(sql<boolean>`consent.gid = app.generation || '.' || account.generation`)

/**
 * Lists the consents of the person behind the token, with any of their accounts, oldest first.
 *
 * @throws {Refusal} `user_required`
 */
export async function listConsents({ db }: View, actor: Actor, page: Page): Promise<Schemas['ConsentList']> {
  requireUserActor(actor)
  const query = living(db, actor).orderBy('consent_id')
  return paged(page, (after, limit) => query.where('consent_id', '>', after).limit(limit).execute(), {
    key: (row) => row.consent_id,
    present: ({ grant_digest: _, scopes, given_at, expires_at, ...row }) => ({
      ...row,
      scopes: JSON.parse(scopes),
      given_at: timestamp(given_at),
      expires_at: timestamp(expires_at),
    }),
  })
}

/**
 * Ends a consent of the person behind the token, with its codes, refresh tokens and access tokens.
 *
 * @throws {Refusal} `user_required`, `consent_not_found`
 */
export async function endConsent(
  work: Work,
  actor: Actor,
  { consent_id: consentId }: CallOf<'me.endConsent'>,
): Promise<void> {
  requireUserActor(actor)
  const consent = await living(work.db, actor).where('consent_id', '=', consentId).executeTakeFirst()
  if (!consent) throw new Refusal('consent_not_found')
  await endGrant(work.db, consent.grant_digest)
  await work.db.deleteFrom('consent').where('consent_id', '=', consentId).execute()
  const { org_id: orgId, account_id, app_id, scopes } = consent
  if (orgId === null) return
  const before = { account_id, app_id, scopes: JSON.parse(scopes) }
  // In another organisation the entry names the person's account there, without the network of this one.
  const who = orgId === actor.orgId ? actor : { type: 'user' as const, id: account_id }
  await audit(work, who, { orgId, action: 'me.endConsent', target: consentId, before })
}

import type { Scope } from '@sendoff/api'
import { isAdministratorRole } from '../../actor.ts'
import { gidOfAccount, gidOfApp } from '../../authentication/claims.ts'
import type { Reader } from '../../store/schema.ts'
import { common, scopesOfRole } from './scopes.ts'

/** A person's consent as it holds now; it is read again for each token. */
export type Consent = {
  accountId: string
  orgId: string | null
  /** The one who acts: the app itself, for the organisation, or the person through the app. */
  for: 'organization' | 'person'
  /** The scopes that a token may have now. */
  scopes: Scope[]
  gid: string
}

/** Names the account that a person chose and the state in which they chose it; codes and refresh tokens are bound to both. */
export function subjectOf(accountId: string, gid: string): string {
  return `${accountId}~${gid}`
}

/** Takes a subject apart. See {@link subjectOf}. */
export function accountIn(subject: string): { accountId: string; gid: string } {
  const [accountId = '', gid = ''] = subject.split('~')
  return { accountId, gid }
}

/**
 * Reads the present state of a consent: of the app, its authorization by the organisation, the account and its role.
 *
 * @param subject made by {@link subjectOf}
 * @returns undefined if the consent has ended or the account is restricted
 */
export async function findConsent(db: Reader, appId: string, subject: string): Promise<Consent | undefined> {
  const { accountId, gid } = accountIn(subject)
  const state = await db
    .selectFrom('account')
    .innerJoin('app', (join) => join.on('app.app_id', '=', appId))
    .leftJoin('organization', 'organization.org_id', 'account.org_id')
    .leftJoin('organization as owner', 'owner.org_id', 'app.org_id')
    .leftJoin('authorization as granted', (join) =>
      join
        .onRef('granted.org_id', '=', 'account.org_id')
        .on('granted.app_id', '=', appId)
        .on('granted.status', '=', 'active'),
    )
    .select([
      'account.org_id',
      'account.role',
      'account.generation',
      'app.kind',
      'app.scopes as app_scopes',
      'app.generation as app_generation',
      'granted.grant_id',
      'granted.scopes as granted_scopes',
    ])
    .where('account.account_id', '=', accountId)
    .where('account.status', '=', 'active')
    .where('account.condition', '=', 'normal')
    .where('account.accepted_at', 'is not', null)
    .where('app.status', '=', 'active')
    .where((or) => or.or([or('account.org_id', 'is', null), or('organization.status', '!=', 'dissolved')]))
    .where((or) => or.or([or('app.org_id', 'is', null), or('owner.status', '!=', 'dissolved')]))
    .executeTakeFirst()
  if (!state) return undefined
  const ofApp = JSON.parse(state.app_scopes) as Scope[]
  const held = { accountId, orgId: state.org_id, gid }
  if (state.kind === 'internal') {
    if (gid !== gidOfAccount(state.app_generation, state.generation)) return undefined
    return { ...held, for: 'person', scopes: common(ofApp, scopesOfRole(state.role)) }
  }
  if (!state.grant_id || gid !== gidOfApp(state.app_generation, state.grant_id)) return undefined
  if (!isAdministratorRole(state.role)) return undefined
  return { ...held, for: 'organization', scopes: common(ofApp, JSON.parse(state.granted_scopes ?? '[]')) }
}

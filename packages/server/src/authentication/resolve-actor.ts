import type { Scope } from '@sendoff/api'
import type { Actor, Origin } from '../actor.ts'
import { Refusal } from '../refusal.ts'
import type { Reader } from '../store/schema.ts'
import { type Placing, statement } from '../store/statement.ts'
import { type AccessTokenClaims, gidOfAccount, gidOfApp } from './claims.ts'
import { type DeniedBy, deniedBy, isRevoked } from './revoked.ts'

/**
 * Resolves a verified token to its caller. The state that the token relies on is read on every call: the app and its authorization,
 * or the account with its role and condition.
 *
 * @throws {Refusal} `token_revoked`, `org_not_authorized` or `account_restricted`
 */
export async function resolveActor(db: Reader, claims: AccessTokenClaims, origin: Origin): Promise<Actor> {
  const { account_id } = claims
  return account_id === undefined ? resolveApp(db, claims, origin) : resolveUser(db, claims, account_id, origin)
}

const readApp = statement((db, $: Placing<DeniedBy & { appId: string; orgId: string }>) =>
  db
    .selectFrom('app')
    .leftJoin('authorization as granted', (join) =>
      join
        .onRef('granted.app_id', '=', 'app.app_id')
        .on('granted.org_id', '=', $('orgId'))
        .on('granted.status', '=', 'active'),
    )
    .leftJoin('organization', (join) => join.on('organization.org_id', '=', $('orgId')))
    .leftJoin('organization as owner', 'owner.org_id', 'app.org_id')
    .select(['app.kind', 'app.status', 'app.generation', 'app.org_id as owner', 'owner.status as owner_status'])
    .select(['granted.grant_id', 'organization.status as organization'])
    .select(isRevoked($))
    .where('app.app_id', '=', $('appId')),
)

const readAccount = statement((db, $: Placing<DeniedBy & { appId: string; accountId: string }>) =>
  db
    .selectFrom('account')
    .innerJoin('app', (join) => join.on('app.app_id', '=', $('appId')))
    .leftJoin('organization', 'organization.org_id', 'account.org_id')
    .leftJoin('kept_token as kept', (join) =>
      join.onRef('kept.account_id', '=', 'account.account_id').onRef('kept.generation', '=', 'account.generation'),
    )
    .select(['kept.former_generation', 'kept.token_digest'])
    .select([
      'account.org_id',
      'account.role',
      'account.condition',
      'account.status',
      'account.generation',
      'account.accepted_at',
    ])
    .select(['app.status as app', 'app.generation as app_generation', 'organization.status as organization'])
    .select(isRevoked($))
    .where('account.account_id', '=', $('accountId')),
)

async function resolveApp(db: Reader, claims: AccessTokenClaims, origin: Origin): Promise<Actor> {
  const orgId = claims.org_id ?? null
  const [state] = await readApp(db, { ...deniedBy(claims), appId: claims.client_id, orgId: orgId ?? '' })
  if (state?.status !== 'active' || state.revoked) throw new Refusal('token_revoked')
  if (state.owner_status === 'dissolved') throw new Refusal('token_revoked')
  if (orgId !== null && (state.organization ?? 'dissolved') === 'dissolved') throw new Refusal('token_revoked')

  const ofThirdParty = state.kind === 'third_party' && orgId !== null
  if (ofThirdParty && !state.grant_id) throw new Refusal('org_not_authorized')
  if (state.kind === 'internal' && orgId !== state.owner) throw new Refusal('token_revoked')
  if (claims.gid !== gidOfApp(state.generation, ofThirdParty ? state.grant_id : null))
    throw new Refusal('token_revoked')
  return { type: 'app', origin, id: claims.client_id, orgId, kind: state.kind, scopes: scopesOf(claims) }
}

async function resolveUser(db: Reader, claims: AccessTokenClaims, accountId: string, origin: Origin): Promise<Actor> {
  const denied = deniedBy(claims)
  const [state] = await readAccount(db, { ...denied, appId: claims.client_id, accountId })
  if (state?.status !== 'active' || state.app !== 'active' || state.revoked) throw new Refusal('token_revoked')
  if (state.accepted_at === null) throw new Refusal('token_revoked')
  const carried = state.token_digest === denied.grantDigest ? state.former_generation : state.generation
  if (gidOfAccount(state.app_generation, carried ?? '') !== claims.gid || state.organization === 'dissolved')
    throw new Refusal('token_revoked')
  if (state.condition !== 'normal') throw new Refusal('account_restricted', { condition: state.condition })
  const token = { current: state.generation, carried: carried ?? '', digest: denied.grantDigest }
  return { type: 'user', origin, id: accountId, orgId: state.org_id, role: state.role, scopes: scopesOf(claims), token }
}

function scopesOf(claims: AccessTokenClaims): ReadonlySet<Scope> {
  return new Set(claims.scope.split(' ').filter(Boolean) as Scope[])
}

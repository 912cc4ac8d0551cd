import type { Schemas, Scope } from '@sendoff/api'
import { isAdministratorRole } from '../../actor.ts'
import { findFull } from '../../apps/most.ts'
import type { Reader } from '../../store/schema.ts'
import type { Interaction } from './interaction.ts'
import { common, scopesOfRole } from './scopes.ts'

/** The reason why an account can't be used with an app. */
export type ChoiceRefusal =
  | 'restricted'
  | 'other_organization'
  | 'not_asked_for'
  | 'personal'
  | 'not_administrator'
  | 'dissolving'
  | 'full'
  | 'no_permission'

/** An account of a person, as an answer to a request for authorization. */
export type Choice = {
  accountId: string
  orgId: string | null
  /** Null for a personal account. */
  organizationName: string | null
  name: string
  role: Schemas['Role'] | null
  condition: Schemas['Condition']
  /** Changes when the account's tokens end. */
  generation: string
  /** Changes when the app's tokens end. */
  appGeneration: string
  /** The requested scopes that the account can grant; none if it is refused. */
  granted: Scope[]
  /** Undefined for an account that can be chosen. */
  refused: ChoiceRefusal | undefined
}

/** The part of a request for authorization that decides which accounts can answer it. */
export type Asked = Pick<Interaction, 'app' | 'scopes' | 'orgId'>

/**
 * Lists the accounts of a person for a request for authorization, oldest first, each with the scopes that it can grant or the
 * reason why it can't be chosen (S33, S22 to S25). A third-party app is authorised by a founder or an administrator for their
 * organisation; an internal app is for the members of its own; the platform's own is for everybody.
 */
export async function listChoices(db: Reader, asked: Asked, identityId: string): Promise<Choice[]> {
  const { app, scopes } = asked
  const accounts = await listAccounts(db, app.id, identityId)
  const orgIds = accounts.flatMap(({ orgId }) => orgId ?? [])
  const full = app.kind === 'third_party' ? await findFull(db, orgIds, app.id) : new Set<string>()
  return accounts.map(({ organization, ...account }) => {
    const refused = refusalOf({ ...account, organization }, asked, full)
    if (refused !== undefined) return { ...account, granted: [], refused }
    const granted = app.kind === 'third_party' ? scopes : common(scopes, scopesOfRole(account.role))
    return { ...account, granted, refused: granted.length === 0 ? 'no_permission' : undefined }
  })
}

function listAccounts(db: Reader, appId: string, identityId: string) {
  return db
    .selectFrom('account')
    .innerJoin('app', (join) => join.on('app.app_id', '=', appId))
    .leftJoin('organization', 'organization.org_id', 'account.org_id')
    .select([
      'account.account_id as accountId',
      'account.org_id as orgId',
      'organization.name as organizationName',
      'organization.status as organization',
      'account.name',
      'account.role',
      'account.condition',
      'account.generation',
      'app.generation as appGeneration',
    ])
    .where('account.identity_id', '=', identityId)
    .where('account.status', '=', 'active')
    .where('account.accepted_at', 'is not', null)
    .where((or) => or.or([or('account.org_id', 'is', null), or('organization.status', '!=', 'dissolved')]))
    .orderBy('account.account_id')
    .execute()
}

type Account = Awaited<ReturnType<typeof listAccounts>>[number]

function refusalOf(account: Account, { app, orgId }: Asked, full: Set<string>): ChoiceRefusal | undefined {
  if (account.condition !== 'normal') return 'restricted'
  if (orgId !== null && account.orgId !== orgId) return 'not_asked_for'
  if (app.kind === 'internal') {
    const isForeign = app.organization !== null && account.orgId !== app.organization.org_id
    return isForeign ? 'other_organization' : undefined
  }
  if (account.role === null) return 'personal'
  if (!isAdministratorRole(account.role)) return 'not_administrator'
  if (account.organization !== 'active') return 'dissolving'
  return account.orgId !== null && full.has(account.orgId) ? 'full' : undefined
}

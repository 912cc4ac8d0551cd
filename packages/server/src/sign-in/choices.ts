import type { Schemas, Scope } from '@sendoff/api'
import { adminsOf, listDeparturesOf } from '../accounts/my-departures.ts'
import { findFull } from '../apps/most.ts'
import type { Interaction } from '../oauth/policy/interaction.ts'
import type { Interactions } from '../oauth/provider/interactions.ts'
import type { Reader } from '../store/schema.ts'

/** Whom a person can ask, and how to reach them. */
export type Administrator = Pick<Schemas['Admin'], 'name' | 'role' | 'email' | 'phone'>

/** Why an account can't be used with an app. */
export type Refused =
  | 'restricted'
  | 'other_organization'
  | 'not_asked_for'
  | 'personal'
  | 'not_administrator'
  | 'dissolving'
  | 'full'
  | 'no_permission'

/** An account of the person who signed in. */
export type Choice = {
  accountId: string
  orgId: string | null
  /** Null for a personal account. */
  organizationName: string | null
  name: string
  role: Schemas['Role'] | null
  condition: Schemas['Condition']
  /** Changes with what ends the tokens of the account. */
  generation: string
  /** What the account grants of what the app asks for; nothing when it can't be chosen. */
  granted: Scope[]
  /** Undefined for an account that can be chosen. */
  refused: Refused | undefined
  /** Whom to ask about an account that can't. */
  administrators: Administrator[]
}

/** An account that is gone, and why. */
export type Departed = {
  organizationName: string
  method: Schemas['DepartureMethod']
  initiator: Schemas['Initiator']
  reasonCode: string | null
  reasonText: string | null
  departedAt: Date
  /** Null when it can't be brought back. */
  restorableUntil: Date | null
  administrators: Administrator[]
}

/** Lists a person's accounts, oldest first: what each can grant to the app, or why not and whom to ask (S33, S22 to S25). */
export async function listChoices(
  db: Reader,
  interactions: Interactions,
  interaction: Interaction,
  identityId: string,
): Promise<Choice[]> {
  const open = await interactions.listAccountChoices(interaction, identityId)
  const accounts = await listAccounts(db, identityId)
  const orgIds = accounts.flatMap(({ orgId }) => orgId ?? [])
  const full =
    interaction.app.kind === 'third_party' ? await findFull(db, orgIds, interaction.app.id) : new Set<string>()
  const choices = accounts.map(({ organization, ...account }) => {
    const granted = open.find(({ account_id }) => account_id === account.accountId)?.scopes ?? []
    return {
      ...account,
      granted,
      refused: granted.length > 0 ? undefined : whyRefused({ ...account, organization }, interaction, full),
    }
  })
  const closed = choices.flatMap(({ orgId, refused }) => (refused && orgId !== null ? [orgId] : []))
  const administrators = await adminsOf(db, [...new Set(closed)])
  return choices.map((choice) => ({
    ...choice,
    administrators: administrators.filter(({ org_id, account_id }) => {
      return choice.refused !== undefined && org_id === choice.orgId && account_id !== choice.accountId
    }),
  }))
}

function listAccounts(db: Reader, identityId: string) {
  return db
    .selectFrom('account')
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
    ])
    .where('account.identity_id', '=', identityId)
    .where('account.status', '=', 'active')
    .where('account.accepted_at', 'is not', null)
    .where((or) => or.or([or('account.org_id', 'is', null), or('organization.status', '!=', 'dissolved')]))
    .orderBy('account.account_id')
    .execute()
}

type Account = Awaited<ReturnType<typeof listAccounts>>[number]

function whyRefused(account: Account, { app, orgId }: Interaction, full: Set<string>): Refused {
  if (account.condition !== 'normal') return 'restricted'
  if (orgId !== null && account.orgId !== orgId) return 'not_asked_for'
  if (app.kind === 'internal') {
    return app.organization !== null && account.orgId !== app.organization.org_id
      ? 'other_organization'
      : 'no_permission'
  }
  if (account.role === null) return 'personal'
  if (account.role === 'member') return 'not_administrator'
  if (account.organization === 'dissolving') return 'dissolving'
  return account.orgId !== null && full.has(account.orgId) ? 'full' : 'no_permission'
}

/** Lists a person's accounts that are gone, the latest first: why, and whom to ask about it (S21). */
export async function listDeparted(db: Reader, identityId: string, choices: Choice[]): Promise<Departed[]> {
  const { data } = await listDeparturesOf(db, identityId, { limit: 200 })
  return (
    data
      .filter(({ status }) => status !== 'restored')
      // Who has come back as a new member has nothing to ask.
      .filter(({ org_id }) => !choices.some(({ orgId }) => orgId === org_id))
      .toReversed()
      .map((departure) => ({
        organizationName: departure.organization_name,
        method: departure.method,
        initiator: departure.initiator,
        reasonCode: departure.reason_code,
        reasonText: departure.reason_text,
        departedAt: new Date(departure.departed_at),
        restorableUntil:
          departure.status === 'departed' && departure.restorable_until !== null
            ? new Date(departure.restorable_until)
            : null,
        administrators: departure.admins,
      }))
  )
}

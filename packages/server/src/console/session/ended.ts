import { userScopes } from '@sendoff/api'
import { adminsOf, listDeparturesOf } from '../../accounts/my-departures.ts'
import { CONSOLE_APP } from '../../apps/console-app.ts'
import { type Choice, listChoices } from '../../oauth/policy/choices.ts'
import { stampOf } from '../../sign-in/person.ts'
import type { ConsoleParts } from '../parts.ts'
import { type ConsoleSession, isFresh } from './session.ts'

/** The request for authorization of the console, as the policy sees it. */
export const asked = {
  app: { id: CONSOLE_APP, name: 'Sendoff Console', kind: 'internal', organization: null },
  scopes: [...userScopes],
  orgId: null,
} as const satisfies Parameters<typeof listChoices>[1]

/** The most departures of which the signed-out page tells. */
const SHOWN = 200

/**
 * Explains why a session has ended: the account has departed or is restricted, the password was changed, or the sign-in was ended.
 * Everything but the last is for the person who signed in, so it needs the password to be the same.
 */
export async function explainEnd(parts: ConsoleParts, session: ConsoleSession) {
  const { db } = parts.store
  const { accountId, identityId } = session
  const state = await passwordState(parts, session)
  if (state === 'changed') return { code: 'password_changed' } as const
  const account = await db
    .selectFrom('account')
    .leftJoin('organization', 'organization.org_id', 'account.org_id')
    .select(['account.status', 'account.condition', 'account.org_id', 'organization.name as organization_name'])
    .where('account.account_id', '=', accountId)
    .executeTakeFirst()
  const others = state === 'same' && isFresh(session) ? await usableAccounts(parts, identityId) : []
  const shared = { accounts: others }
  if (account?.status === 'active' && account.condition !== 'normal') {
    const { condition, org_id, organization_name } = account
    const admins = org_id === null ? [] : await adminsOf(db, [org_id])
    return { code: 'account_restricted', condition, organization_name, admins: admins.map(named), ...shared } as const
  }
  if (account?.status === 'active') return { code: 'session_ended', ...shared } as const
  const { data } = await listDeparturesOf(db, identityId, { limit: SHOWN })
  const departure = data.filter((one) => one.account_id === accountId).at(-1) ?? null
  return { code: 'account_departed', departure, ...shared } as const
}

const named = ({ org_id: _, ...admin }: Awaited<ReturnType<typeof adminsOf>>[number]) => admin

/** Compares the person's password with that of the sign-in; `gone` if the person has no sign-in any more. */
export async function passwordState({ store, sealer }: ConsoleParts, { identityId, stamp }: ConsoleSession) {
  const identity = await store.db
    .selectFrom('identity')
    .select('password_hash')
    .where('identity_id', '=', identityId)
    .executeTakeFirst()
  if (!identity) return 'gone'
  return stampOf(sealer, identity.password_hash) === stamp ? 'same' : 'changed'
}

/** Lists the accounts of a person that the console can act for. */
async function usableAccounts({ store }: ConsoleParts, identityId: string) {
  const choices = await listChoices(store.db, asked, identityId)
  return choices.filter(({ refused }) => refused === undefined).map(presented)
}

const presented = ({ accountId, organizationName, name, role }: Choice) => ({
  account_id: accountId,
  organization_name: organizationName,
  name,
  role,
})

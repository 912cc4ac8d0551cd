import { CONSOLE_APP } from '../../apps/console-app.ts'
import { listDeparted, listOwnAccounts } from '../accounts.ts'
import { findPerson, type Person, signInAgain } from '../person.ts'
import { accountsPage } from '../views/accounts.ts'
import type { Outcome, Show, Take, Visit } from '../visit.ts'
import { finishWith } from './finish.ts'
import { acceptChosen, countInvitations } from './invitations.ts'

/** Shows the person's accounts, even a single one (S33), and those that are gone (S21). */
export const showAccounts: Show = async (visit) => {
  const person = await findPerson(visit)
  return person ? list(visit, person) : signInAgain(visit)
}

/** Chooses one of the person's accounts. Choosing one for the first time accepts its membership. */
export const takeAccount: Take = async (visit, field) => {
  const person = await findPerson(visit)
  if (!person) return signInAgain(visit)
  await acceptChosen(visit, person, field('account_id'))
  const accounts = await accountsOf(visit, person)
  const account = accounts.find(({ accountId, refused }) => accountId === field('account_id') && refused === undefined)
  if (!account) return list(visit, person, visit.frame.texts.accounts.changed)
  if (needsNoConsent(visit)) {
    // Checked once more after the accounts were read, so that a password that was recovered in between ends the consent.
    if (!(await findPerson(visit))) return signInAgain(visit)
    return finishWith(visit, account, () => chooseAgain(visit, person))
  }
  visit.keep({ ...visit.session, accountId: account.accountId })
  return { next: '/consent' }
}

/** True for the console, which is the platform itself: to choose the account is to consent. */
export const needsNoConsent = ({ interaction }: Visit) => interaction.app.id === CONSOLE_APP

/** Lists the person's accounts, each with what it can grant to the app of this sign-in. */
export const accountsOf = ({ parts, interaction }: Visit, { identityId }: Person) =>
  listOwnAccounts(parts.store.db, interaction, identityId)

/** Shows the accounts again, because the chosen one can no longer be used. */
export async function chooseAgain(visit: Visit, person: Person): Promise<Outcome> {
  return list(visit, person, visit.frame.texts.accounts.changed)
}

async function list(visit: Visit, person: Person, error?: string): Promise<Outcome> {
  const accounts = await accountsOf(visit, person)
  const departed = await listDeparted(visit.parts.store.db, person.identityId, accounts)
  const invitations = await countInvitations(visit, person)
  const authorizes = visit.interaction.app.kind === 'third_party'
  return {
    ...(error !== undefined && { status: 409 }),
    page: accountsPage({ ...visit.frame, authorizes, login: person.login, accounts, departed, invitations, error }),
  }
}

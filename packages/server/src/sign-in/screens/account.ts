import { listDeparted, listOwnAccounts } from '../accounts.ts'
import { findPerson, type Person, signInAgain } from '../person.ts'
import { accountsPage } from '../views/accounts.ts'
import type { Outcome, Show, Take, Visit } from '../visit.ts'
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
  visit.keep({ ...visit.session, accountId: account.accountId })
  return { next: '/consent' }
}

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

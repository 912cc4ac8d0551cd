import { listChoices, listDeparted } from '../choices.ts'
import { findPerson, type Person, signInAgain } from '../person.ts'
import { accountsPage } from '../views/accounts.ts'
import type { Outcome, Show, Step, Take } from '../visit.ts'
import { acceptChosen, countInvitations } from './invitations.ts'

/** Shows the person's accounts, also a single one (S33), and those that are gone (S21). */
export const showAccounts: Show = async (step) => {
  const person = await findPerson(step)
  return person ? list(step, person) : signInAgain(step)
}

/** Chooses one of the person's accounts. To choose one for the first time is to accept the membership. */
export const takeAccount: Take = async (step, field) => {
  const person = await findPerson(step)
  if (!person) return signInAgain(step)
  await acceptChosen(step, person, field('account_id'))
  const choices = await choicesOf(step, person)
  const choice = choices.find(({ accountId, refused }) => accountId === field('account_id') && refused === undefined)
  if (!choice) return list(step, person, step.frame.texts.accounts.changed)
  step.keep({ ...step.session, accountId: choice.accountId })
  return { next: '/consent' }
}

/** The person's accounts, with what each can grant to the app of this sign-in. */
export const choicesOf = ({ parts, interactions, interaction }: Step, { identityId }: Person) =>
  listChoices(parts.store.db, interactions, interaction, identityId)

/** Shows the accounts again, because the one that was chosen can't be used any more. */
export async function chooseAgain(step: Step, person: Person): Promise<Outcome> {
  return list(step, person, step.frame.texts.accounts.changed)
}

async function list(step: Step, person: Person, error?: string): Promise<Outcome> {
  const choices = await choicesOf(step, person)
  const departed = await listDeparted(step.parts.store.db, person.identityId, choices)
  const invitations = await countInvitations(step, person)
  const authorizes = step.interaction.app.kind === 'third_party'
  return {
    ...(error !== undefined && { status: 409 }),
    page: accountsPage({ ...step.frame, authorizes, login: person.login, choices, departed, invitations, error }),
  }
}

import { InteractionRefused } from '../../oauth/provider/interactions.ts'
import type { Choice } from '../choices.ts'
import type { Fields } from '../form.ts'
import { findPerson, signInAgain } from '../person.ts'
import { consentPage } from '../views/consent.ts'
import type { Outcome, Show, Step, Take } from '../visit.ts'
import { choicesOf, chooseAgain } from './account.ts'

/** Shows what the app asks for, and for which account. */
export const showConsent: Show = async (step) => {
  const { accountId } = step.session
  const person = await findPerson(step)
  if (!person) return signInAgain(step)
  const choice = (await choicesOf(step, person)).find((one) => one.accountId === accountId)
  return choice && choice.refused === undefined ? show(step, choice) : { next: '/account' }
}

/**
 * Answers the app with what the person decided. Everything is looked at again: that the account is still theirs and can still be
 * used, and that what is granted is what they were shown.
 */
export const takeConsent: Take = async (step, field) => {
  const { session } = step
  // Read before it is seen who signed in, so that a password that is recovered from here on ends what this leads to.
  const choices = session.person ? await choicesOf(step, session.person) : []
  const person = await findPerson(step)
  if (!person) return signInAgain(step)
  if (field('decision') === 'refuse') return takeRefusal(step, field)
  const choice = choices.find(({ accountId }) => accountId === field('account_id'))
  if (!choice || choice.refused !== undefined) return chooseAgain(step, person)
  if (field('decision') !== 'allow' || !isWhatWasShown(step, choice, field)) return show(step, choice)
  const { accountId, granted: scopes, generation } = choice
  return finish(step, () =>
    step.interactions.finishInteraction(step.req, step.res, { accountId, scopes, generation }),
  ).catch((error: unknown) => {
    if (error instanceof InteractionRefused && error.reason !== 'expired') return chooseAgain(step, person)
    throw error
  })
}

/** Tells the app that the person refused; of every page, there is this way out. */
export const takeRefusal: Take = (step) => finish(step, () => step.interactions.refuseInteraction(step.req, step.res))

const isWhatWasShown = ({ session }: Step, { accountId, granted }: Choice, field: Fields) =>
  accountId === session.accountId && field('scopes') === granted.join(' ')

/** Notes that the sign-in is over, for other tabs that still show it. */
async function finish(step: Step, answer: () => Promise<void>): Promise<Outcome> {
  step.keep({ finished: true })
  try {
    await answer()
    return 'answered'
  } catch (error) {
    step.res.removeHeader('Set-Cookie')
    throw error
  }
}

async function show(step: Step, choice: Choice): Promise<Outcome> {
  const { app, scopes, redirectUri } = step.interaction
  const authorizes = app.kind === 'third_party'
  return {
    page: consentPage({
      ...step.frame,
      authorizes,
      choice,
      withheld: scopes.filter((scope) => !choice.granted.includes(scope)),
      replaces: authorizes && (await isAuthorized(step, choice)),
      returnsTo: new URL(redirectUri).host || redirectUri,
    }),
  }
}

async function isAuthorized({ parts, interaction }: Step, { orgId }: Choice): Promise<boolean> {
  const granted = await parts.store.db
    .selectFrom('authorization')
    .select('authorization_id')
    .where('org_id', '=', orgId)
    .where('app_id', '=', interaction.app.id)
    .where('status', '=', 'active')
    .executeTakeFirst()
  return granted !== undefined
}

import type { OwnAccount } from '../accounts.ts'
import type { Fields } from '../form.ts'
import { findPerson, signInAgain } from '../person.ts'
import { consentPage } from '../views/consent.ts'
import type { Outcome, Show, Take, Visit } from '../visit.ts'
import { accountsOf, chooseAgain, needsNoConsent } from './account.ts'
import { finish, finishWith } from './finish.ts'

/** Shows what the app asks for, and for which account. */
export const showConsent: Show = async (visit) => {
  if (needsNoConsent(visit)) return { next: '/account' }
  const { accountId } = visit.session
  const person = await findPerson(visit)
  if (!person) return signInAgain(visit)
  const account = (await accountsOf(visit, person)).find((one) => one.accountId === accountId)
  return account && account.refused === undefined ? show(visit, account) : { next: '/account' }
}

/**
 * Sends the person's decision to the app. Everything is checked again: that the account is still theirs and can still be used, and
 * that they grant exactly what they were shown.
 */
export const takeConsent: Take = async (visit, field) => {
  const { session } = visit
  // Read before the session is checked, so that a password that is recovered from here on ends the consent.
  const accounts = session.person ? await accountsOf(visit, session.person) : []
  const person = await findPerson(visit)
  if (!person) return signInAgain(visit)
  if (field('decision') === 'refuse') return takeRefusal(visit, field)
  const account = accounts.find(({ accountId }) => accountId === field('account_id'))
  if (!account || account.refused !== undefined) return chooseAgain(visit, person)
  if (field('decision') !== 'allow' || !isWhatWasShown(visit, account, field)) return show(visit, account)
  return finishWith(visit, account, () => chooseAgain(visit, person))
}

/** Tells the app that the person refused; every page offers this way out. */
export const takeRefusal: Take = (visit) =>
  finish(visit, () => visit.interactions.refuseInteraction(visit.req, visit.res))

const isWhatWasShown = ({ session }: Visit, { accountId, granted }: OwnAccount, field: Fields) =>
  accountId === session.accountId && field('scopes') === granted.join(' ')

async function show(visit: Visit, account: OwnAccount): Promise<Outcome> {
  const { app, scopes, redirectUri } = visit.interaction
  const authorizes = app.kind === 'third_party'
  return {
    page: consentPage({
      ...visit.frame,
      authorizes,
      account,
      withheld: scopes.filter((scope) => !account.granted.includes(scope)),
      replaces: authorizes && (await isAuthorized(visit, account)),
      returnsTo: new URL(redirectUri).host || redirectUri,
    }),
  }
}

async function isAuthorized({ parts, interaction }: Visit, { orgId }: OwnAccount): Promise<boolean> {
  const granted = await parts.store.db
    .selectFrom('authorization')
    .select('authorization_id')
    .where('org_id', '=', orgId)
    .where('app_id', '=', interaction.app.id)
    .where('status', '=', 'active')
    .executeTakeFirst()
  return granted !== undefined
}

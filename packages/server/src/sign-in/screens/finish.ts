import { InteractionRefused } from '../../oauth/policy/answer.ts'
import type { OwnAccount } from '../accounts.ts'
import type { Outcome, Visit } from '../visit.ts'

/** The refusals after which the person must choose again. */
const CHANGED: InteractionRefused['reason'][] = ['account_not_allowed', 'scope_not_allowed']

/**
 * Answers the app with the person's consent for an account.
 *
 * @param chooseAgain shows the accounts again, if the chosen one can no longer be used
 */
export function finishWith(
  visit: Visit,
  { accountId, granted: scopes, generation }: OwnAccount,
  chooseAgain: () => Promise<Outcome>,
): Promise<Outcome> {
  return finish(visit, () =>
    visit.interactions.finishInteraction(visit.req, visit.res, { accountId, scopes, generation }),
  ).catch((error: unknown) => {
    if (error instanceof InteractionRefused && CHANGED.includes(error.reason)) return chooseAgain()
    throw error
  })
}

/** Marks the sign-in as finished, for other tabs that still show it. */
export async function finish(visit: Visit, answer: () => Promise<void>): Promise<Outcome> {
  visit.keep({ finished: true })
  try {
    await answer()
    return 'answered'
  } catch (error) {
    visit.res.removeHeader('Set-Cookie')
    throw error
  }
}

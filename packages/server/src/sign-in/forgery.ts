import { timingSafeEqual } from 'node:crypto'
import type { Request } from 'express'
import type { Sealer } from '../crypto/seal.ts'
import { SignInProblem } from './problem.ts'
import type { Session } from './session.ts'

/** The token of the forms of a sign-in: it proves that a form comes from a page of this sign-in and of the person who is signed in. */
export function formToken(sealer: Sealer, uid: string, { person }: Session): string {
  return sealer.digest(JSON.stringify([uid, person?.identityId ?? null, person?.stamp ?? null]), 'sign-in form')
}

/**
 * Refuses a form that was not sent from a page of this sign-in, by the origin that the browser states and by the form's token.
 *
 * @param base the URL at which the server is reached
 * @throws {SignInProblem} `forged`
 */
export function refuseForged(req: Request, base: string, given: string, expected: string): void {
  const site = req.get('sec-fetch-site') ?? 'none'
  const origin = req.get('origin') ?? 'null'
  // The pages send no referrer, and browsers then state "null" as their origin.
  const fromElsewhere = origin !== 'null' && origin !== new URL(base).origin
  if ((site !== 'same-origin' && site !== 'none') || fromElsewhere || !equal(given, expected)) {
    throw new SignInProblem('forged')
  }
}

function equal(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)]
  return one.length === other.length && timingSafeEqual(one, other)
}

import type { Request, Response } from 'express'
import type { Notifier } from '../accounts/notifier.ts'
import type { Origin } from '../actor.ts'
import type { Clock } from '../clock.ts'
import type { Sealer } from '../crypto/seal.ts'
import { InteractionRefused } from '../oauth/policy/answer.ts'
import type { Interaction } from '../oauth/policy/interaction.ts'
import { interactionPath } from '../oauth/provider/consent-hooks.ts'
import type { Interactions } from '../oauth/provider/interactions.ts'
import type { Store } from '../store/store.ts'
import type { Html } from '../web/html.ts'
import { originOf } from '../web/origin.ts'
import { formToken, refuseForged } from './forgery.ts'
import { type Fields, readForm } from './form.ts'
import { allowReturnTo } from './headers.ts'
import { textsFor } from './language.ts'
import { SignInProblem } from './problem.ts'
import { keepSession, readSession, type Session } from './session.ts'
import type { Texts } from './texts/en.ts'
import type { AppName, FormTarget } from './views/parts.ts'

export type SignInParts = {
  base: string
  store: Store
  clock: Clock
  sealer: Sealer
  notifier: Notifier
  /** The current ones; they are replaced when the keys change. */
  interactions: () => Interactions
  /** True for the sandbox, which its pages say. */
  sandbox: boolean
}

/** One request of a person to a sign-in, with everything that its screens need. */
export type Visit = {
  parts: SignInParts
  req: Request
  res: Response
  interactions: Interactions
  interaction: Interaction
  session: Session
  /** Business time, in milliseconds. */
  now: number
  origin: Origin
  /** The parts of every page of the sign-in. */
  frame: { texts: Texts; sandbox: boolean; target: FormTarget; app: AppName }
  /** Replaces the session for the next visit. */
  keep(session: Session): void
}

/** The outcome of a visit: a page, the path of another screen, or an answer that the authorization server has sent. */
export type Outcome = { page: Html; status?: number } | { next: string } | 'answered'

/** Shows a screen. */
export type Show = (visit: Visit) => Promise<Outcome>

/** Takes the form of a screen. */
export type Take = (visit: Visit, field: Fields) => Promise<Outcome>

/**
 * Reads the request for authorization and the session that a visit belongs to.
 *
 * @throws {SignInProblem} `finished`
 * @throws {InteractionRefused} `expired`, `foreign`
 */
export async function readVisit(parts: SignInParts, req: Request, res: Response): Promise<Visit> {
  const uid = String(req.params.uid)
  const session = readSession(req, parts, uid)
  const interactions = parts.interactions()
  const interaction = await interactions.readInteraction(req, res).catch((error: unknown) => {
    throw error instanceof InteractionRefused && session.finished ? new SignInProblem('finished') : error
  })
  allowReturnTo(res, interaction.redirectUri)
  await parts.clock.refresh()
  const { app } = interaction
  const target = { path: interactionPath(interaction.uid), token: formToken(parts.sealer, uid, session) }
  return {
    parts,
    req,
    res,
    interactions,
    interaction,
    session,
    now: parts.clock.now(),
    origin: originOf(req, String(res.locals.requestId)),
    frame: {
      texts: textsFor(req),
      sandbox: parts.sandbox,
      target,
      app: { name: app.name, organizationName: app.organization?.name ?? null },
    },
    keep: (kept) => keepSession(res, parts, uid, kept),
  }
}

/**
 * Reads the form of a screen.
 *
 * @throws {SignInProblem} `unreadable`, `forged`
 */
export async function readOwnForm({ parts, req, res, frame }: Visit): Promise<Fields> {
  const field = await readForm(req, res)
  refuseForged(req, parts.base, field('token'), frame.target.token)
  return field
}

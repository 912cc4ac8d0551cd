import type { Request, Response } from 'express'
import type { Notifier } from '../accounts/notifier.ts'
import type { Origin } from '../actor.ts'
import type { Clock } from '../clock.ts'
import type { Sealer } from '../crypto/seal.ts'
import type { Interaction } from '../oauth/policy/interaction.ts'
import { providerCookies } from '../oauth/provider/cookie-names.ts'
import { InteractionRefused, type Interactions, interactionPath } from '../oauth/provider/interactions.ts'
import type { Store } from '../store/store.ts'
import { cookieOf } from '../web/cookies.ts'
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
  /** Those of now: others take their place when the keys change. */
  interactions: () => Interactions
  /** Whether this is the sandbox, which its pages say. */
  sandbox: boolean
}

/** What each step of a sign-in has at hand. */
export type Step = {
  parts: SignInParts
  req: Request
  res: Response
  interactions: Interactions
  interaction: Interaction
  session: Session
  /** Business time, in milliseconds. */
  now: number
  origin: Origin
  /** What every page of the sign-in shows. */
  frame: { texts: Texts; sandbox: boolean; target: FormTarget; app: AppName }
  /** Keeps what is known for the next step, in place of what was known. */
  keep(session: Session): void
}

/** What comes of a step: a page, another step, or an answer that the authorization server has sent. */
export type Outcome = { page: Html; status?: number } | { next: string } | 'answered'

/** A step that shows a page. */
export type Show = (step: Step) => Promise<Outcome>

/** A step that takes a form. */
export type Take = (step: Step, field: Fields) => Promise<Outcome>

/**
 * Reads what a step is about: the request for authorization, and who has signed in so far.
 *
 * @throws {SignInProblem} `expired`, `finished`, `foreign`
 */
export async function readStep(parts: SignInParts, req: Request, res: Response): Promise<Step> {
  const uid = String(req.params.uid)
  const session = readSession(req, parts, uid)
  const interactions = parts.interactions()
  const interaction = await interactions.readInteraction(req, res).catch((error: unknown) => {
    throw error instanceof InteractionRefused ? whyGone(req, session, parts) : error
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
 * Reads the form of a step.
 *
 * @throws {SignInProblem} `unreadable`, `forged`
 */
export async function readOwnForm({ parts, req, res, frame }: Step): Promise<Fields> {
  const field = await readForm(req, res)
  refuseForged(req, parts.base, field('token'), frame.target.token)
  return field
}

function whyGone(req: Request, session: Session, parts: SignInParts): SignInProblem {
  if (session.finished) return new SignInProblem('finished')
  return new SignInProblem(cookieOf(req, providerCookies(parts.base).interaction) === undefined ? 'foreign' : 'expired')
}

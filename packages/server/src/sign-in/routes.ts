import { readFileSync } from 'node:fs'
import { type ErrorRequestHandler, type Request, type RequestHandler, type Response, Router } from 'express'
import type { Logger } from 'pino'
import { InteractionRefused } from '../oauth/policy/answer.ts'
import { type PublicFile, publicFile } from '../public-files.ts'
import { Refusal } from '../refusal.ts'
import { StoreUnavailable } from '../store/store.ts'
import { withoutInvisible } from '../values/visible.ts'
import { pageHeaders } from './headers.ts'
import { chooseLanguage } from './language.ts'
import { LINK, showLink, takeLink } from './link.ts'
import { renderProblem, SignInProblem } from './problem.ts'
import { showAccounts, takeAccount } from './screens/account.ts'
import { showConsent, takeConsent, takeRefusal } from './screens/consent.ts'
import { showInvitations, takeInvitation } from './screens/invitations.ts'
import { showCode, showRecover, takeCode, takeRecover } from './screens/recover.ts'
import { showSignIn, takeSignIn, takeSignOut } from './screens/sign-in.ts'
import type { ProblemName } from './views/problem.ts'
import { type Outcome, readOwnForm, readVisit, type Show, type SignInParts, type Take } from './visit.ts'

type Parts = SignInParts & { logger: Logger }

/** The screens of a sign-in by their paths below `/sign-in/<uid>`, each with the functions that show it and take its form. */
const screens: Record<string, { show?: Show; take: Take }> = {
  '': { show: showSignIn, take: takeSignIn },
  '/sign-out': { take: takeSignOut },
  '/recover': { show: showRecover, take: takeRecover },
  '/recover/code': { show: showCode, take: takeCode },
  '/account': { show: showAccounts, take: takeAccount },
  '/invitations': { show: showInvitations, take: takeInvitation },
  '/consent': { show: showConsent, take: takeConsent },
  '/refuse': { take: takeRefusal },
}

/** Longer than every path of a sign-in, in characters. */
const LONGEST_PATH = 200

/** The pages on which a person signs in, chooses an account and consents, to be mounted at `/sign-in`. */
export function createSignInRoutes(parts: Parts): Router {
  const router = Router({ caseSensitive: true })
  router.use((req, res, next) => {
    res.set(pageHeaders)
    // The language switch repeats the path.
    if (req.path.length > LONGEST_PATH) throw new SignInProblem('not_found')
    next()
  })
  router.get('/style.css', asset(['sign-in/tokens.css', 'sign-in/style.css'], 'text/css; charset=utf-8'))
  router.get('/icon.svg', asset(['sign-in/icon.svg'], 'image/svg+xml'))
  router.get('/{*path}', (req, res, next) => {
    if (!chooseLanguage(req, res, parts)) return next()
    const [path = ''] = req.originalUrl.split('?', 1)
    res.redirect(303, path)
  })
  router.get(`/${LINK}`, async (req, res) => {
    const page = await showLink(parts, req, res)
    if (page) answer(req, res, { page })
  })
  router.post(`/${LINK}`, async (req, res) => answer(req, res, await takeLink(parts, req, res)))
  for (const [path, { show, take }] of Object.entries(screens)) {
    router.get(`/:uid${path}`, async (req, res) => {
      const visit = await readVisit(parts, req, res)
      answer(req, res, show ? await show(visit) : { next: '' })
    })
    router.post(`/:uid${path}`, async (req, res) => {
      const visit = await readVisit(parts, req, res)
      answer(req, res, await take(visit, await readOwnForm(visit)))
    })
  }
  router.use(() => {
    throw new SignInProblem('not_found')
  })
  router.use(answerProblems(parts))
  return router
}

function answer(req: Request, res: Response, outcome: Outcome): void {
  if (outcome === 'answered') return
  if ('next' in outcome) res.redirect(303, `/sign-in/${String(req.params.uid)}${outcome.next}`)
  else
    res
      .status(outcome.status ?? 200)
      .type('html')
      .send(withoutInvisible(String(outcome.page)))
}

/** Answers an error with a page that says what to do, and nothing about the inside of the server. */
function answerProblems({ logger, sandbox }: Parts): ErrorRequestHandler {
  return (error, req, res, next) => {
    if (res.headersSent) return next(error)
    const problem = asProblem(error)
    if (problem.name === 'failed') {
      logger.error({ err: error, request_id: res.locals.requestId }, 'a sign-in failed')
    }
    const { status, headers, html } = renderProblem(req, res, { ...problem, sandbox })
    res.status(status).set(headers).send(html)
  }
}

type Problem = { name: ProblemName; retryAfter?: number | undefined }

function asProblem(error: unknown): Problem {
  if (error instanceof SignInProblem) return { name: error.problem }
  if (error instanceof InteractionRefused) return { name: error.reason === 'foreign' ? 'foreign' : 'expired' }
  if (error instanceof StoreUnavailable) return { name: 'unavailable', retryAfter: 1 }
  if (error instanceof Refusal && error.code === 'unavailable') {
    return { name: 'unavailable', retryAfter: error.details.retry_after }
  }
  if (error instanceof URIError) return { name: 'not_found' }
  if (error instanceof Refusal && (error.code === 'too_many_attempts' || error.code === 'rate_limited')) {
    return { name: 'too_many_attempts', retryAfter: error.details.retry_after }
  }
  return { name: 'failed' }
}

/** The stylesheet and the icon are the only things that a page loads. */
function asset(names: PublicFile[], type: string): RequestHandler {
  const text = names.map((name) => readFileSync(publicFile(name), 'utf8')).join('\n')
  return (_req, res) => void res.set({ 'Content-Type': type, 'Cache-Control': 'public, max-age=300' }).send(text)
}

import { createHash, randomBytes } from 'node:crypto'
import { userScopes } from '@sendoff/api'
import type { Request, RequestHandler, Response } from 'express'
import * as z from 'zod'
import { CONSOLE_APP, consoleRedirectUri } from '../../apps/console-app.ts'
import { digestOf } from '../../crypto/digest.ts'
import { WrongMasterKey } from '../../crypto/seal.ts'
import { endConsentOfGrant } from '../../oauth/consents.ts'
import { cookieName, cookieOf, isSecure } from '../../web/cookies.ts'
import type { ConsoleParts } from '../parts.ts'
import { newSession } from './new-session.ts'
import { keepSession, readSession, SESSION_PATH } from './session.ts'
import { type AskTokens, GrantEnded } from './token-endpoint.ts'

const BROWSER = 'sendoff_console_browser'
const STATE = 'console state'
/** The time for a sign-in, in milliseconds: one hour, as long as a request for authorization is kept. */
const VALID = 60 * 60 * 1000
/** The longest address to which a sign-in returns, in characters; it is part of the `state`. */
const LONGEST = 1000

const schema = z.object({ to: z.string(), browser: z.string(), at: z.number() })

/** Sends the browser to sign in; `to` is the path of the console to which it returns. */
export function startSignIn(parts: ConsoleParts): RequestHandler {
  return (req, res) => {
    const browser = browserOf(req, parts) ?? randomBytes(32).toString('base64url')
    keepBrowser(res, parts, browser)
    const held = { to: pathIn(parts.base, req.query.to), browser: digestOf(browser), at: Date.now() }
    const state = parts.sealer.seal(JSON.stringify(held), STATE)
    const hint = typeof req.query.login === 'string' && req.query.login.length <= 254 ? req.query.login : undefined
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: CONSOLE_APP,
      redirect_uri: consoleRedirectUri(parts.base),
      scope: userScopes.join(' '),
      state,
      code_challenge: createHash('sha256')
        .update(verifierOf(parts, browser, state))
        .digest('base64url'),
      code_challenge_method: 'S256',
      ...(hint && { login_hint: hint }),
    })
    res.redirect(303, `${parts.base}/oauth2/authorize?${query}`)
  }
}

/** Takes the answer of the sign-in, keeps the session and returns to the console. A sign-in that another browser began is refused. */
export function takeSignIn(parts: ConsoleParts, askTokens: AskTokens): RequestHandler {
  return async (req, res) => {
    const { code, state } = req.query
    const browser = browserOf(req, parts)
    const held = typeof state === 'string' ? openState(parts, state) : undefined
    const isOwn = held && browser !== undefined && held.browser === digestOf(browser) && held.at > Date.now() - VALID
    if (!isOwn || typeof state !== 'string') return void res.redirect(303, '/console?sign_in=failed')
    // The person turned back, and meets the page from which they came.
    if (typeof code !== 'string') return void res.redirect(303, held.to)
    try {
      const tokens = await askTokens({
        grant_type: 'authorization_code',
        code,
        redirect_uri: consoleRedirectUri(parts.base),
        code_verifier: verifierOf(parts, browser, state),
      })
      const former = readSession(req, parts)
      keepSession(res, parts, await newSession(parts, tokens))
      if (former) await parts.store.transaction((tx) => endConsentOfGrant(tx, former.grantId))
      res.redirect(303, held.to)
    } catch (error) {
      if (!(error instanceof GrantEnded)) throw error
      // The page is loaded again after the code was used: the session is there, or the console says that it is not.
      res.redirect(303, held.to)
    }
  }
}

/** The verifier of a sign-in (RFC 7636 section 4.1): nobody without the browser's cookie and the master key can make it. */
const verifierOf = ({ sealer }: ConsoleParts, browser: string, state: string) =>
  sealer.digest(`${browser}.${state}`, 'console verifier')

/** A path of the console, from what an address asks for; anything else becomes its first page. */
function pathIn(base: string, asked: unknown): string {
  if (typeof asked !== 'string' || asked.length > LONGEST) return '/console'
  const url = URL.parse(asked, `${base}/console`)
  const isConsole = url?.origin === new URL(base).origin && /^\/console(\/|$)/.test(url.pathname)
  if (!isConsole || url.pathname.startsWith(SESSION_PATH)) return '/console'
  return `${url.pathname}${url.search}`
}

function openState({ sealer }: ConsoleParts, state: string) {
  try {
    return schema.parse(JSON.parse(sealer.open(state, STATE)))
  } catch (error) {
    if (error instanceof WrongMasterKey || error instanceof z.ZodError) return undefined
    throw error
  }
}

/** A random value that only this browser knows: an answer to a sign-in counts only where it began. */
const browserOf = (req: Request, server: ConsoleParts) => cookieOf(req, cookieName(BROWSER, server, SESSION_PATH))

function keepBrowser(res: Response, server: ConsoleParts, browser: string): void {
  const secure = isSecure(server)
  const attributes = { path: SESSION_PATH, httpOnly: true, sameSite: 'lax', secure, maxAge: VALID } as const
  res.cookie(cookieName(BROWSER, server, SESSION_PATH), browser, attributes)
}

import express, { type RequestHandler, type Response, Router } from 'express'
import { decodeJwt } from 'jose'
import * as z from 'zod'
import { CONSOLE_APP } from '../../apps/console-app.ts'
import { endConsentOfGrant, endConsentsFor } from '../../oauth/consents.ts'
import { InteractionRefused } from '../../oauth/policy/answer.ts'
import { listChoices } from '../../oauth/policy/choices.ts'
import { originOf } from '../../web/origin.ts'
import { refuseMethod } from '../../web/refuse-method.ts'
import type { ConsoleParts } from '../parts.ts'
import { asked, explainEnd, passwordState } from './ended.ts'
import { forgetSession, isFresh, keepSession, readSession } from './session.ts'
import { startSignIn, takeSignIn } from './sign-in.ts'
import { type AskTokens, createTokenEndpoint, GrantEnded, TokenEndpointBusy } from './token-endpoint.ts'

/**
 * The routes by which the console's page signs in, gets access tokens, changes the account and signs out, to be mounted at
 * `/console/session`. The page never sees the refresh token. Their answers are no part of the contract: they change with the page.
 */
export function createSessionRoutes(parts: ConsoleParts): Router {
  const askTokens = createTokenEndpoint(parts)
  const router = Router({ caseSensitive: true })
  const json = express.json({ limit: 1024 })
  router.get('/sign-in', startSignIn(parts))
  router.get('/callback', takeSignIn(parts, askTokens))
  router.post('/token', requireOwnPage, giveToken(parts, askTokens))
  router.post('/switch', requireOwnPage, json, changeAccount(parts))
  router.post('/sign-out', requireOwnPage, json, signOut(parts))
  router.all(['/sign-in', '/callback'], refuseMethod(['GET']))
  router.all(['/token', '/switch', '/sign-out'], refuseMethod(['POST']))
  return router
}

/**
 * Refuses whatever does not come from the console's own page. Browsers state the site of the sender, and no page can write that header
 * itself (Fetch Metadata).
 */
const requireOwnPage: RequestHandler = (req, res, next) => {
  if (req.get('sec-fetch-site') === 'same-origin') return next()
  res.status(403).json({ code: 'cross_site' })
}

/** Gives the page an access token, or says why the session has ended. */
function giveToken(parts: ConsoleParts, askTokens: AskTokens): RequestHandler {
  return async (req, res) => {
    const session = readSession(req, parts)
    if (!session) return refuse(res, 401, { code: 'signed_out' })
    try {
      const tokens = await askTokens({ grant_type: 'refresh_token', refresh_token: session.refreshToken })
      keepSession(res, parts, { ...session, refreshToken: tokens.refresh_token })
      const { account_id } = decodeJwt<{ account_id: string }>(tokens.access_token)
      const { access_token, expires_in, scope } = tokens
      res.json({ access_token, expires_in, scope, account_id, fresh: isFresh(session) })
    } catch (error) {
      if (error instanceof TokenEndpointBusy) {
        res.set('Retry-After', String(error.retryAfter))
        return refuse(res, 503, { code: 'unavailable' })
      }
      if (!(error instanceof GrantEnded)) throw error
      refuse(res, 401, await explainEnd(parts, session))
    }
  }
}

const switching = z.object({ account_id: z.string() })

/** Changes to another of the person's accounts without a password, while the sign-in is fresh and the password is the same. */
function changeAccount(parts: ConsoleParts): RequestHandler {
  return async (req, res) => {
    const session = readSession(req, parts)
    const wish = switching.safeParse(req.body)
    if (!wish.success) return refuse(res, 400, { code: 'invalid_request' })
    if (!session || !isFresh(session)) return refuse(res, 401, { code: 'sign_in_needed' })
    // Read before the password is compared, so that one that is changed from here on ends the new grant.
    const choices = await listChoices(parts.store.db, asked, session.identityId)
    if ((await passwordState(parts, session)) !== 'same') return refuse(res, 401, { code: 'sign_in_needed' })
    const choice = choices.find(({ accountId }) => accountId === wish.data.account_id)
    if (!choice || choice.refused !== undefined) return refuse(res, 409, { code: 'account_not_allowed' })
    const { accountId, granted: scopes, generation } = choice
    try {
      const origin = originOf(req, String(res.locals.requestId))
      const granted = await parts.authorizationServer().grantToOwnApp(asked, { accountId, scopes, generation }, origin)
      await parts.store.transaction((tx) => endConsentOfGrant(tx, session.grantId))
      keepSession(res, parts, { ...session, ...granted, accountId })
      res.status(204).end()
    } catch (error) {
      if (!(error instanceof InteractionRefused)) throw error
      refuse(res, 409, { code: 'account_not_allowed' })
    }
  }
}

const leaving = z.object({ everywhere: z.boolean().default(false) })

/** Ends the session in this browser, or every session of the person in the console. */
function signOut(parts: ConsoleParts): RequestHandler {
  return async (req, res) => {
    const wish = leaving.safeParse(req.body ?? {})
    if (!wish.success) return refuse(res, 400, { code: 'invalid_request' })
    const session = readSession(req, parts)
    forgetSession(res, parts)
    if (session) {
      const isOwn = wish.data.everywhere && (await passwordState(parts, session)) === 'same'
      await parts.store.transaction(async (tx) => {
        await endConsentOfGrant(tx, session.grantId)
        if (isOwn) await endConsentsFor(tx, CONSOLE_APP, session.identityId)
      })
    }
    res.status(204).end()
  }
}

function refuse(res: Response, status: number, body: { code: string }): void {
  res.status(status).json({ ...body, request_id: String(res.locals.requestId) })
}

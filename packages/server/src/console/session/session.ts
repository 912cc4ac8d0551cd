import type { Request, Response } from 'express'
import * as z from 'zod'
import { type Sealer, WrongMasterKey } from '../../crypto/seal.ts'
import { cookieName, cookieOf, isSecure } from '../../web/cookies.ts'

const NAME = 'sendoff_console'
/** The only paths to which the browser sends the cookie. */
export const SESSION_PATH = '/console/session'
const PURPOSE = 'console session'
/** As long as an unused refresh token, in milliseconds: 30 days. */
const VALID = 30 * 24 * 60 * 60 * 1000
/** The time after a sign-in in which the person may change to another of their accounts without a password, in milliseconds: 12 hours. */
const FRESH = 12 * 60 * 60 * 1000

const schema = z.object({
  refreshToken: z.string(),
  /** The grant of the refresh token. */
  grantId: z.string(),
  accountId: z.string(),
  identityId: z.string(),
  /** A digest that changes with the person's password. */
  stamp: z.string(),
  /** The time of the sign-in with the password, by the real clock. */
  signedInAt: z.number(),
})

/** A person's session in the console: who signed in, and the refresh token of the account for which they act. */
export type ConsoleSession = z.output<typeof schema>

type Parts = { base: string; sealer: Sealer }

/** Reads the session from its cookie, which is encrypted and authenticated; undefined if there is none. */
export function readSession(req: Request, { sealer, ...server }: Parts): ConsoleSession | undefined {
  const sealed = cookieOf(req, cookieName(NAME, server, SESSION_PATH))
  if (sealed === undefined) return undefined
  try {
    return schema.parse(JSON.parse(sealer.open(sealed, PURPOSE)))
  } catch (error) {
    if (error instanceof WrongMasterKey || error instanceof z.ZodError) return undefined
    throw error
  }
}

/** Keeps the session in its cookie, which no script can read and no other site can have sent. */
export function keepSession(res: Response, { sealer, ...server }: Parts, session: ConsoleSession): void {
  res.cookie(cookieName(NAME, server, SESSION_PATH), sealer.seal(JSON.stringify(session), PURPOSE), {
    ...attributes(server),
    maxAge: VALID,
  })
}

/** Removes the session from the browser. */
export function forgetSession(res: Response, server: Parts): void {
  res.clearCookie(cookieName(NAME, server, SESSION_PATH), attributes(server))
}

/** True if the sign-in is so recent that no password is asked for another account. */
export const isFresh = ({ signedInAt }: ConsoleSession) => Date.now() - signedInAt < FRESH

const attributes = (server: { base: string }) =>
  ({ path: SESSION_PATH, httpOnly: true, sameSite: 'strict', secure: isSecure(server) }) as const

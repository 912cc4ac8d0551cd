import type { Request, Response } from 'express'
import * as z from 'zod'
import { type Sealer, WrongMasterKey } from '../crypto/seal.ts'
import { cookieName, cookieOf, isSecure } from '../web/cookies.ts'

const COOKIE = 'sendoff_sign_in'
const PURPOSE = 'sign-in session'
const VALID = 15 * 60 * 1000

const schema = z.object({
  /** The sign-in that it belongs to; it is ignored in any other. */
  uid: z.string(),
  /** By the real clock. */
  expiresAt: z.number(),
  /** The person who signed in, their address, and a digest of their password's hash: a new password ends the session. */
  person: z.object({ identityId: z.string(), login: z.string(), stamp: z.string() }).optional(),
  /** The chosen account. */
  accountId: z.string().optional(),
  /** The address that a code was sent to. */
  recovering: z.string().optional(),
  /** The request for that code, which belongs to this sign-in alone. */
  verificationId: z.string().optional(),
  /** The secret of a link to set a first password. */
  link: z.string().optional(),
  notice: z.enum(['recovered', 'again']).optional(),
  /** True once the sign-in is over. */
  finished: z.boolean().optional(),
})

/** The state of one sign-in between visits. */
export type Session = Omit<z.output<typeof schema>, 'uid' | 'expiresAt'>

type Parts = { base: string; sealer: Sealer }

/**
 * Reads the state of a sign-in from its cookie, which is encrypted and authenticated: the browser can neither read nor change it, and
 * every server can open it.
 *
 * @returns empty if there is none, it has expired, or it is another sign-in's
 */
export function readSession(req: Request, { sealer, ...server }: Parts, uid: string): Session {
  const sealed = cookieOf(req, cookieName(COOKIE, server, pathOf(uid)))
  if (sealed === undefined) return {}
  try {
    const { uid: own, expiresAt, ...session } = schema.parse(JSON.parse(sealer.open(sealed, PURPOSE)))
    return own === uid && expiresAt > Date.now() ? session : {}
  } catch (error) {
    if (error instanceof WrongMasterKey || error instanceof z.ZodError) return {}
    throw error
  }
}

/** Keeps the state of a sign-in in a cookie of its own, so that two tabs can sign in side by side. */
export function keepSession(res: Response, { sealer, ...server }: Parts, uid: string, session: Session): void {
  const sealed = sealer.seal(JSON.stringify({ ...session, uid, expiresAt: Date.now() + VALID }), PURPOSE)
  const [path, secure] = [pathOf(uid), isSecure(server)]
  const name = cookieName(COOKIE, server, path)
  res.cookie(name, sealed, { path, httpOnly: true, sameSite: 'lax', secure, maxAge: VALID })
}

const pathOf = (uid: string) => `/sign-in/${uid}`

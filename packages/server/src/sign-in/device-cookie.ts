import type { Request, Response } from 'express'
import * as z from 'zod'
import { type KnownDevice, knownDevice } from '../accounts/known-device.ts'
import { type Sealer, WrongMasterKey } from '../crypto/seal.ts'
import { cookieName, cookieOf, isSecure } from '../web/cookies.ts'

const NAME = 'sendoff_device'
const PATH = '/sign-in'
const PURPOSE = 'known device'
/** The sign-ins that a browser remembers; a newer one takes the place of the oldest. */
const MOST = 5

type Parts = { base: string; sealer: Sealer }

const schema = z.array(knownDevice)

/** Reads the earlier sign-ins that the browser remembers. The cookie is encrypted and authenticated, so that nobody can forge one. */
export function readDevices(req: Request, parts: Parts): KnownDevice[] {
  const sealed = cookieOf(req, cookieName(NAME, parts, PATH))
  if (sealed === undefined) return []
  try {
    return schema.parse(JSON.parse(parts.sealer.open(sealed, PURPOSE)))
  } catch (error) {
    if (error instanceof WrongMasterKey || error instanceof z.ZodError) return []
    throw error
  }
}

/** Makes the browser remember a sign-in, beside the earlier ones. */
export function keepDevice(res: Response, parts: Parts, before: readonly KnownDevice[], device: KnownDevice): void {
  const others = before.filter(({ stamp, expiresAt }) => stamp !== device.stamp && expiresAt > Date.now())
  const sealed = parts.sealer.seal(JSON.stringify([device, ...others].slice(0, MOST)), PURPOSE)
  res.cookie(cookieName(NAME, parts, PATH), sealed, {
    path: PATH,
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(parts),
    maxAge: device.expiresAt - Date.now(),
  })
}

import type { Request, Response } from 'express'
import { recover } from '../accounts/recover.ts'
import { addressesOf } from '../identity/address.ts'
import { Refusal } from '../refusal.ts'
import type { Reader } from '../store/schema.ts'
import type { Html } from '../web/html.ts'
import { originOf } from '../web/origin.ts'
import { password } from '../web/requests.gen.ts'
import { formToken, refuseForged } from './forgery.ts'
import { readForm } from './form.ts'
import { textsFor } from './language.ts'
import { SignInProblem } from './problem.ts'
import { keepSession, readSession } from './session.ts'
import { linkDonePage, linkPage } from './views/link.ts'
import type { SignInParts } from './visit.ts'

/** The path of the page, below `/sign-in`, and the name of its session. */
export const LINK = 'password'

const target = (parts: SignInParts, session: object) => ({
  path: `/sign-in/${LINK}`,
  token: formToken(parts.sealer, LINK, session),
})

/**
 * Shows the page on which a person sets their first password by a link of the operator's (S118). The secret of the address goes into the
 * cookie of the page, so that it is in no history, and in none of the addresses of what follows.
 */
export async function showLink(parts: SignInParts, req: Request, res: Response): Promise<Html | undefined> {
  const { link } = req.query
  if (typeof link === 'string') {
    keepSession(res, parts, LINK, { link: link.slice(0, 200) })
    res.redirect(303, `/sign-in/${LINK}`)
    return undefined
  }
  const session = readSession(req, parts, LINK)
  await findLink(parts, session.link)
  return linkPage({ texts: textsFor(req), sandbox: parts.sandbox, target: target(parts, session) })
}

/** Takes the new password. */
export async function takeLink(
  parts: SignInParts,
  req: Request,
  res: Response,
): Promise<{ status?: number; page: Html }> {
  const session = readSession(req, parts, LINK)
  const [texts, to] = [textsFor(req), target(parts, session)]
  const field = await readForm(req, res)
  refuseForged(req, parts.base, field('token'), to.token)
  const { address, now, verification_id, code } = await findLink(parts, session.link)
  const { sandbox } = parts
  if (!password.safeParse(field('new_password')).success) {
    return { status: 422, page: linkPage({ texts, sandbox, target: to, error: texts.recover.passwordInvalid }) }
  }
  const command = { [address.type]: address.value, verification_id, code, new_password: field('new_password') }
  const origin = originOf(req, String(res.locals.requestId))
  await recover(parts, command, { now, origin }).catch((error: unknown) => {
    throw error instanceof Refusal && error.code === 'code_invalid' ? new SignInProblem('link_expired') : error
  })
  keepSession(res, parts, LINK, {})
  return { page: linkDonePage({ texts, sandbox, address: address.value }) }
}

/** @throws {SignInProblem} `link_expired` */
async function findLink({ clock, store }: SignInParts, link: string | undefined) {
  await clock.refresh()
  const now = clock.now()
  const [verification_id = '', code = ''] = (link ?? '').split('.')
  const [address] = await addressesOfCode(store.db, verification_id, now)
  if (!address) throw new SignInProblem('link_expired')
  return { address, now, verification_id, code }
}

async function addressesOfCode(db: Reader, codeId: string, now: number) {
  const row = await db
    .selectFrom('verification_code')
    .select(['email', 'phone'])
    .where('code_id', '=', codeId)
    .where('purpose', '=', 'recover')
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row ? addressesOf(row) : []
}

import { createVerificationCode } from '../../accounts/create-verification-code.ts'
import { recover } from '../../accounts/recover.ts'
import type { Address } from '../../identity/address.ts'
import { Refusal } from '../../refusal.ts'
import { password, sentCode } from '../../web/requests.gen.ts'
import { readDevices } from '../device-cookie.ts'
import { readLogin } from '../form.ts'
import { codePage, recoverPage } from '../views/recover.ts'
import type { Show, Take, Visit } from '../visit.ts'

/** Asks where to send a code (S31). */
export const showRecover: Show = async ({ frame, session, interaction }) => ({
  page: recoverPage({ ...frame, login: session.recovering ?? interaction.loginHint ?? '' }),
})

/** Sends a code. The answer is the same whether or not somebody has the address. */
export const takeRecover: Take = async ({ req, parts, frame, now, origin, keep }, field) => {
  const login = field('login').trim()
  const { texts } = frame
  const again = (error: string) => ({ status: 422, page: recoverPage({ ...frame, login, error }) })
  const address = readLogin(login)
  if (!address) return again(texts.signIn.noAddress)
  const devices = readDevices(req, parts)
  try {
    const command = { ...commandOf(address), purpose: 'recover' } as const
    const { verification_id } = await createVerificationCode(parts, command, { now, origin, devices })
    keep({ recovering: address.value, verificationId: verification_id })
  } catch (error) {
    if (error instanceof Refusal && error.code === 'invalid_request') return again(texts.recover.unreachable)
    throw error
  }
  return { next: '/recover/code' }
}

/** Asks for the code and a new password. */
export const showCode: Show = async ({ frame, session }) =>
  session.recovering === undefined
    ? { next: '/recover' }
    : { page: codePage({ ...frame, address: session.recovering }) }

/** Sets the new password; the person signs in with it then. */
export const takeCode: Take = async (visit, field) => {
  const { parts, session, now, origin, keep } = visit
  const { texts } = visit.frame
  const address = readLogin(session.recovering ?? '')
  if (!address) return { next: '/recover' }
  const [code, new_password] = [field('code').replaceAll(/\s/g, ''), field('new_password')]
  if (!sentCode.safeParse(code).success) return again(visit, address, 'code', texts.recover.codeInvalid)
  if (!password.safeParse(new_password).success) return again(visit, address, 'password', texts.recover.passwordInvalid)
  try {
    const { verificationId } = session
    const request = verificationId === undefined ? {} : { verification_id: verificationId }
    await recover(parts, { ...commandOf(address), ...request, code, new_password }, { now, origin })
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'code_invalid') throw error
    return again(visit, address, 'code', texts.recover.codeInvalid)
  }
  keep({ notice: 'recovered' })
  return { next: '' }
}

const again = ({ frame }: Visit, address: Address, faulty: 'code' | 'password', error: string) => ({
  status: 422,
  page: codePage({ ...frame, address: address.value, faulty, error }),
})

const commandOf = ({ type, value }: Address) => (type === 'email' ? { email: value } : { phone: value })

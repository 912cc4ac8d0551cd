import { newDevice } from '../../accounts/known-device.ts'
import { signIn } from '../../accounts/sign-in.ts'
import { Refusal } from '../../refusal.ts'
import { keepDevice, readDevices } from '../device-cookie.ts'
import { readLogin } from '../form.ts'
import { stampOf } from '../person.ts'
import { signInPage } from '../views/sign-in.ts'
import type { Show, Take, Visit } from '../visit.ts'

/** Asks who signs in. */
export const showSignIn: Show = async ({ session, interaction, frame, keep }) => {
  if (session.person) return { next: '/account' }
  const { notice } = session
  if (notice) keep({})
  return {
    page: signInPage({
      ...frame,
      login: interaction.loginHint ?? '',
      notice: notice && frame.texts.signIn[notice],
    }),
  }
}

/** Signs somebody in with email or phone and password. */
export const takeSignIn: Take = async (visit, field) => {
  const { req, res, parts, now, origin, keep } = visit
  const [login, password] = [field('login').trim(), field('password')]
  const { texts } = visit.frame
  if (login === '' || password === '') return again(visit, login, texts.signIn.incomplete)
  const address = readLogin(login)
  if (!address) return again(visit, login, texts.signIn.noAddress)
  try {
    const devices = readDevices(req, parts)
    const { identityId, passwordHash } = await signIn(parts, { address, password, devices }, { now, origin })
    keep({ person: { identityId, login: address.value, stamp: stampOf(parts.sealer, passwordHash) } })
    keepDevice(res, parts, devices, newDevice(parts.sealer, address, passwordHash))
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'password_incorrect') throw error
    return again(visit, login, texts.signIn.incorrect)
  }
  return { next: '/account' }
}

const again = ({ frame }: Visit, login: string, error: string) => ({
  status: 422,
  page: signInPage({ ...frame, login, error }),
})

/** Lets another person sign in. */
export const takeSignOut: Take = async ({ keep }) => {
  keep({})
  return { next: '' }
}

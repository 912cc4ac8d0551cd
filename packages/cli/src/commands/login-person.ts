import { createClient, type Scope, type UserTokens } from '@sendoff/sdk'
import type { Context } from '../context.ts'
import { EXIT, Failure } from '../errors/failure.ts'
import { openBrowser } from '../session/browser.ts'
import type { Profile } from '../session/profiles.ts'
import { type Code, PLATFORM_APP, revoke, signIn } from '../session/sign-in.ts'
import type { Begun } from './begin.ts'

/** The scopes that the commands need, if the person's role allows them. */
const SCOPES: readonly Scope[] = [
  'account:read',
  'org:read',
  'org:unlink',
  'org:association:read',
  'member:read',
  'member:offboard',
  'member:restore',
  'leave_application:read',
  'legal_hold:read',
  'erasure:read',
  'resource:read',
  'receipt:read',
  'event:read',
  'webhook:read',
  'webhook:write',
]

/** The time that a person has to sign in, in milliseconds. */
const LIMIT = 600_000

type Login = {
  readonly baseUrl: string
  /** The name of the profile. */
  readonly name: string
  /** The account that must be chosen; any if it is not given. */
  readonly account?: string | undefined
  readonly scopes?: readonly string[] | undefined
  /** False leaves it to the person to open the address. */
  readonly browser: boolean
  readonly timeout?: number | undefined
}

/**
 * Signs a person in with a browser, and keeps the tokens as a profile, the current one.
 *
 * @throws {Failure} exit 1 for another account than the given one, 4 when it is refused, 6 when nobody signs in, 130 when it is interrupted
 */
export async function loginAsPerson(context: Context, begun: Begun, login: Login): Promise<void> {
  const { out, profiles, texts } = begun
  const { baseUrl, name, account, scopes = ['account:read', ...SCOPES], browser, timeout = LIMIT } = login
  const { signal: stopped, exitCode } = context.stopped()
  const limit = AbortSignal.timeout(timeout)
  const open = (address: string) => {
    // Also with --quiet: without it nobody could sign in.
    context.stderr.write(`${texts.login.open}\n${address}\n`)
    if (browser) openBrowser(address, context.env)
  }
  const signal = AbortSignal.any([stopped, limit])
  const asked = [...new Set(['account:read', ...scopes])]
  let code: Code
  try {
    code = await signIn({ baseUrl, scopes: asked, language: context.language, open, signal, texts })
  } catch (error) {
    if (stopped.aborted) throw new Failure(exitCode(), 'interrupted', texts.ask.canceled)
    if (limit.aborted) throw new Failure(EXIT.mayPass, 'timeout', texts.login.late)
    throw error
  }
  const { tokens, me } = await redeem(baseUrl, code)
  if (account !== undefined && me.account_id !== account) {
    await revoke(baseUrl, tokens.refreshToken)
    throw new Failure(EXIT.refused, 'other_account', texts.login.otherAccount(me.account_id, account))
  }
  const earlier = profiles.find(name)
  const { tokens: replaced } = earlier ? profiles.secrets(name) : {}
  const { account_id, org_id } = me
  const profile: Profile = { base_url: baseUrl, kind: 'person', client_id: PLATFORM_APP, account_id, name: me.name }
  profiles.add(name, { ...profile, ...(org_id && { org_id }) }, { tokens })
  if (earlier && replaced) await revoke(earlier.profile.base_url, replaced.refreshToken)
  out.document({ profile: name, ...profile, org_id }, () => [texts.login.signedIn(me.name, account_id, name, baseUrl)])
}

/** Redeems a code, once, and asks for its account. */
async function redeem(baseUrl: string, code: Code) {
  let tokens: UserTokens | undefined
  const client = createClient({
    baseUrl,
    clientId: PLATFORM_APP,
    scopes: ['account:read'],
    grant: (ask) => async () => {
      if (!tokens) {
        const { value: accessToken, refreshToken = '', expiresAt } = await ask(code)
        tokens = { accessToken, refreshToken, expiresAt }
      }
      return { value: tokens.accessToken, expiresAt: tokens.expiresAt }
    },
  })
  const me = await client.me.get()
  if (!tokens) throw new TypeError('A call must have redeemed the code')
  return { tokens, me }
}

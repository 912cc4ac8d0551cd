import type { Scope, TokenStore } from '@sendoff/sdk'
import { EXIT, Failure, usage } from '../errors/failure.ts'
import type { Texts } from '../texts/texts.ts'
import { isLoopback } from './address.ts'
import type { Profiles } from './profiles.ts'
import { SANDBOX_FILE, sandboxApp, sandboxData } from './sandbox-file.ts'

/** The credentials of a command, and their origin in words for a person. */
export type Credentials = { readonly from: string; readonly profile?: string | undefined } & (
  | { readonly kind: 'token'; readonly token: string }
  | {
      readonly kind: 'app'
      readonly clientId: string
      readonly clientSecret: string
      readonly organization?: string | undefined
      /** All scopes of the app, where they are known. */
      readonly scopes?: readonly Scope[] | undefined
    }
  | { readonly kind: 'person'; readonly clientId: string; readonly accountId: string; readonly store: TokenStore }
  | { readonly kind: 'nobody' }
)

export type Known = { readonly baseUrl: string; readonly credentials: Credentials }

type Given = {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly flags: {
    readonly baseUrl?: string | undefined
    readonly profile?: string | undefined
    readonly org?: string | undefined
  }
  readonly profiles: Profiles
  readonly texts: Texts
}

/**
 * Finds the address and the credentials: those of a profile that is named, the environment's, the current profile's, and on a loopback
 * address those of the sandbox in the current folder.
 *
 * @throws {Failure} exit 2 for a profile or an organisation that does not exist, and for half of a pair; exit 4 without an address
 */
export function findCredentials({ env, flags, profiles, texts }: Given): Known {
  const named = flags.profile ?? env.SENDOFF_PROFILE
  const found = profiles.find(named)
  if (named !== undefined && !found) throw usage(texts.errors.noProfile(named))
  const address = flags.baseUrl ?? env.SENDOFF_BASE_URL
  const own = flags.profile === undefined ? ofEnvironment(env, flags.org, texts) : undefined
  if (own && address !== undefined) return { baseUrl: address, credentials: own }
  // A secret is never sent to another address than its own.
  if (found && !own && (address === undefined || sameAddress(address, found.profile.base_url))) {
    return { baseUrl: found.profile.base_url, credentials: ofProfile(found, profiles, flags.org) }
  }
  const sandbox = sandboxData()
  // The current folder may be anybody's: its file names no other machine, to which the environment's secrets would go.
  const beside = sandbox && isLoopback(sandbox.base_url) ? sandbox.base_url : undefined
  const baseUrl = address ?? found?.profile.base_url ?? beside
  if (baseUrl === undefined) throw new Failure(EXIT.signIn, 'not_signed_in', texts.errors.noAddress)
  if (own) return { baseUrl, credentials: own }
  if (!sandbox || !isLoopback(baseUrl)) return { baseUrl, credentials: { kind: 'nobody', from: '-' } }
  const app = sandboxApp(sandbox, flags.org)
  if (!app) throw usage(texts.errors.noSandboxOrganization(flags.org ?? '', SANDBOX_FILE))
  const { clientId, clientSecret, scopes } = app
  return { baseUrl, credentials: { kind: 'app', from: SANDBOX_FILE, clientId, clientSecret, scopes } }
}

const sameAddress = (one: string, other: string) =>
  URL.canParse(one) && URL.canParse(other) && new URL(one).origin === new URL(other).origin

function ofEnvironment(env: Given['env'], organization: string | undefined, texts: Texts): Credentials | undefined {
  const { SENDOFF_TOKEN: token, SENDOFF_CLIENT_ID: clientId, SENDOFF_CLIENT_SECRET: clientSecret } = env
  if (token) return { kind: 'token', from: 'SENDOFF_TOKEN', token }
  if (clientId && clientSecret) {
    return { kind: 'app', from: 'SENDOFF_CLIENT_ID', clientId, clientSecret, organization }
  }
  if (clientId || clientSecret) throw usage(texts.errors.halfPair)
  return undefined
}

function ofProfile(
  { name, profile }: NonNullable<ReturnType<Profiles['find']>>,
  profiles: Profiles,
  org: string | undefined,
): Credentials {
  const from = `profile ${name}`
  const { client_secret: clientSecret, tokens } = profiles.secrets(name)
  const { client_id: clientId, org_id } = profile
  if (profile.kind === 'app' && clientSecret) {
    return { kind: 'app', from, profile: name, clientId, clientSecret, organization: org ?? org_id }
  }
  if (profile.kind === 'person' && tokens) {
    const store = profiles.storeOf(name, tokens)
    return { kind: 'person', from, profile: name, clientId, accountId: profile.account_id ?? '', store }
  }
  return { kind: 'nobody', from, profile: name }
}

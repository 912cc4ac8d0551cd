import { userScopes } from '@sendoff/api'
import { TokenError } from '@sendoff/sdk'
import { buildCommand } from '@stricli/core'
import type { Context, GlobalFlags } from '../context.ts'
import { usage } from '../errors/failure.ts'
import { checkAddress, isLoopback } from '../session/address.ts'
import { checkedName } from '../session/profiles.ts'
import { sandboxData } from '../session/sandbox-file.ts'
import { openSession } from '../session/session.ts'
import type { Texts } from '../texts/texts.ts'
import { type Begun, begin } from './begin.ts'
import { globalFlags, text } from './flags.ts'
import { loginAsPerson } from './login-person.ts'

type Flags = GlobalFlags & { readonly app?: string; readonly scopes?: readonly string[]; readonly browser: boolean }

/** `sendoff login`: signs a person in with a browser, or tries an app's credentials, and keeps them as a profile. */
export const login = (texts: Texts) =>
  buildCommand<Flags, [], Context>({
    docs: { brief: texts.login.brief, fullDescription: texts.login.description },
    parameters: {
      flags: {
        ...globalFlags(texts),
        app: text(texts.login.app, 'client-id'),
        browser: { kind: 'boolean', brief: texts.login.browser, default: true },
        scopes: {
          kind: 'parsed',
          parse: (given: string) => checkedScopes(given, texts),
          brief: texts.login.scopes,
          placeholder: 'org:read,event:read',
          optional: true,
        },
      },
    },
    async func(flags) {
      const begun = begin(this, flags)
      const name = checkedName(flags.profile ?? 'default', texts)
      const baseUrl = flags.baseUrl ?? addressFor(begun, this.env, flags.profile)
      if (baseUrl === undefined) throw usage(texts.login.needsAddress, { flag: '--base-url' })
      checkAddress(baseUrl, texts)
      if (flags.app !== undefined) return loginAsApp(this, begun, { ...flags, baseUrl, name, app: flags.app })
      if (!flags.input) throw usage(texts.login.needsPerson, { flag: '--app' })
      await loginAsPerson(this, begun, { ...flags, baseUrl, name })
    },
  })

/** Finds the address in the order in which every command does: a named profile, the environment, the current profile, a sandbox here. */
function addressFor({ profiles }: Begun, env: Context['env'], named: string | undefined): string | undefined {
  const known = named === undefined ? undefined : profiles.find(named)?.profile.base_url
  const sandbox = sandboxData()?.base_url
  // The current folder may be anybody's: its file names no other machine, whose page would ask for a password.
  const beside = sandbox !== undefined && isLoopback(sandbox) ? sandbox : undefined
  return known ?? env.SENDOFF_BASE_URL ?? profiles.find()?.profile.base_url ?? beside
}

/** Tries an app's credentials and keeps them. The secret comes from standard input. */
async function loginAsApp(
  context: Context,
  { out, profiles, texts }: Begun,
  { app: clientId, org: organization, baseUrl, name, timeout }: Flags & { app: string; baseUrl: string; name: string },
): Promise<void> {
  if (context.stdin.isTTY) throw usage(texts.login.needs)
  const clientSecret = (await read(context.stdin)).trim()
  if (!clientSecret) throw usage(texts.login.needs)
  const credentials = { kind: 'app', from: '-', clientId, clientSecret, organization } as const
  const session = openSession({ baseUrl, credentials, language: context.language, timeout, texts })
  try {
    await session.client(['org:read']).organization.get()
  } catch (error) {
    // The credentials are right, and only don't let it see its organisation.
    if (!(error instanceof TokenError && error.error === 'invalid_scope')) throw error
  }
  const profile = { base_url: baseUrl, kind: 'app', client_id: clientId, org_id: organization } as const
  profiles.add(name, profile, { client_secret: clientSecret })
  out.document({ profile: name, ...profile }, () => [texts.login.done(name, baseUrl)])
}

function checkedScopes(given: string, texts: Texts): string[] {
  const scopes = given.split(',').filter(Boolean)
  const unknown = scopes.filter((scope) => !(userScopes as readonly string[]).includes(scope))
  if (unknown.length > 0 || scopes.length === 0) throw new Error(texts.login.wrongScopes(unknown))
  return scopes
}

async function read(stdin: AsyncIterable<Buffer | string>): Promise<string> {
  let all = ''
  for await (const chunk of stdin) all += chunk
  return all
}

import { TokenError } from '@sendoff/sdk'
import { buildCommand } from '@stricli/core'
import type { Context, GlobalFlags } from '../context.ts'
import { EXIT, Failure, usage } from '../errors/failure.ts'
import { checkedName } from '../session/profiles.ts'
import { openSession } from '../session/session.ts'
import type { Texts } from '../texts/texts.ts'
import { begin } from './begin.ts'
import { globalFlags, text } from './flags.ts'

/** `sendoff login`: tries an app's credentials and keeps them as a profile. The secret comes from standard input. */
export const login = (texts: Texts) =>
  buildCommand<GlobalFlags & { readonly app?: string }, [], Context>({
    docs: { brief: texts.login.brief, fullDescription: texts.login.description },
    parameters: { flags: { ...globalFlags(texts), app: text(texts.login.app, 'client-id') } },
    async func(flags) {
      const { out, profiles } = begin(this, flags)
      const { app: clientId, org: organization, timeout, profile: name = 'default' } = flags
      const baseUrl = flags.baseUrl ?? this.env.SENDOFF_BASE_URL
      if (!clientId || !baseUrl || this.stdin.isTTY) throw usage(texts.login.needs, { flag: '--app' })
      checkedName(name, texts)
      const clientSecret = (await read(this.stdin)).trim()
      if (!clientSecret) throw usage(texts.login.needs)
      const credentials = { kind: 'app', from: '-', clientId, clientSecret, organization } as const
      const session = openSession({ baseUrl, credentials, language: this.language, timeout, texts })
      try {
        await session.client(['org:read']).organization.get()
      } catch (error) {
        // The credentials are right, and only don't let it see its organisation.
        if (!(error instanceof TokenError && error.error === 'invalid_scope')) throw error
      }
      const profile = { base_url: baseUrl, kind: 'app', client_id: clientId, org_id: organization } as const
      profiles.add(name, profile, { client_secret: clientSecret })
      out.document({ profile: name, ...profile }, () => [texts.login.done(name, baseUrl)])
    },
  })

/** `sendoff logout`: forgets a profile and its secret. */
export const logout = (texts: Texts) =>
  buildCommand<GlobalFlags, [], Context>({
    docs: { brief: texts.logout.brief },
    parameters: { flags: globalFlags(texts) },
    func(flags) {
      const { out, profiles } = begin(this, flags)
      const found = profiles.find(flags.profile)
      if (!found) throw new Failure(EXIT.notFound, 'profile_not_found', texts.errors.noProfile(flags.profile ?? ''))
      profiles.remove(found.name)
      out.document({ profile: found.name, removed: true }, () => [texts.logout.done(found.name)])
    },
  })

/** `sendoff use`: lists the profiles, or makes one of them the current one. */
export const use = (texts: Texts) =>
  buildCommand<GlobalFlags, [string?], Context>({
    docs: { brief: texts.use.brief },
    parameters: {
      flags: globalFlags(texts),
      positional: {
        kind: 'tuple',
        parameters: [{ brief: texts.flags.profile, placeholder: 'profile', parse: String, optional: true }],
      },
    },
    func(flags, name) {
      const { out, profiles } = begin(this, flags)
      if (name !== undefined) {
        if (!profiles.find(name)) throw new Failure(EXIT.notFound, 'profile_not_found', texts.errors.noProfile(name))
        profiles.use(name)
      }
      const { current, profiles: all } = profiles.list()
      const rows = Object.entries(all).map(([profile, one]) => ({ profile, current: profile === current, ...one }))
      out.list(
        rows,
        texts.use.heading,
        (row) => [row.current ? '*' : '', row.profile, row.base_url, row.client_id],
        texts.use.none,
      )
    },
  })

async function read(stdin: AsyncIterable<Buffer | string>): Promise<string> {
  let all = ''
  for await (const chunk of stdin) all += chunk
  return all
}

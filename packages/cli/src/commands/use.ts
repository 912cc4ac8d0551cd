import { buildCommand } from '@stricli/core'
import type { Context, GlobalFlags } from '../context.ts'
import { EXIT, Failure } from '../errors/failure.ts'
import type { Texts } from '../texts/texts.ts'
import { type Begun, begin } from './begin.ts'
import { globalFlags } from './flags.ts'
import { loginAsPerson } from './login-person.ts'

type Flags = GlobalFlags & { readonly browser: boolean }

/** `sendoff use`: lists the profiles, or makes one of them the current one, by its name or its account. */
export const use = (texts: Texts) =>
  buildCommand<Flags, [string?], Context>({
    docs: { brief: texts.use.brief, fullDescription: texts.use.description },
    parameters: {
      flags: { ...globalFlags(texts), browser: { kind: 'boolean', brief: texts.login.browser, default: true } },
      positional: {
        kind: 'tuple',
        parameters: [{ brief: texts.use.profile, placeholder: 'profile|account', parse: String, optional: true }],
      },
    },
    async func(flags, given) {
      const begun = begin(this, flags)
      const { out, profiles } = begun
      if (given !== undefined) {
        const name = (profiles.find(given) ?? profiles.ofAccount(given))?.name
        if (name !== undefined) profiles.use(name)
        // The platform asks for a sign-in for each account.
        else if (given.startsWith('acct_') && (await isMine(begun, given))) {
          const { baseUrl } = begun.session
          return loginAsPerson(this, begun, { ...flags, baseUrl, name: given, account: given })
        } else throw new Failure(EXIT.notFound, 'profile_not_found', texts.errors.noProfile(given))
      }
      const { current, profiles: all } = profiles.list()
      const rows = Object.entries(all).map(([profile, one]) => ({ profile, current: profile === current, ...one }))
      out.list(
        rows,
        texts.use.heading,
        (row) => [row.current ? '*' : '', row.profile, row.base_url, row.account_id ?? row.client_id],
        texts.use.none,
      )
    },
  })

/** `sendoff accounts`: the accounts of the person who is signed in, and the profiles that are kept for them. */
export const accounts = (texts: Texts) =>
  buildCommand<GlobalFlags, [], Context>({
    docs: { brief: texts.accounts.brief },
    parameters: { flags: globalFlags(texts) },
    async func(flags) {
      const { out, session, profiles } = begin(this, flags)
      const found = []
      for await (const account of session.client(['account:read']).me.listAccounts({ limit: 200 })) {
        found.push({ ...account, profile: profiles.ofAccount(account.account_id)?.name ?? null })
      }
      out.list(
        found,
        texts.accounts.heading,
        ({ account_id, organization_name, name, role, condition, profile }) => [
          account_id,
          organization_name ?? texts.accounts.personal,
          name,
          role,
          condition,
          profile,
        ],
        texts.accounts.none,
      )
    },
  })

async function isMine({ session }: Begun, account_id: string): Promise<boolean> {
  if (session.credentials.kind !== 'person') return false
  for await (const account of session.client(['account:read']).me.listAccounts({ limit: 200 })) {
    if (account.account_id === account_id) return true
  }
  return false
}

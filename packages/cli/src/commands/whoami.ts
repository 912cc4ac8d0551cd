import { buildCommand } from '@stricli/core'
import type { Context, GlobalFlags } from '../context.ts'
import { identityOf } from '../session/identity.ts'
import type { Texts } from '../texts/texts.ts'
import { localTime } from '../values/local-time.ts'
import { begin } from './begin.ts'
import { globalFlags } from './flags.ts'

/** `sendoff whoami`: the caller, the platform, and the end of the sign-in. */
export const whoami = (texts: Texts) =>
  buildCommand<GlobalFlags, [], Context>({
    docs: { brief: texts.whoami.brief },
    parameters: { flags: globalFlags(texts) },
    async func(flags) {
      const { out, session } = begin(this, flags)
      const identity = await identityOf(session, texts)
      const { kind, name, account_id, role, org_id, organization, client_id, base_url, from, expires_at } = identity
      const t = texts.whoami
      out.document(identity, () => [
        kind === 'app' ? t.app(client_id ?? '?') : t.person(name ?? '?', account_id ?? '?', role),
        ...(org_id ? [t.organization(organization, org_id)] : []),
        t.where(base_url, from),
        ...(expires_at ? [t.until(localTime(expires_at))] : []),
      ])
    },
  })

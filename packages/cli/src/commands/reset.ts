import { buildCommand } from '@stricli/core'
import type { Context, GlobalFlags } from '../context.ts'
import { confirm } from '../output/ask.ts'
import type { Texts } from '../texts/texts.ts'
import { begin } from './begin.ts'
import { globalFlags, yesOrNo } from './flags.ts'

/** `sendoff reset`: resets the sandbox. The new credentials are in its own file; they are not printed. */
export const reset = (texts: Texts) =>
  buildCommand<GlobalFlags & { readonly yes: boolean }, [], Context>({
    docs: { brief: texts.reset.brief },
    parameters: { flags: { ...globalFlags(texts), yes: yesOrNo(texts.flags.yes) } },
    async func(flags) {
      const { out, session, asking } = begin(this, flags)
      await confirm(texts.reset.question(session.baseUrl), flags.yes, asking)
      const { organizations } = await session.open().sandbox.reset()
      const shown = organizations.map(({ org_id, name }) => ({ org_id, name }))
      out.document({ reset: true, organizations: shown }, () => [
        texts.reset.done,
        ...shown.map(({ org_id, name }) => `  ${org_id}  ${name}`),
      ])
    },
  })

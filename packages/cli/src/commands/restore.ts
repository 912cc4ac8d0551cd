import { buildCommand } from '@stricli/core'
import type { Context, GlobalFlags } from '../context.ts'
import { confirm } from '../output/ask.ts'
import type { Texts } from '../texts/texts.ts'
import { localTime } from '../values/local-time.ts'
import { begin } from './begin.ts'
import { globalFlags, id, yesOrNo } from './flags.ts'

type Flags = GlobalFlags & { readonly dryRun: boolean; readonly yes: boolean }

/** `sendoff restore`: shows what comes back with a departed account and what stands in its way, asks, and restores it. */
export const restore = (texts: Texts) =>
  buildCommand<Flags, [string], Context>({
    docs: { brief: texts.restore.brief },
    parameters: {
      flags: { ...globalFlags(texts), dryRun: yesOrNo(texts.flags.dryRun), yes: yesOrNo(texts.flags.yes) },
      positional: { kind: 'tuple', parameters: [id(texts, texts.restore.id, 'departure')] },
    },
    async func(flags, departure_id) {
      const { out, session, asking } = begin(this, flags)
      const { departures } = session.client(['member:restore'])
      const preview = await departures.previewRestore({ departure_id })
      const t = texts.restore
      const lines = [
        t.what(preview.account_id, preview.resources, localTime(preview.restorable_until)),
        ...preview.conflicts.map(({ field, value, reason }) => t.conflict(field, value, reason)),
      ]
      if (flags.dryRun) return out.document({ dry_run: true, ...preview }, () => lines)
      for (const line of lines) out.note(line)
      await confirm(t.question(preview.account_id), flags.yes, asking)
      const done = await departures.restore({ departure_id })
      out.document(done, () => [t.done(done.account_id, done.resources, localTime(done.restored_at))])
    },
  })

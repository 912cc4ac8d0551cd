import { buildCommand } from '@stricli/core'
import type { Context, GlobalFlags } from '../context.ts'
import { EXIT, Failure, usage } from '../errors/failure.ts'
import { confirm } from '../output/ask.ts'
import type { Texts } from '../texts/texts.ts'
import { isTimestamp } from '../values/duration.ts'
import { localTime } from '../values/local-time.ts'
import { begin } from './begin.ts'
import { globalFlags, id, text, yesOrNo } from './flags.ts'
import { type Reasoned, reasonFlags, reasonOf } from './reason.ts'

type ByKind = { readonly kind: string; readonly action: 'transfer' | 'delete' | 'hold' }
type Flags = GlobalFlags &
  Reasoned & {
    readonly recipient?: string
    readonly kind?: readonly ByKind[]
    readonly at?: string
    readonly dryRun: boolean
    readonly yes: boolean
  }

/** `sendoff offboard`: shows what becomes of a member's things, asks, and offboards the member. */
export const offboard = (texts: Texts) =>
  buildCommand<Flags, [string], Context>({
    docs: { brief: texts.offboard.brief },
    parameters: {
      flags: {
        ...globalFlags(texts),
        ...reasonFlags(texts),
        recipient: text(texts.offboard.recipient, 'id'),
        kind: {
          kind: 'parsed',
          parse: (given: string) => byKind(given, texts),
          brief: texts.offboard.kind,
          placeholder: 'document=delete',
          optional: true,
          variadic: true,
        },
        at: {
          kind: 'parsed',
          parse: (given: string) => {
            if (!isTimestamp(given)) throw new Error(texts.offboard.wrongTime)
            return given
          },
          brief: texts.offboard.at,
          placeholder: 'time',
          optional: true,
        },
        dryRun: yesOrNo(texts.flags.dryRun),
        yes: yesOrNo(texts.flags.yes),
      },
      positional: { kind: 'tuple', parameters: [id(texts, texts.offboard.member, 'member')] },
    },
    async func(flags, account_id) {
      const { out, session, asking } = begin(this, flags)
      const { reason, recipient: recipient_id, kind: by_kind = [], at: effective_at } = flags
      const { offboardings } = session.client(['member:offboard'])
      const handover = { ...(recipient_id && { recipient_id }), ...(by_kind.length > 0 && { by_kind: [...by_kind] }) }
      const plan = { account_id, ...(Object.keys(handover).length > 0 && { handover }) }
      const preview = await offboardings.preview(plan)
      const t = texts.offboard
      const lines = [
        t.what(account_id, preview.total, localTime(preview.restorable_until)),
        ...preview.inventory.map(({ kind, outcome, recipient_id: to, count }) => t.inventory(kind, count, outcome, to)),
        ...preview.blockers.map(({ detail }) => t.blocker(detail)),
        ...preview.warnings.map(({ detail }) => detail),
      ]
      if (flags.dryRun) return out.document({ dry_run: true, ...preview }, () => lines)
      for (const line of lines) out.note(line)
      const [blocker] = preview.blockers
      if (blocker) throw new Failure(EXIT.refused, blocker.code, blocker.detail, { blockers: preview.blockers })
      if (!reason) throw usage(t.needsReason, { flag: '--reason' })
      await confirm(t.question(account_id, effective_at && localTime(effective_at)), flags.yes, asking)
      const done = await offboardings.create({
        ...plan,
        reason_code: reason,
        ...reasonOf(flags),
        ...(effective_at ? { effective_at } : { preview_id: preview.preview_id }),
      })
      out.document(done, () => [
        t.done(done.offboarding_id, done.status, localTime(done.effective_at), done.departure_id),
      ])
    },
  })

function byKind(given: string, texts: Texts): ByKind {
  const [, kind, action] = /^([\w.-]{1,64})=(transfer|delete|hold)$/.exec(given) ?? []
  if (!kind || !action) throw new Error(texts.offboard.wrongKind)
  return { kind, action: action as ByKind['action'] }
}

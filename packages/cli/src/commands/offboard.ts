import { buildCommand } from '@stricli/core'
import type { Context, GlobalFlags } from '../context.ts'
import { EXIT, Failure, usage } from '../errors/failure.ts'
import { confirm } from '../output/ask.ts'
import type { Texts } from '../texts/texts.ts'
import { isTimestamp } from '../values/duration.ts'
import { localTime } from '../values/local-time.ts'
import { begin } from './begin.ts'
import { globalFlags, text, yesOrNo } from './flags.ts'
import { offboardMembers, resumeBatch } from './offboard-batch.ts'
import { readMembers } from './read-csv.ts'
import { type Reasoned, reasonFlags, reasonOf } from './reason.ts'

type ByKind = { readonly kind: string; readonly action: 'transfer' | 'delete' | 'hold' }
type Flags = GlobalFlags &
  Reasoned & {
    readonly recipient?: string
    readonly kind?: readonly ByKind[]
    readonly at?: string
    readonly result?: string
    readonly resume?: string
    readonly dryRun: boolean
    readonly yes: boolean
  }

/** `sendoff offboard`: shows what becomes of a member's resources, asks, and offboards the member. */
export const offboard = (texts: Texts) =>
  buildCommand<Flags, [string?], Context>({
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
        result: text(texts.batch.result, 'out.csv'),
        resume: text(texts.batch.resume, 'batch'),
        dryRun: yesOrNo(texts.flags.dryRun),
        yes: yesOrNo(texts.flags.yes),
      },
      positional: {
        kind: 'tuple',
        parameters: [
          { brief: texts.offboard.member, placeholder: 'member', parse: memberOrFile(texts), optional: true },
        ],
      },
    },
    async func(flags, given) {
      const begun = begin(this, flags)
      const { reason, recipient: recipient_id, kind: by_kind = [], at: effective_at } = flags
      if ((given === undefined) === (flags.resume === undefined)) throw usage(texts.batch.needsOne)
      if (flags.resume !== undefined) return resumeBatch(this, begun, flags.resume, flags)
      if (given?.startsWith('@')) {
        const reasons = { reason_code: reason, reason_text: flags.reasonText }
        const common = { ...reasons, effective_at, recipient_id, by_kind: [...by_kind] }
        return offboardMembers(this, begun, readMembers(given.slice(1), common, texts), flags)
      }
      if (flags.result !== undefined) throw usage(texts.batch.resultOfFile, { flag: '--result' })
      const account_id = given ?? ''
      const { out, session, asking } = begun
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

/** Takes the id of a member, or the name of a file after an @. */
const memberOrFile = (texts: Texts) => (given: string) => {
  if (!/^(@.+|[\w-]{1,100})$/.test(given)) throw new Error(texts.usage.id)
  return given
}

function byKind(given: string, texts: Texts): ByKind {
  const [, kind, action] = /^([\w.-]{1,64})=(transfer|delete|hold)$/.exec(given) ?? []
  if (!kind || !action) throw new Error(texts.offboard.wrongKind)
  return { kind, action: action as ByKind['action'] }
}

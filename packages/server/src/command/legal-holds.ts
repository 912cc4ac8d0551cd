import { usage } from '@sendoff/cli/terminal'
import { buildCommand } from '@stricli/core'
import { timestamp } from '../clock.ts'
import { beside } from './beside.ts'
import type { Context, GlobalFlags } from './context.ts'
import { refused } from './exit.ts'
import { globalFlags, needed, reasonIn, text } from './flags.ts'
import type { Texts } from './texts/en.ts'

type Flags = GlobalFlags & { readonly org: string; readonly release?: string; readonly reason?: string }

/**
 * `sendoff-server legal-holds`: lists the standing legal holds of an organisation, or has one of a dissolved organisation released, for
 * which nobody can act any more.
 */
export const legalHolds = (texts: Texts) =>
  buildCommand<Flags, [], Context>({
    docs: { brief: texts.legalHolds.brief },
    parameters: {
      flags: {
        ...globalFlags(texts),
        org: needed(texts.flags.org, 'org_id'),
        release: text(texts.legalHolds.release, 'hold_id'),
        reason: { ...text(texts.flags.reason, 'text'), parse: reasonIn(texts) },
      },
    },
    func(flags) {
      const { org, release, reason } = flags
      const t = texts.legalHolds
      if (release !== undefined && reason === undefined) throw usage(t.needsReason)
      return beside(this, flags, async (db, out) => {
        const { listStanding, requestRelease } = await import('../departures/legal-holds/by-operator.ts')
        if (release !== undefined) {
          const refusal = await requestRelease(db, { orgId: org, holdId: release, reason: reason ?? '' })
          if (refusal) throw refused('hold_not_releasable', refusal)
          return out.document({ hold_id: release, released: true }, () => [t.released(release)])
        }
        const standing = await listStanding(db, org)
        const lines = standing.map((one) =>
          t.line(one.hold_id, one.departure_id, one.placed_by, timestamp(one.placed_at)),
        )
        out.document(
          standing.map((one) => ({ ...one, placed_at: timestamp(one.placed_at) })),
          () => (lines.length === 0 ? [t.none] : lines),
        )
      })
    },
  })

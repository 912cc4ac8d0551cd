import { setTimeout as delay } from 'node:timers/promises'
import { buildCommand } from '@stricli/core'
import type { Context, GlobalFlags } from '../context.ts'
import { usage } from '../errors/failure.ts'
import { confirm } from '../output/ask.ts'
import type { Texts } from '../texts/texts.ts'
import { begin } from './begin.ts'
import { globalFlags, id, moment, text, yesOrNo } from './flags.ts'

type Flags = GlobalFlags & {
  readonly since?: string
  readonly after?: string
  readonly dryRun: boolean
  readonly yes: boolean
  readonly wait: boolean
}

/** `sendoff recover`: counts what an endpoint missed, asks, has it delivered, and waits until all of it is queued. */
export const recover = (texts: Texts) =>
  buildCommand<Flags, [string], Context>({
    docs: { brief: texts.recover.brief },
    parameters: {
      flags: {
        ...globalFlags(texts),
        since: moment(texts, texts.flags.since),
        after: text(texts.recover.after, 'event'),
        dryRun: yesOrNo(texts.flags.dryRun),
        yes: yesOrNo(texts.flags.yes),
        wait: { kind: 'boolean', brief: texts.recover.wait, default: true },
      },
      positional: { kind: 'tuple', parameters: [id(texts, texts.flags.endpoint, 'endpoint')] },
    },
    async func(flags, endpoint_id) {
      const begun = begin(this, flags)
      const { out, session, asking } = begun
      const since = await begun.moment(flags.since)
      if ((since === undefined) === (flags.after === undefined)) throw usage(texts.recover.needsStart)
      const from = since === undefined ? { after_event_id: flags.after ?? '' } : { since }
      const { webhookEndpoints } = session.client(['webhook:read', 'webhook:write'])
      const counted = await webhookEndpoints.recover({ endpoint_id, ...from, dry_run: true })
      if (!('missing' in counted)) throw new TypeError('A dry run must answer with counts')
      const { total, missing, failed, held } = counted
      const line = texts.recover.counted(total, { missing, failed, held })
      if (flags.dryRun || total === 0) return out.document(counted, () => [line])
      out.note(line)
      await confirm(texts.recover.question(total), flags.yes, asking)
      let recovery = await webhookEndpoints.recover({ endpoint_id, ...from })
      if (!('recovery_id' in recovery)) throw new TypeError('A recovery must answer with its id')
      const { recovery_id } = recovery
      for (let pause = 250; flags.wait && recovery.status === 'running'; pause = Math.min(pause * 2, 5000)) {
        await delay(pause)
        recovery = await webhookEndpoints.getRecovery({ endpoint_id, recovery_id })
      }
      const { status, queued } = recovery
      out.document(recovery, () => [texts.recover.done(recovery_id, status, queued, recovery.total)])
    },
  })

import { setTimeout as delay } from 'node:timers/promises'
import { Failure } from '@sendoff/cli/terminal'
import { buildCommand } from '@stricli/core'
import { timestamp } from '../clock.ts'
import type { Plan } from '../founder/replacements/by-operator.ts'
import type { Database } from '../store/schema.ts'
import { beside } from './beside.ts'
import type { Context, GlobalFlags } from './context.ts'
import { EXIT, refused } from './exit.ts'
import { globalFlags, needed, reasonIn, text, yesOrNo } from './flags.ts'
import type { Texts } from './texts/en.ts'

/** The time for which a server is awaited, and the pause between two checks, in milliseconds. */
const [PATIENCE, LOOK] = [10_000, 100]

const domain = () => import('../founder/replacements/by-operator.ts')
const reasonFlag = (texts: Texts) => ({ ...needed(texts.flags.reason, 'text'), parse: reasonIn(texts) })

type Transfer = GlobalFlags & {
  readonly org: string
  readonly to: string
  readonly reason: string
  readonly days: number
  readonly dryRun: boolean
}

/** `sendoff-server founder transfer`: asks the servers to replace a founder who can't be reached (S102). */
export const founderTransfer = (texts: Texts) =>
  buildCommand<Transfer, [], Context>({
    docs: {
      brief: texts.founder.transfer,
      fullDescription: `${texts.founder.transfer}\n\n${texts.founder.transferMore}`,
    },
    parameters: {
      flags: {
        ...globalFlags(texts),
        org: needed(texts.flags.org, 'org_id'),
        to: needed(texts.founder.to, 'account_id'),
        reason: reasonFlag(texts),
        days: { kind: 'parsed', parse: daysIn(texts), brief: texts.founder.days, placeholder: 'n', default: '14' },
        dryRun: yesOrNo(texts.founder.dryRun),
      },
    },
    func(flags) {
      const { org, to, reason, days, dryRun } = flags
      const request = { orgId: org, successorId: to, reason, waitingDays: days }
      const t = texts.founder
      const outcome = ({ successor, founder, organization }: Plan) => t.outcome(successor, founder, organization)
      return beside(this, flags, async (db, out) => {
        const { planReplacement, requestReplacement } = await domain()
        if (dryRun) {
          const plan = await planReplacement(db, request)
          if (typeof plan === 'string') throw refused('replacement_refused', plan)
          const lines = [t.rehearsed(days, outcome(plan)), t.wouldTell(plan.administrators)]
          return out.document({ dry_run: true, ...plan }, () => lines)
        }
        const asked = await requestReplacement(db, request)
        if (typeof asked === 'string') throw refused('replacement_refused', asked)
        const row = await takenUp(db, texts, org, asked.id, ({ status }) => status !== 'requested')
        if (row.status !== 'waiting') {
          throw refused('replacement_refused', t.refused(asked.id, row.failure ?? row.status))
        }
        const effective_at = timestamp(row.effective_at ?? 0)
        out.document({ replacement_id: asked.id, status: row.status, effective_at, ...asked.plan }, () => [
          t.waits(asked.id, effective_at, outcome(asked.plan)),
          t.told(asked.plan.administrators),
        ])
      })
    },
  })

const daysIn = (texts: Texts) => (given: string) => {
  const days = Number(given)
  if (!/^\d+$/.test(given) || days < 7 || days > 30) throw new Error(texts.founder.wrongDays)
  return days
}

type Cancel = GlobalFlags & { readonly org: string; readonly id: string; readonly reason: string }

/** `sendoff-server founder cancel`: takes a founder replacement back. */
export const founderCancel = (texts: Texts) =>
  buildCommand<Cancel, [], Context>({
    docs: { brief: texts.founder.cancel },
    parameters: {
      flags: {
        ...globalFlags(texts),
        org: needed(texts.flags.org, 'org_id'),
        id: needed(texts.founder.id, 'replacement_id'),
        reason: reasonFlag(texts),
      },
    },
    func(flags) {
      const { org, id, reason } = flags
      return beside(this, flags, async (db, out) => {
        const { requestCancel } = await domain()
        const refusal = await requestCancel(db, { orgId: org, id, reason })
        if (refusal) throw refused('replacement_not_waiting', refusal)
        const isOver = ({ status }: { status: string }) => status !== 'requested' && status !== 'waiting'
        const { status } = await takenUp(db, texts, org, id, isOver)
        if (status !== 'canceled') throw refused('replacement_not_waiting', texts.founder.ended(id, status))
        out.document({ replacement_id: id, status }, () => [texts.founder.canceled(id)])
      })
    },
  })

type List = GlobalFlags & { readonly org?: string; readonly all: boolean }

/** `sendoff-server founder list`: lists founder replacements. */
export const founderList = (texts: Texts) =>
  buildCommand<List, [], Context>({
    docs: { brief: texts.founder.list },
    parameters: {
      flags: { ...globalFlags(texts), org: text(texts.flags.org, 'org_id'), all: yesOrNo(texts.founder.all) },
    },
    func(flags) {
      const t = texts.founder
      return beside(this, flags, async (db, out) => {
        const { listReplacementsOf } = await domain()
        const rows = await listReplacementsOf(db, { orgId: flags.org, all: flags.all })
        const lines = rows.flatMap((row) => {
          const at = row.ended_at ?? row.effective_at
          const failure = row.failure === null ? '' : ` (${row.failure})`
          const time = at === null ? '' : t.at(row.ended_at !== null, timestamp(at))
          return [
            t.line(row.replacement_id, row.org_id, row.status, failure + time),
            t.people(row.successor_id, row.founder_id),
          ]
        })
        out.document(
          rows.map(({ effective_at, ended_at, ...row }) => ({
            ...row,
            effective_at: effective_at === null ? null : timestamp(effective_at),
            ended_at: ended_at === null ? null : timestamp(ended_at),
          })),
          () => (lines.length === 0 ? [t.none(flags.all)] : lines),
        )
      })
    },
  })

type Replacement = Awaited<ReturnType<typeof import('../founder/replacements/by-operator.ts').readReplacement>>

/** Waits until a server has done what it was asked for. */
async function takenUp(
  db: Database,
  texts: Texts,
  orgId: string,
  id: string,
  isDone: (row: Replacement) => boolean,
): Promise<Replacement> {
  const { readReplacement } = await domain()
  for (const until = performance.now() + PATIENCE; performance.now() < until; await delay(LOOK)) {
    const row = await readReplacement(db, orgId, id)
    if (isDone(row)) return row
  }
  throw new Failure(EXIT.notTakenUp, 'not_taken_up', texts.founder.notTakenUp(id))
}

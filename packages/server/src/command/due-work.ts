import { buildCommand } from '@stricli/core'
import { timestamp } from '../clock.ts'
import { beside } from './beside.ts'
import type { Context, GlobalFlags } from './context.ts'
import { globalFlags, yesOrNo } from './flags.ts'
import type { Texts } from './texts/en.ts'

type Flags = GlobalFlags & { readonly retry: boolean }

/** `sendoff-server due-work`: lists the due work whose last try failed; with `--retry` its servers try it again now. */
export const dueWork = (texts: Texts) =>
  buildCommand<Flags, [], Context>({
    docs: { brief: texts.dueWork.brief },
    parameters: { flags: { ...globalFlags(texts), retry: yesOrNo(texts.dueWork.retry) } },
    func(flags) {
      return beside(this, flags, async (db, out) => {
        const { listFailing, retryFailing } = await import('../due-work/failing.ts')
        const t = texts.dueWork
        const failing = await listFailing(db)
        const retried = flags.retry && failing.length > 0 ? await retryFailing(db) : undefined
        out.document({ failing: failing.map(presented), ...(retried !== undefined && { retried }) }, () => [
          ...failing.flatMap(({ work_id, kind, org_id, subject_id, failures, due_at, last_error }) => [
            t.line(work_id, kind, org_id, subject_id, failures, timestamp(due_at)),
            `  ${last_error}`,
          ]),
          ...(failing.length === 0 ? [t.none] : []),
          ...(retried === undefined ? [] : [t.retried(retried)]),
        ])
      })
    },
  })

type Failing = Awaited<ReturnType<typeof import('../due-work/failing.ts').listFailing>>[number]

const presented = ({ work_id, kind, org_id, subject_id, failures, due_at, last_error }: Failing) => ({
  work_id,
  kind,
  org_id,
  subject_id,
  failures,
  due_at: timestamp(due_at),
  last_error,
})

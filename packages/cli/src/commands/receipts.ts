import type { ResultOf } from '@sendoff/sdk'
import { buildCommand } from '@stricli/core'
import type { Context, GlobalFlags } from '../context.ts'
import type { Texts } from '../texts/texts.ts'
import { localTime } from '../values/local-time.ts'
import { begin } from './begin.ts'
import { count, globalFlags, oneOf, text, yesOrNo } from './flags.ts'

type Receipt = ResultOf<'receipts.list'>['data'][number]
type Flags = GlobalFlags & {
  readonly departure?: string
  readonly endpoint?: string
  readonly status?: Receipt['status']
  readonly overdue: boolean
  readonly limit?: number
}

/** `sendoff receipts`: what other systems say they did after a departure, or have not said yet. */
export const receipts = (texts: Texts) =>
  buildCommand<Flags, [], Context>({
    docs: { brief: texts.receipts.brief },
    parameters: {
      flags: {
        ...globalFlags(texts),
        departure: text(texts.receipts.departure, 'id'),
        endpoint: text(texts.flags.endpoint, 'id'),
        status: oneOf(texts.receipts.status, ['awaited', 'acknowledged', 'done', 'failed', 'not_applicable']),
        overdue: yesOrNo(texts.receipts.overdue),
        limit: count(texts, texts.receipts.limit, 10_000),
      },
    },
    async func(flags) {
      const { out, session } = begin(this, flags)
      const { departure: departure_id, endpoint: endpoint_id, status, limit = 100 } = flags
      const query = { departure_id, endpoint_id, status, ...(flags.overdue && { overdue: true }) }
      const found: Receipt[] = []
      const { receipts: all } = session.client(['receipt:read'])
      for await (const receipt of all.list({ ...query, limit: Math.min(limit, 200) })) {
        found.push(receipt)
        if (found.length >= limit) break
      }
      out.list(
        found,
        texts.receipts.heading,
        ({ receipt_id, status, overdue, subject_id, system, deadline_at, reason }) => [
          receipt_id,
          overdue ? `${status} (${texts.receipts.late})` : status,
          system.app_name,
          subject_id,
          localTime(deadline_at),
          reason,
        ],
        texts.receipts.none,
      )
    },
  })

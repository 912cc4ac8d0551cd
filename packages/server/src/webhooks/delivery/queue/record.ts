import { isOneOf } from '../../../store/recordset.ts'
import type { Tx } from '../../../store/schema.ts'
import type { Work } from '../../../store/work.ts'
import { recordAnswers } from '../../receipts/record-answers.ts'
import type { Made } from '../pace/made.ts'
import { isReceived, outcomeOf } from '../pace/outcome.ts'
import { forgetByHand } from './by-hand.ts'
import { forgetOldProbes } from './forget-probes.ts'
import { recordHealth } from './record-health.ts'
import { recordRows } from './record-rows.ts'
import type { RecordOptions, Result } from './result.ts'

/**
 * Records attempts with their outcome for deliveries and endpoints. An attempt whose lease has passed to another process is refused;
 * one whose delivery was given up meanwhile is recorded as it was.
 *
 * @returns the endpoints whose health was written
 */
export async function recordAttempts(work: Work, made: Made[], options: RecordOptions): Promise<string[]> {
  const failed = made.filter(({ answer }) => !isReceived(answer))
  const disabled = await lockDisabled(work.db, [...new Set(failed.map(endpointOf))])
  const results = made.map((one) => resultOf(one, disabled.has(endpointOf(one)), options.real))
  const accepted = await recordRows(work.db, results)
  await forgetOldProbes(work.db, accepted)
  await forgetByHand(
    work.db,
    accepted.map(({ made }) => made.claimed),
  )
  const answered = accepted.map(({ made }) => made).filter(({ answer }) => isReceived(answer))
  await recordAnswers(work, answered)
  const touched = accepted.filter(({ made }) => !made.isBlameless || isReceived(made.answer))
  return recordHealth(work, touched, options)
}

const endpointOf = ({ claimed }: Made): string => claimed.endpointId

function resultOf(made: Made, isDisabled: boolean, real: number): Result {
  const { claimed, answer, endedAt, isBlameless } = made
  const counts = isReceived(answer) || !(isBlameless || claimed.probe === 'for_all')
  const outcome = outcomeOf(answer, counts ? claimed.counted + 1 : null, endedAt, real)
  const isHeld = outcome.delivery === 'pending' && isDisabled
  return { made, number: claimed.attempts + 1, counts, outcome: isHeld ? { delivery: 'held' } : outcome }
}

/** Finds the endpoints that were disabled meanwhile. Under the lock, disabling waits for this, or this for it. */
async function lockDisabled(tx: Tx, endpointIds: string[]): Promise<Set<string>> {
  if (endpointIds.length === 0) return new Set()
  const rows = await tx
    .selectFrom('webhook_endpoint')
    .select(['endpoint_id', 'status'])
    .where(isOneOf(tx, 'endpoint_id', endpointIds))
    .orderBy('endpoint_id')
    .forShare()
    .execute()
  return new Set(rows.filter(({ status }) => status === 'disabled').map(({ endpoint_id }) => endpoint_id))
}

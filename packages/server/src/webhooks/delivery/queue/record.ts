import { sql } from 'kysely'
import { isOneOf, recordset } from '../../../store/recordset.ts'
import type { Tx } from '../../../store/schema.ts'
import type { Work } from '../../../store/work.ts'
import { recordAnswers } from '../../receipts/record-answers.ts'
import type { Made } from '../pace/made.ts'
import { isReceived, outcomeOf } from '../pace/outcome.ts'
import { forgetByHand } from './by-hand.ts'
import { forgetOldProbes, insertAttempts } from './record-attempts.ts'
import { recordHealth } from './record-health.ts'
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
  const accepted = await updateDeliveries(work.db, results)
  await insertAttempts(work.db, accepted)
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

/** @returns the results whose lease still held */
async function updateDeliveries(tx: Tx, results: Result[]): Promise<Result[]> {
  const rows = results.map(({ made: { claimed, endedAt }, number, counts, outcome }) => ({
    delivery_id: claimed.deliveryId,
    lease_id: claimed.leaseId,
    status: outcome.delivery,
    attempts: number,
    counted: claimed.counted + (counts ? 1 : 0),
    due_at: outcome.delivery === 'pending' ? outcome.dueAt : null,
    finished_at: outcome.delivery === 'pending' ? null : endedAt,
  }))
  const table = recordset(tx, 'made', deliveryColumns, rows)
  // By the id alone: before there are statistics PostgreSQL would search everything that an organisation has.
  const updated = await sql<{ delivery_id: string }>`
    update delivery set attempts = made.attempts, lease_id = null, lease_until = 0,
      status = case when ${decides} then made.status else delivery.status end,
      counted = case when ${decides} then made.counted else delivery.counted end,
      due_at = case when ${decides} then coalesce(made.due_at, delivery.due_at) else delivery.due_at end,
      finished_at = case when ${decides} then made.finished_at else delivery.finished_at end
    from ${table}
    where delivery.delivery_id = made.delivery_id and delivery.lease_id = made.lease_id
    returning delivery.delivery_id`.execute(tx)
  const ids = new Set(updated.rows.map(({ delivery_id }) => delivery_id))
  return results.filter(({ made }) => ids.has(made.claimed.deliveryId))
}

/** A condition: a delivery that was given up in the meantime is only updated if the attempt succeeded. */
const decides = sql`(delivery.status = 'pending' or made.status = 'succeeded')`

const deliveryColumns = {
  delivery_id: 'text',
  lease_id: 'text',
  status: 'text',
  attempts: 'bigint',
  counted: 'bigint',
  due_at: 'bigint',
  finished_at: 'bigint',
} as const

import { endBatch } from '../departures/offboarding/batches/end.ts'
import { lockBatch } from '../departures/offboarding/batches/step.ts'
import { system } from '../events/event.ts'
import type { Work } from '../store/work.ts'

/**
 * Cancels the next batch that still runs, so that whoever asked for it is told while they are a member: with the organisation, everybody
 * departs.
 *
 * @returns false if there was none
 */
export async function cancelBatches(work: Work, orgId: string): Promise<boolean> {
  const running = await work.db
    .selectFrom('offboarding_batch')
    .select('batch_id')
    .where('org_id', '=', orgId)
    .where('status', '=', 'running')
    .limit(1)
    .executeTakeFirst()
  if (!running) return false
  const batch = await lockBatch(work.db, orgId, running.batch_id)
  if (batch?.status === 'running') await endBatch(work, batch, 'canceled', system)
  return true
}

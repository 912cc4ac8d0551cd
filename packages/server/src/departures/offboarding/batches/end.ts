import type { Actor } from '../../../actor.ts'
import { unschedule } from '../../../due-work/due-work.ts'
import { appendEvents } from '../../../events/append.ts'
import type { SystemActor } from '../../../events/event.ts'
import { notifyMember } from '../../../notifications/notify-member.ts'
import type { Work } from '../../../store/work.ts'
import { type BatchRow, countsOf, requesterOf } from './batch.ts'

/**
 * Ends a batch that is locked: completes it, or cancels what has not begun. It is told by an event, and to the person who asked for the
 * batch by a notification.
 */
export async function endBatch(
  work: Work,
  batch: BatchRow,
  status: 'completed' | 'canceled',
  actor: Pick<Actor, 'type' | 'id'> | SystemActor,
): Promise<BatchRow> {
  const { org_id: orgId, batch_id } = batch
  const change = { status, completed_at: work.now }
  await work.db
    .updateTable('offboarding_batch')
    .set(change)
    .where('org_id', '=', orgId)
    .where('batch_id', '=', batch_id)
    .execute()
  if (status === 'canceled') await unschedule(work.db, orgId, 'offboarding_batch', batch_id)
  const ended = { ...batch, ...change }
  const requested_by = requesterOf(batch)
  const data = { batch_id, requested_by, dry_run: batch.is_dry_run === 1, ...countsOf(ended) }
  const type = `offboarding_batch.${status}` as const
  await appendEvents(work, [{ orgId, type, actor, data }])
  if (requested_by.type === 'user') await notifyMember(work, orgId, requested_by.id, { type, data })
  return ended
}

import { schedule } from '../../due-work/due-work.ts'
import type { Work } from '../../store/work.ts'

/** A day, in milliseconds. */
export const DAY = 24 * 60 * 60 * 1000

/**
 * Starts the waiting time of a locked founder replacement now: it takes effect after it, with reminders in its middle and a day before.
 *
 * @returns the time at which it takes effect, in milliseconds
 */
export async function startWaiting(
  work: Work,
  { org_id: orgId, replacement_id, waiting_days }: { org_id: string; replacement_id: string; waiting_days: number },
): Promise<number> {
  const effective_at = work.now + waiting_days * DAY
  await work.db
    .updateTable('founder_replacement')
    .set((set) => ({
      status: 'waiting',
      started_at: set.fn.coalesce('started_at', set.val(work.now)),
      effective_at,
    }))
    .where('org_id', '=', orgId)
    .where('replacement_id', '=', replacement_id)
    .execute()
  for (const dueAt of [work.now + (waiting_days * DAY) / 2, effective_at - DAY, effective_at]) {
    await schedule(work, { orgId, kind: 'founder_replacement', subjectId: replacement_id, dueAt })
  }
  return effective_at
}

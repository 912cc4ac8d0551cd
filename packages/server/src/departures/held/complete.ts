import { audit } from '../../audit/audit.ts'
import { unschedule } from '../../due-work/due-work.ts'
import { appendEvents } from '../../events/append.ts'
import { system } from '../../events/event.ts'
import type { Work } from '../../store/work.ts'
import { tellReceived } from '../handover/tell-received.ts'
import { MOST_UNAVAILABLE, tellUnavailable } from '../handover/unavailable.ts'
import { changeHeldHandover, countsIn, findRunning, type HeldHandover, unavailableIn } from './row.ts'

/**
 * Ends the running handover of a departure's held resources, if there is one, because a restore returns the rest to the
 * member.
 */
export async function endHeldHandover(
  work: Work,
  { org_id, departure_id, account_id }: { org_id: string; departure_id: string; account_id: string },
): Promise<void> {
  const running = await findRunning(work.db, org_id, departure_id)
  if (!running) return
  await unschedule(work.db, org_id, 'held_handover', departure_id)
  await completeHeldHandover(work, running, account_id)
}

/** Completes a handover of held resources, records the new totals of the departure and notifies the recipients. */
export async function completeHeldHandover(work: Work, row: HeldHandover, accountId: string): Promise<void> {
  const { org_id: orgId, departure_id: departureId } = row
  await changeHeldHandover(work.db, row, { status: 'completed', completed_at: work.now })
  const totals = await work.db
    .updateTable('departure')
    .set({ handover_status: 'completed' })
    .where('org_id', '=', orgId)
    .where('departure_id', '=', departureId)
    .returning(['transferred', 'deleted', 'held'])
    .executeTakeFirstOrThrow()
  const unavailable_recipients = unavailableIn(row).slice(0, MOST_UNAVAILABLE)
  const data = {
    departure_id: departureId,
    account_id: accountId,
    ...totals,
    unavailable_recipients,
    handover_id: row.handover_id,
  }
  await appendEvents(work, [{ orgId, type: 'handover.completed', actor: system, data }])
  const received = countsIn(row.received)
  const change = { before: { handover: 'running' }, after: { handover: 'completed', ...totals, received } }
  await audit(work, system, { orgId, action: 'system', target: departureId, ...change })
  const from = { departure_id: departureId, handover_id: row.handover_id, from_id: accountId }
  await tellReceived(work, orgId, from, received)
  await tellUnavailable(work, { org_id: orgId, account_id: accountId }, departureId, unavailable_recipients, row)
}

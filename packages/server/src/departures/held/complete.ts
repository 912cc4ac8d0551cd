import { audit } from '../../audit/audit.ts'
import { unschedule } from '../../due-work/due-work.ts'
import { appendEvents } from '../../events/append.ts'
import { system } from '../../events/event.ts'
import { notify } from '../../notifications/notify.ts'
import type { Work } from '../../store/work.ts'
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
  await tellRecipients(work, row, accountId)
  await tellUnavailable(work, { org_id: orgId, account_id: accountId }, departureId, unavailable_recipients, row)
}

async function tellRecipients(work: Work, row: HeldHandover, fromId: string): Promise<void> {
  const { org_id: orgId, departure_id, handover_id } = row
  const received = countsIn(row.received)
  const ids = Object.keys(received)
  if (ids.length === 0) return
  const people = await work.db
    .selectFrom('account')
    .select(['account_id', 'identity_id'])
    .where('org_id', '=', orgId)
    .where('account_id', 'in', ids)
    .where('status', '=', 'active')
    .where('accepted_at', 'is not', null)
    .orderBy('account_id')
    .execute()
  for (const { account_id: accountId, identity_id: identityId } of people) {
    const data = { departure_id, handover_id, from_id: fromId, resources: received[accountId] ?? 0 }
    await notify(work, { identityId, accountId, orgId, type: 'resources.received', data })
  }
}

import type { CallOf, Schemas } from '@sendoff/api'
import { type OrganizationActor, requireAdministrator, requireUser } from '../../actor.ts'
import { audit, type Who } from '../../audit/audit.ts'
import { type Step, schedule } from '../../due-work/due-work.ts'
import { appendEvents } from '../../events/append.ts'
import { system } from '../../events/event.ts'
import { lockAsAdministrator, lockMembers } from '../../locks/members.ts'
import { notifyAdministrators } from '../../notifications/notify-administrators.ts'
import { scheduleSweep } from '../../organizations/retention.ts'
import { Refusal } from '../../refusal.ts'
import type { Work } from '../../store/work.ts'
import { findDepartureRow } from '../departure.ts'
import { isOnLegalHold } from '../handover/legal-hold.ts'
import { findLegalHold, type LegalHoldRow, presentLegalHold } from './legal-hold.ts'
import { countStanding, requireNotOwnDeparture } from './place.ts'

/**
 * Releases a legal hold. If the account has no other, purges that had to wait fall due (S98).
 *
 * @throws {Refusal} `user_required`, `admin_required`, `legal_hold_not_found`, `own_case`, `legal_hold_released`
 */
export async function releaseLegalHold(
  work: Work,
  actor: OrganizationActor,
  { hold_id: holdId, reason }: CallOf<'legalHolds.release'>,
): Promise<Schemas['LegalHold']> {
  requireUser(actor)
  requireAdministrator(actor)
  const { account_id, departure_id } = await findLegalHold(work.db, actor.orgId, holdId)
  await requireNotOwnDeparture(work.db, actor, (await findDepartureRow(work.db, actor.orgId, departure_id)).identity_id)
  await lockAsAdministrator(work.db, actor, [account_id])
  const hold = await findLegalHold(work.db, actor.orgId, holdId)
  if (hold.released_at !== null) throw new Refusal('legal_hold_released')
  return presentLegalHold(await release(work, actor, hold, reason))
}

/** Releases a legal hold that an operator named, in an organisation that nobody can act for any more (S99). */
export const releaseLegalHoldStep: Step = async (work, { orgId, subjectId }) => {
  const { account_id } = await findLegalHold(work.db, orgId, subjectId)
  await lockMembers(work.db, orgId, [account_id])
  const hold = await findLegalHold(work.db, orgId, subjectId)
  if (hold.released_at === null) await release(work, system, hold, hold.release_reason ?? '')
  return 'done'
}

async function release(work: Work, who: Who, hold: LegalHoldRow, reason: string): Promise<LegalHoldRow> {
  const { org_id: orgId, hold_id, departure_id, account_id } = hold
  const released = {
    released_by_type: who.type === 'user' ? ('user' as const) : ('system' as const),
    released_by: who.id,
    released_at: work.now,
    release_reason: reason,
  }
  await work.db
    .updateTable('legal_hold')
    .set(released)
    .where('org_id', '=', orgId)
    .where('hold_id', '=', hold_id)
    .execute()
  await countStanding(work, hold, -1)
  if (!(await isOnLegalHold(work.db, orgId, account_id))) {
    await schedulePurges(work, hold)
    // Records that the hold has kept beyond the periods of the policies are due now.
    await scheduleSweep(work, orgId, work.now)
  }
  const data = { hold_id, departure_id, account_id }
  await appendEvents(work, [{ orgId, type: 'legal_hold.released', actor: who, data }])
  await notifyAdministrators(work, orgId, { type: 'legal_hold.released', data })
  const change = { before: { status: 'standing' }, after: { status: 'released', ...data, reason } }
  const action = who.type === 'user' ? 'legalHolds.release' : 'system'
  await audit(work, who, { orgId, action, target: departure_id, ...change })
  return { ...hold, ...released }
}

/** Schedules the purges that found the hold and ended; in a dissolved organisation nothing can be restored any more. */
async function schedulePurges(work: Work, { org_id: orgId, account_id }: LegalHoldRow): Promise<void> {
  const { status } = await work.db
    .selectFrom('organization')
    .select('status')
    .where('org_id', '=', orgId)
    .executeTakeFirstOrThrow()
  const departed = await work.db
    .selectFrom('departure')
    .select(['departure_id', 'restorable_until'])
    .where('org_id', '=', orgId)
    .where('account_id', '=', account_id)
    .where('status', '=', 'departed')
    .execute()
  for (const { departure_id: subjectId, restorable_until } of departed) {
    const isOver = status === 'dissolved' || restorable_until === null || restorable_until <= work.now
    if (isOver) await schedule(work, { orgId, kind: 'purge', subjectId, dueAt: work.now })
  }
}

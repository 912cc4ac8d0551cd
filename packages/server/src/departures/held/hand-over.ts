import type { CallOf, Schemas } from '@sendoff/api'
import { type OrganizationActor, requireAdministrator } from '../../actor.ts'
import { requireNotOwnCase } from '../../apps/controllers.ts'
import { audit } from '../../audit/audit.ts'
import { schedule } from '../../due-work/due-work.ts'
import { newId } from '../../ids.ts'
import { lockAsAdministrator, requireMember } from '../../locks/members.ts'
import { Refusal } from '../../refusal.ts'
import type { Work } from '../../store/work.ts'
import { type DepartureRow, findDepartureRow } from '../departure.ts'
import { requireNoLegalHold } from '../handover/legal-hold.ts'
import { requireValidChoices } from './choices.ts'
import { handOverHeldPage } from './page.ts'
import { findRunning, type HeldHandover, presentHeldHandover } from './row.ts'

/**
 * Gives resources that were held when their owner departed to members of the organisation (S76). The first page moves
 * in this transaction, further pages are due work.
 *
 * @throws {Refusal} `admin_required`, `departure_not_found`, `own_case`, `already_restored`, `restore_window_expired`
 * after the purge, `account_not_restorable`, `legal_hold_standing`, `handover_running`, `recipient_invalid`, `invalid_request`
 */
export async function handOverHeld(
  work: Work,
  actor: OrganizationActor,
  { departure_id: departureId, ...choices }: CallOf<'departures.handOver'>,
): Promise<Schemas['HeldHandover']> {
  requireAdministrator(actor)
  const { orgId } = actor
  const { account_id } = await findGivable(work, orgId, departureId)
  const locked = await lockAsAdministrator(work.db, actor, [account_id])
  const departure = await findGivable(work, orgId, departureId)
  const member = requireMember(locked, account_id)
  await requireNotOwnCase(work.db, actor, member)
  // Somebody who was hired again decides about the resources of their former account no more than before.
  if (locked.some((row) => row.account_id === actor.id && row.identity_id === member.identity_id)) {
    throw new Refusal('own_case')
  }
  await requireNoLegalHold(work.db, orgId, account_id)
  if (departure.handover_status === 'running') throw new Refusal('handover_running')
  const leaver = { org_id: orgId, account_id, manager_id: null }
  await requireValidChoices(work.db, leaver, departureId, choices)

  const row: HeldHandover = {
    org_id: orgId,
    departure_id: departureId,
    handover_id: newId('hho'),
    choices: JSON.stringify(choices),
    status: 'running',
    actor_type: actor.type,
    actor_id: actor.id,
    position: '',
    received: '{}',
    unavailable: '{}',
    created_at: work.now,
    completed_at: null,
  }
  await work.db.insertInto('held_handover').values(row).execute()
  await work.db
    .updateTable('departure')
    .set({ handover_status: 'running' })
    .where('org_id', '=', orgId)
    .where('departure_id', '=', departureId)
    .execute()
  const before = { held: departure.held }
  await audit(work, actor, { orgId, action: 'departures.handOver', target: departureId, before, after: choices })
  const more = await handOverHeldPage(work, row, actor)
  if (more === 'again') await schedule(work, { orgId, kind: 'held_handover', subjectId: departureId, dueAt: work.now })
  const after = await findDepartureRow(work.db, orgId, departureId)
  return presentHeldHandover((await findRunning(work.db, orgId, departureId, row.handover_id)) ?? row, after)
}

/**
 * Finds a departure of which something may still be held: until the purge, which a legal hold can delay beyond the time
 * for a restore.
 *
 * @throws {Refusal} `departure_not_found`, `account_not_restorable`, `already_restored`, `restore_window_expired`
 */
async function findGivable(work: Work, orgId: string, departureId: string): Promise<DepartureRow> {
  const departure = await findDepartureRow(work.db, orgId, departureId)
  if (departure.restorable_until === null) throw new Refusal('account_not_restorable')
  if (departure.status === 'restored') throw new Refusal('already_restored')
  if (departure.status === 'purged') throw new Refusal('restore_window_expired')
  return departure
}

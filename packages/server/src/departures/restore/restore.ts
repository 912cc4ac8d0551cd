import type { Schemas } from '@sendoff/api'
import { type OrganizationActor, requireAdministrator } from '../../actor.ts'
import { requireNotOwnCase } from '../../apps/controllers.ts'
import { audit } from '../../audit/audit.ts'
import { timestamp } from '../../clock.ts'
import { unschedule } from '../../due-work/due-work.ts'
import { appendEvents } from '../../events/append.ts'
import { newId } from '../../ids.ts'
import { lockAsAdministrator, type MemberRow, requireMember } from '../../locks/members.ts'
import { lockOrganizations, requireNotDissolving } from '../../locks/organizations.ts'
import { findConflicts } from '../../members/conflicts.ts'
import { notify } from '../../notifications/notify.ts'
import { ROOT_DEPARTMENT, requireDepartments } from '../../organizations/departments.ts'
import { Refusal } from '../../refusal.ts'
import type { Tx } from '../../store/schema.ts'
import type { DepartureRow } from '../departure.ts'
import { completeHandover } from '../handover/perform.ts'
import { findRecipients } from '../handover/recipients.ts'
import { findNotRestored, findRestorable } from './restorable.ts'

/**
 * Brings a departed member back (S26 to S29): the account can be used again, what was held is theirs again. What was transferred
 * or deleted, the departments and the administrator's role are not; the answer says so.
 *
 * @throws {Refusal} `admin_required`, `departure_not_found`, `already_restored`, `restore_window_expired`,
 *   `account_not_restorable`, `own_case` for an app of the member's, `restore_conflict`, `dissolution_in_progress`,
 *   `invalid_request` for a department there is none of
 */
export async function restore(
  tx: Tx,
  actor: OrganizationActor,
  departureId: string,
  { dept_ids: deptIds = [ROOT_DEPARTMENT] }: { dept_ids?: number[] },
  now: number,
): Promise<Schemas['Restore']> {
  requireAdministrator(actor)
  const { account_id } = await findRestorable(tx, actor, departureId, now)
  const locked = await lockAsAdministrator(tx, actor, [account_id])
  // Read again under the lock: of two restores at once, the second finds it done.
  const departure = await findRestorable(tx, actor, departureId, now)
  const member = requireMember(locked, account_id)
  await requireNotOwnCase(tx, actor, member)
  await lockOrganizations(tx, [actor.orgId])
  await requireNotDissolving(tx, actor.orgId)
  await requireDepartments(tx, actor.orgId, deptIds, (id) => `/dept_ids/${deptIds.indexOf(id)}`)
  const conflicts = await findConflicts(tx, actor.orgId, member, account_id)
  if (conflicts.length > 0) throw new Refusal('restore_conflict', { conflicts })

  const not_restored = await findNotRestored(tx, departure, deptIds)
  // What a long handover has not come to stays theirs; what it has done is reported before they are back.
  await completeHandover(tx, departure, departureId, now)
  await reactivate(tx, member, deptIds)
  const resources = await giveBackHeld(tx, departure)
  await endDeparture(tx, departure, now)
  const data = { departure_id: departureId, account_id, restored: { resources, dept_ids: deptIds }, not_restored }
  await appendEvents(tx, [{ orgId: actor.orgId, type: 'member.restored', actor, data }], now)
  const { identity_id: identityId, accepted_at } = member
  const told = { departure_id: departureId }
  if (accepted_at !== null) {
    const { orgId } = actor
    await notify(tx, { identityId, accountId: account_id, orgId, type: 'account.restored', data: told }, now)
  }
  const change = { before: { status: 'departed' }, after: { status: 'active', dept_ids: deptIds } }
  await audit(tx, actor, { orgId: actor.orgId, action: 'departures.restore', target: account_id, ...change }, now)
  return {
    departure_id: departureId,
    account_id,
    dept_ids: deptIds,
    resources,
    not_restored,
    restored_at: timestamp(now),
  }
}

async function reactivate(tx: Tx, member: MemberRow, deptIds: number[]): Promise<void> {
  const { org_id, account_id, manager_id } = member
  const managers = await findRecipients(tx, member, manager_id ? [manager_id] : [])
  await tx
    .updateTable('account')
    .set((set) => ({
      status: 'active',
      role: 'member',
      manager_id: manager_id && managers.has(manager_id) ? manager_id : null,
      generation: newId('gen'),
      revision: set('revision', '+', 1),
    }))
    .where('org_id', '=', org_id)
    .where('account_id', '=', account_id)
    .execute()
  await tx.deleteFrom('account_department').where('org_id', '=', org_id).where('account_id', '=', account_id).execute()
  await tx
    .insertInto('account_department')
    .values([...new Set(deptIds)].map((dept_id) => ({ org_id, account_id, dept_id })))
    .execute()
}

/** @returns how many resources came back */
async function giveBackHeld(tx: Tx, { org_id, account_id }: DepartureRow): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('resource')
    .set({ status: 'owned' })
    .where('org_id', '=', org_id)
    .where('account_id', '=', account_id)
    .where('status', '=', 'held')
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

async function endDeparture(tx: Tx, { org_id, departure_id }: DepartureRow, now: number): Promise<void> {
  await tx
    .updateTable('departure')
    .set({ status: 'restored', restored_at: now })
    .where('org_id', '=', org_id)
    .where('departure_id', '=', departure_id)
    .execute()
  await unschedule(tx, org_id, 'purge', departure_id)
}

import type { CallOf, Schemas } from '@sendoff/api'
import { type OrganizationActor, requireAdministrator } from '../../actor.ts'
import { requireNotOwnCase } from '../../apps/controllers.ts'
import { audit } from '../../audit/audit.ts'
import { timestamp } from '../../clock.ts'
import { unschedule } from '../../due-work/due-work.ts'
import { appendEvents } from '../../events/append.ts'
import { newId } from '../../ids.ts'
import { lockAsAdministrator, type MemberRow, requireMember } from '../../locks/members.ts'
import { lockOrganizations, requireNotDissolving } from '../../locks/organizations.ts'
import { getMember } from '../../members/list.ts'
import { findMember } from '../../members/member.ts'
import { memberUpdated } from '../../members/updated.ts'
import { notify } from '../../notifications/notify.ts'
import { notifyMembers } from '../../notifications/notify-members.ts'
import { ROOT_DEPARTMENT, requireDepartments } from '../../organizations/departments.ts'
import type { Tx } from '../../store/schema.ts'
import type { Work } from '../../store/work.ts'
import { closeOrReopen } from '../../webhooks/receipts/closing.ts'
import { overtakeReceipts } from '../../webhooks/receipts/overtake.ts'
import type { DepartureRow } from '../departure.ts'
import { completeHandover } from '../handover/perform.ts'
import { findRecipients } from '../handover/recipients.ts'
import { endHeldHandover } from '../held/complete.ts'
import { release } from '../offboarding/suspension.ts'
import { changeReferences } from '../references/step.ts'
import { countGivenBack } from '../references/tell.ts'
import { findNotRestored } from './not-restored.ts'
import { findRestorable } from './restorable.ts'
import { settleSignIn } from './sign-in.ts'

/**
 * Restores a departed member (S26 to S29): the account can be used again and owns its held resources again. Transferred
 * and deleted resources, departments and the administrator's role do not come back; the answer lists them.
 *
 * @throws {Refusal} `admin_required`, `departure_not_found`, `already_restored`, `restore_window_expired`,
 * `account_not_restorable`, `own_case` for an app that the member controls, `restore_conflict`,
 * `dissolution_in_progress`, `invalid_request` for an unknown department
 */
export async function restore(
  work: Work,
  actor: OrganizationActor,
  { departure_id: departureId, dept_ids: deptIds = [ROOT_DEPARTMENT], ...choice }: CallOf<'departures.restore'>,
): Promise<Schemas['Restore']> {
  requireAdministrator(actor)
  const { account_id } = await findRestorable(work, actor, departureId)
  const locked = await lockAsAdministrator(work.db, actor, [account_id])
  // The departure is read again under the lock, so that the second of two concurrent restores finds it restored.
  const departure = await findRestorable(work, actor, departureId)
  const departed = requireMember(locked, account_id)
  await requireNotOwnCase(work.db, actor, departed)
  await lockOrganizations(work.db, [actor.orgId])
  await requireNotDissolving(work.db, actor.orgId)
  await requireDepartments(work.db, actor.orgId, deptIds, (id) => `/dept_ids/${deptIds.indexOf(id)}`)
  const member = await settleSignIn(work, departed, choice)
  const not_restored = await findNotRestored(work.db, departure, deptIds)
  // Resources that a long handover has not reached stay with the member; its finished part is reported before they are
  // restored.
  await endHeldHandover(work, departure)
  await completeHandover(work, departure, departureId)
  await reactivate(work.db, member, deptIds)
  const resources = await giveBackHeld(work.db, departure)
  await overtakeReceipts(work, { orgId: actor.orgId, accountId: account_id }, 'restored')
  await endDeparture(work, departure)
  const data = { departure_id: departureId, account_id, restored: { resources, dept_ids: deptIds }, not_restored }
  const restored = { orgId: actor.orgId, type: 'member.restored', actor, data } as const
  await appendEvents(work, [restored, ...(await contactsUpdated(work, actor, departed))])
  const references = await changeReferences(work, actor.orgId, departureId)
  await endSuspension(work, actor, departure)
  await closeOrReopen(work, actor.orgId, departureId)
  const { identity_id: identityId, accepted_at } = member
  const notice = { departure_id: departureId }
  if (accepted_at !== null) {
    const { orgId } = actor
    await notify(work, { identityId, accountId: account_id, orgId, type: 'account.restored', data: notice })
  }
  await tellConcerned(work, departure)
  const change = { before: { status: 'departed' }, after: { status: 'active', dept_ids: deptIds } }
  await audit(work, actor, { orgId: actor.orgId, action: 'departures.restore', target: account_id, ...change })
  return {
    departure_id: departureId,
    account_id,
    dept_ids: deptIds,
    resources,
    not_restored,
    references: await countGivenBack(work.db, departure, references),
    restored_at: timestamp(work.now),
    accepted_at: accepted_at === null ? null : timestamp(accepted_at),
  }
}

/** Builds the event of an address that was given in place of the member's own. */
async function contactsUpdated(work: Work, actor: OrganizationActor, { account_id, email, phone }: MemberRow) {
  const after = await getMember(work, actor, { account_id })
  const before = { ...after, email, phone }
  return memberUpdated({ orgId: actor.orgId, accountId: account_id, actor, before, after })
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

/** A member whom the offboarding had suspended before it took effect can act again. */
async function endSuspension(work: Work, actor: OrganizationActor, departure: DepartureRow): Promise<void> {
  const { org_id, account_id, departure_id } = departure
  const offboarding = await work.db
    .selectFrom('offboarding')
    .selectAll()
    .where('org_id', '=', org_id)
    .where('account_id', '=', account_id)
    .where('departure_id', '=', departure_id)
    .executeTakeFirst()
  if (!offboarding) return
  const member = await findMember(work.db, org_id, account_id)
  await release(work, member, offboarding, { actor, action: 'departures.restore' })
}

/** @returns the number of resources that were returned */
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

async function endDeparture(work: Work, { org_id, departure_id }: DepartureRow): Promise<void> {
  await work.db
    .updateTable('departure')
    .set({ status: 'restored', restored_at: work.now })
    .where('org_id', '=', org_id)
    .where('departure_id', '=', departure_id)
    .execute()
  await unschedule(work.db, org_id, 'purge', departure_id)
}

/** Notifies the manager at the departure, and everybody who received resources that stay theirs. */
async function tellConcerned(work: Work, departure: DepartureRow): Promise<void> {
  const { org_id, departure_id, account_id, snapshot } = departure
  const received = await work.db
    .selectFrom('handover_item')
    .select('recipient_id')
    .distinct()
    .where('org_id', '=', org_id)
    .where('departure_id', '=', departure_id)
    .where('outcome', '=', 'transferred')
    .orderBy('recipient_id')
    .limit(100)
    .execute()
  const { manager_id } = JSON.parse(snapshot) as Schemas['MemberSnapshot']
  const ids = [manager_id, ...received.map(({ recipient_id }) => recipient_id)]
  const others = ids.filter((id) => id !== account_id)
  await notifyMembers(work, org_id, others, { type: 'member.restored', data: { departure_id, account_id } })
}

import type { Schemas } from '@sendoff/api'
import { type OrganizationActor, requireAdministrator } from '../../actor.ts'
import { audit } from '../../audit/audit.ts'
import { timestamp } from '../../clock.ts'
import { schedule } from '../../due-work/due-work.ts'
import { appendEvents } from '../../events/append.ts'
import { newId } from '../../ids.ts'
import { lockAsAdministrator, lockMembers, type MemberRow, requireMember } from '../../locks/members.ts'
import { requireActive } from '../../members/member.ts'
import { readPolicy } from '../../organizations/policy.ts'
import { Refusal } from '../../refusal.ts'
import { insertRow, type Placing, statement } from '../../store/statement.ts'
import type { Work } from '../../store/work.ts'
import { depart } from '../depart.ts'
import { requireValidHandover } from '../handover/recipients.ts'
import { requireMayDepart } from '../may-depart.ts'
import { notifyConcerned } from '../notify-concerned.ts'
import { requireSuccessor } from '../references/holders.ts'
import { indexNamed } from '../references/named.ts'
import { parseEffectiveAt } from './effective-at.ts'
import {
  changeOffboarding,
  type Offboarding,
  type OffboardingRow,
  presentOffboarding,
  presentSuspension,
  recordCancellation,
} from './offboarding.ts'
import { requireNotOwnDeparture } from './own-departure.ts'
import { refusePersonalAccount } from './personal-account.ts'
import { requireFreshPreview } from './preview.ts'
import { findScheduledOffboarding } from './scheduled.ts'
import { requireStillMayOffboard } from './still-may.ts'
import { followSuspension } from './suspension.ts'
import { timesOf } from './times.ts'

type Command = Schemas['CreateOffboardingRequest']

/**
 * Makes a member depart, now or at a set time (S19, S32). It needs no leave application and also works for restricted
 * members.
 *
 * @throws {Refusal} `admin_required`, `member_not_found`, `personal_account_not_offboardable`, `already_departed`,
 * `founder_must_transfer`, `last_admin`, `recipient_invalid`, `effective_at_in_past`, `offboarding_exists`,
 * `preview_stale`, `approval_required`, `own_case`
 */
export async function offboard(work: Work, actor: OrganizationActor, command: Command): Promise<Offboarding> {
  requireAdministrator(actor)
  await refusePersonalAccount(work.db, command.account_id)
  const locked = await lockAsAdministrator(work.db, actor, [command.account_id])
  return carryOut(work, actor, requireMember(locked, command.account_id), command, null)
}

/**
 * Offboards one item of a batch on behalf of the administrator or app that created the batch.
 *
 * @throws {Refusal} the refusals of {@link offboard} and {@link requireStillMayOffboard}
 */
export async function offboardOfBatch(
  work: Work,
  actor: OrganizationActor,
  command: Command,
  batchId: string,
): Promise<Offboarding> {
  const ids = actor.type === 'user' ? [command.account_id, actor.id] : [command.account_id]
  const locked = await lockMembers(work.db, actor.orgId, ids)
  await requireStillMayOffboard(work.db, actor, locked)
  await refusePersonalAccount(work.db, command.account_id)
  return carryOut(work, actor, requireMember(locked, command.account_id), command, batchId)
}

async function carryOut(
  work: Work,
  actor: OrganizationActor,
  member: MemberRow,
  command: Command,
  batchId: string | null,
): Promise<Offboarding> {
  requireActive(member)
  const { handover = {}, successor_id = null, preview_id } = command
  const asked = command.effective_at === undefined ? undefined : parseEffectiveAt(command.effective_at)
  const scheduled = await findScheduledOffboarding(work.db, member)
  if (asked !== undefined) {
    if (asked <= work.now) throw new Refusal('effective_at_in_past')
    if (scheduled) throw new Refusal('offboarding_exists')
  }
  if (preview_id !== undefined) await requireFreshPreview(work, member, { preview_id, handover, successor_id })
  await requireMayDepart(work.db, member)
  await requireNotOwnDeparture(work.db, actor, member)
  await requireValidHandover(work.db, member, handover)
  await requireSuccessor(work.db, member, successor_id)
  const { org_id: orgId } = member
  const suspendedSince = scheduled?.suspend_at ?? null
  const times = timesOf(await readPolicy(work.db, orgId), work.now, { asked, suspendedSince })
  const row: OffboardingRow = {
    org_id: orgId,
    offboarding_id: newId('off'),
    account_id: member.account_id,
    status: times.effective_at > work.now ? 'scheduled' : 'completed',
    ...times,
    handover: JSON.stringify(handover),
    reason_code: command.reason_code,
    reason_text: command.reason_text ?? null,
    actor_type: actor.type,
    actor_id: actor.id,
    batch_id: batchId,
    departure_id: null,
    failure: null,
    // One that replaces another takes over its suspension.
    suspended_from: scheduled?.suspended_from ?? null,
    created_at: work.now,
    successor_id,
    ended_at: null,
    reasons_erased_at: null,
  }
  if (scheduled && row.status === 'scheduled') await replace(work, actor, scheduled)
  work.later(insertOffboarding(work.db, row))
  if (row.status === 'completed') return presentOffboarding(await departBy(work, member, row, actor))
  await indexNamed(work.db, row)
  await plan(work, actor, member, row)
  return presentOffboarding(await followSuspension(work, member, row, { actor, action: 'offboardings.create' }))
}

const insertOffboarding = insertRow('offboarding')

/** Cancels a scheduled offboarding in whose place another is scheduled. The member stays suspended. */
async function replace(work: Work, actor: OrganizationActor, row: OffboardingRow): Promise<void> {
  await changeOffboarding(work.db, row, { status: 'canceled', suspended_from: null, ended_at: work.now })
  await recordCancellation(work, actor, row, 'offboardings.create')
}

/** Carries out an offboarding of a member who is locked and may depart. */
export async function departBy(
  work: Work,
  member: MemberRow,
  row: OffboardingRow,
  actor: Parameters<typeof depart>[2]['actor'],
): Promise<OffboardingRow> {
  if (row.status !== 'completed') await changeOffboarding(work.db, row, { status: 'completed' })
  const { departure_id } = await depart(work, member, {
    method: 'admin_offboard',
    initiator: row.actor_type === 'app' ? 'app' : 'admin',
    actor,
    action: 'offboardings.create',
    reasonCode: row.reason_code,
    reasonText: row.reason_text,
    handover: JSON.parse(row.handover),
    successorId: row.successor_id,
  })
  const [completed] = await setDeparture(work.db, { ...row, departure_id })
  if (!completed) throw new Error('There is no offboarding to complete')
  return completed
}

const setDeparture = statement((db, $: Placing<{ org_id: string; offboarding_id: string; departure_id: string }>) =>
  db
    .updateTable('offboarding')
    .set({ departure_id: $('departure_id') })
    .where('org_id', '=', $('org_id'))
    .where('offboarding_id', '=', $('offboarding_id'))
    .returningAll(),
)

async function plan(work: Work, actor: OrganizationActor, member: MemberRow, row: OffboardingRow): Promise<void> {
  const { org_id: orgId, offboarding_id, account_id, effective_at: dueAt } = row
  await schedule(work, { orgId, kind: 'offboarding', subjectId: offboarding_id, dueAt })
  const data = { offboarding_id, account_id, effective_at: timestamp(dueAt), ...presentSuspension(row) }
  await appendEvents(work, [{ orgId, type: 'member.offboarding_scheduled', actor, data }])
  await notifyConcerned(work, member, JSON.parse(row.handover), { type: 'offboarding.scheduled', data })
  await audit(work, actor, { orgId, action: 'offboardings.create', target: offboarding_id, after: data })
}

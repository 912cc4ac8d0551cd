import type { CallOf } from '@sendoff/api'
import { type OrganizationActor, requireAdministrator } from '../../actor.ts'
import { isOwnAct } from '../../apps/controllers.ts'
import { audit } from '../../audit/audit.ts'
import { timestamp } from '../../clock.ts'
import { schedule, unschedule } from '../../due-work/due-work.ts'
import { appendEvents } from '../../events/append.ts'
import { lockAsAdministrator, type MemberRow, requireMember } from '../../locks/members.ts'
import { readPolicy } from '../../organizations/policy.ts'
import { Refusal } from '../../refusal.ts'
import type { Tx } from '../../store/schema.ts'
import type { Work } from '../../store/work.ts'
import { requireValidHandover } from '../handover/recipients.ts'
import { notifyConcerned } from '../notify-concerned.ts'
import { requireSuccessor } from '../references/holders.ts'
import { parseEffectiveAt } from './effective-at.ts'
import {
  changeOffboarding,
  findOffboarding,
  type Offboarding,
  type OffboardingRow,
  presentOffboarding,
  presentSuspension,
  recordCancellation,
} from './offboarding.ts'
import { requireNotOwnDeparture } from './own-departure.ts'
import { followSuspension, release } from './suspension.ts'
import { type Times, timesOf } from './times.ts'

/**
 * Reschedules or changes a scheduled offboarding; omitted fields keep their values. From then on it acts for the
 * caller.
 *
 * @throws {Refusal} `admin_required`, `own_case`, `offboarding_not_found`, `offboarding_not_pending`,
 * `effective_at_in_past`, `recipient_invalid`, `approval_required`
 */
export async function updateOffboarding(
  work: Work,
  actor: OrganizationActor,
  { offboarding_id: id, ...command }: CallOf<'offboardings.update'>,
): Promise<Offboarding> {
  const { row, member } = await findPending(work.db, actor, id)
  const effective_at = command.effective_at === undefined ? row.effective_at : parseEffectiveAt(command.effective_at)
  if (effective_at <= work.now) throw new Refusal('effective_at_in_past')
  if (command.handover) await requireValidHandover(work.db, member, command.handover)
  await requireNotOwnDeparture(work.db, actor, member)
  await requireSuccessor(work.db, member, command.successor_id)
  const { orgId } = actor
  const moved = effective_at !== row.effective_at
  const times = moved ? await timesAfterMove(work, row, effective_at) : {}
  const updated = await changeOffboarding(work.db, row, {
    ...times,
    actor_type: actor.type,
    actor_id: actor.id,
    ...(command.handover && { handover: JSON.stringify(command.handover) }),
    ...(command.successor_id !== undefined && { successor_id: command.successor_id }),
    ...(command.reason_code && { reason_code: command.reason_code }),
    ...(command.reason_text && { reason_text: command.reason_text }),
  })
  if (moved) {
    await unschedule(work.db, orgId, 'offboarding', id)
    await schedule(work, { orgId, kind: 'offboarding', subjectId: id, dueAt: effective_at })
    const at = { effective_at: timestamp(effective_at), ...presentSuspension(updated) }
    const data = { offboarding_id: id, account_id: row.account_id, ...at }
    await appendEvents(work, [{ orgId, type: 'member.offboarding_rescheduled', actor, data }])
  }
  const by = { actor, action: 'offboardings.update' } as const
  const changed = moved ? await followSuspension(work, member, updated, by) : updated
  if (moved || command.handover) {
    const data = { offboarding_id: id, account_id: row.account_id, effective_at: timestamp(effective_at) }
    await notifyConcerned(work, member, JSON.parse(updated.handover), { type: 'offboarding.changed', data })
  }
  const change = { before: presentOffboarding(row), after: presentOffboarding(changed) }
  await audit(work, actor, { orgId, action: 'offboardings.update', target: id, ...change })
  return presentOffboarding(changed)
}

/**
 * Cancels a scheduled offboarding; the member stays, and can act again if it had suspended them.
 *
 * @throws {Refusal} `admin_required`, `own_case`, `offboarding_not_found`, `offboarding_not_pending`
 */
export async function cancelOffboarding(
  work: Work,
  actor: OrganizationActor,
  { offboarding_id: id }: CallOf<'offboardings.cancel'>,
): Promise<Offboarding> {
  const { row, member } = await findPending(work.db, actor, id)
  await changeOffboarding(work.db, row, { status: 'canceled', ended_at: work.now })
  await recordCancellation(work, actor, row, 'offboardings.cancel')
  const data = { offboarding_id: id, account_id: row.account_id }
  await notifyConcerned(work, member, JSON.parse(row.handover), { type: 'offboarding.canceled', data })
  return presentOffboarding(
    await release(work, member, { ...row, status: 'canceled' }, { actor, action: 'offboardings.cancel' }),
  )
}

/** A member who is suspended already stays so, unless the suspension would begin later by the new time. */
async function timesAfterMove(work: Work, row: OffboardingRow, effective_at: number): Promise<Times> {
  const times = timesOf(await readPolicy(work.db, row.org_id), work.now, { asked: effective_at })
  const already = row.suspend_at !== null && row.suspend_at <= work.now
  return already && times.suspend_at === work.now ? { effective_at, suspend_at: row.suspend_at } : times
}

async function findPending(
  tx: Tx,
  actor: OrganizationActor,
  id: string,
): Promise<{ row: OffboardingRow; member: MemberRow }> {
  requireAdministrator(actor)
  const { account_id } = await findOffboarding(tx, actor.orgId, id)
  const locked = await lockAsAdministrator(tx, actor, [account_id])
  const row = await findOffboarding(tx, actor.orgId, id)
  if (row.status !== 'scheduled') throw new Refusal('offboarding_not_pending')
  const member = requireMember(locked, account_id)
  const isOwn = row.actor_type === actor.type && row.actor_id === actor.id
  if (!isOwn && (await isOwnAct(tx, actor, member))) throw new Refusal('own_case')
  return { row, member }
}

import type { CallOf } from '@sendoff/api'
import { type OrganizationActor, requireAdministrator } from '../../actor.ts'
import { isOwnAct } from '../../apps/controllers.ts'
import { audit } from '../../audit/audit.ts'
import { timestamp } from '../../clock.ts'
import { schedule, unschedule } from '../../due-work/due-work.ts'
import { appendEvents } from '../../events/append.ts'
import { lockAsAdministrator, type MemberRow, requireMember } from '../../locks/members.ts'
import { Refusal } from '../../refusal.ts'
import type { Tx } from '../../store/schema.ts'
import type { Work } from '../../store/work.ts'
import { requireValidHandover } from '../handover/recipients.ts'
import { parseEffectiveAt } from './effective-at.ts'
import { requireNoWayRoundApproval } from './no-way-round-approval.ts'
import {
  changeOffboarding,
  findOffboarding,
  type Offboarding,
  type OffboardingRow,
  presentOffboarding,
} from './offboarding.ts'

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
  await requireNoWayRoundApproval(work.db, actor, member)
  const changed = await changeOffboarding(work.db, row, {
    effective_at,
    actor_type: actor.type,
    actor_id: actor.id,
    ...(command.handover && { handover: JSON.stringify(command.handover) }),
    ...(command.reason_code && { reason_code: command.reason_code }),
    ...(command.reason_text && { reason_text: command.reason_text }),
  })
  const { orgId } = actor
  if (effective_at !== row.effective_at) {
    await unschedule(work.db, orgId, 'offboarding', id)
    await schedule(work, { orgId, kind: 'offboarding', subjectId: id, dueAt: effective_at })
    const data = { offboarding_id: id, account_id: row.account_id, effective_at: timestamp(effective_at) }
    await appendEvents(work, [{ orgId, type: 'member.offboarding_rescheduled', actor, data }])
  }
  const change = { before: presentOffboarding(row), after: presentOffboarding(changed) }
  await audit(work, actor, { orgId, action: 'offboardings.update', target: id, ...change })
  return presentOffboarding(changed)
}

/**
 * Cancels a scheduled offboarding; the member stays.
 *
 * @throws {Refusal} `admin_required`, `own_case`, `offboarding_not_found`, `offboarding_not_pending`
 */
export async function cancelOffboarding(
  work: Work,
  actor: OrganizationActor,
  { offboarding_id: id }: CallOf<'offboardings.cancel'>,
): Promise<Offboarding> {
  const { row } = await findPending(work.db, actor, id)
  const { orgId } = actor
  const changed = await changeOffboarding(work.db, row, { status: 'canceled' })
  await unschedule(work.db, orgId, 'offboarding', id)
  const data = { offboarding_id: id, account_id: row.account_id, cause: 'canceled' } as const
  await appendEvents(work, [{ orgId, type: 'member.offboarding_canceled', actor, data }])
  const change = { before: { status: 'scheduled' }, after: { status: 'canceled' } }
  await audit(work, actor, { orgId, action: 'offboardings.cancel', target: id, ...change })
  return presentOffboarding(changed)
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

import type { Schemas } from '@sendoff/api'
import type { Actor } from '../actor.ts'
import { audit } from '../audit/audit.ts'
import { timestamp } from '../clock.ts'
import { schedule } from '../due-work/due-work.ts'
import { appendEvents } from '../events/append.ts'
import type { SystemActor } from '../events/event.ts'
import { newId } from '../ids.ts'
import type { MemberRow } from '../locks/members.ts'
import { reviewAgain } from '../members/review-again.ts'
import { notify } from '../notifications/notify.ts'
import { notifyMembers } from '../notifications/notify-members.ts'
import type { Tx } from '../store/schema.ts'
import { insertRow, type Placing, statement } from '../store/statement.ts'
import type { Work } from '../store/work.ts'
import { closeOrReopen } from '../webhooks/receipts/closing.ts'
import { overtakeReceipts } from '../webhooks/receipts/overtake.ts'
import { closeWhatIsOpen } from './close-what-is-open.ts'
import { readClosed } from './closed.ts'
import { handOverPage } from './handover/perform.ts'
import { countOutcomes, makePlan, planInventory } from './handover/plan.ts'
import { changeReferences } from './references/step.ts'
import { restorableFrom } from './restore-window.ts'

/** The method, initiator, actor and reason of a departure. */
export type Departing = {
  method: Schemas['DepartureMethod']
  initiator: Schemas['Initiator']
  actor: (Pick<Actor, 'type' | 'id'> & Partial<Pick<Actor, 'origin'>>) | SystemActor
  action: Parameters<typeof audit>[2]['action']
  reasonCode?: string | undefined
  reasonText?: string | null | undefined
  entryPoint?: string | undefined
  handover?: Schemas['Handover'] | undefined
  /** The member who takes the leaver's place where others refer to them. */
  successorId?: string | null
  /** The treatment of resources without a choice: transferred, or deleted with the organisation. */
  otherwise?: 'transfer' | 'delete'
}

/** A departure that has just begun, and true if all resources have been handed over. */
export type Departed = { departure_id: string; isHandedOver: boolean }

/**
 * Makes a member depart, by any method: the account becomes unusable immediately, its resources are handed over, and
 * the event is recorded. The caller has checked that the member may depart.
 *
 * @param member locked and active
 * @returns its id; {@link findDeparture} reads the rest
 * @see docs/decisions/departing.md
 */
export async function depart(work: Work, member: MemberRow, departing: Departing): Promise<Departed> {
  const { org_id: orgId, account_id } = member
  const departureId = newId('dep')
  const restorableUntil = departing.method === 'org_dissolved' ? null : await restorableFrom(work.db, orgId, work.now)
  const snapshot = await snapshotOf(work.db, member)
  const plan = await makePlan(work.db, member, departing.handover ?? {}, departing.otherwise)
  const handover = countOutcomes(await planInventory(work.db, member, plan))
  const closed = restorableUntil === null ? null : JSON.stringify(await readClosed(work.db, member))
  work.later(markDeparted(work.db, { org_id: orgId, account_id, generation: newId('gen') }))
  work.later(
    insertDeparture(work.db, {
      org_id: orgId,
      departure_id: departureId,
      account_id,
      identity_id: member.identity_id,
      method: departing.method,
      initiator: departing.initiator,
      actor_type: departing.actor.type,
      actor_id: departing.actor.id,
      reason_code: departing.reasonCode ?? null,
      reason_text: departing.reasonText ?? null,
      entry_point: departing.entryPoint ?? null,
      snapshot: JSON.stringify(snapshot),
      handover: JSON.stringify(plan),
      handover_status: 'running',
      transferred: 0,
      deleted: 0,
      held: 0,
      status: 'departed',
      restorable_until: restorableUntil,
      departed_at: work.now,
      restored_at: null,
      successor_id: departing.successorId ?? null,
      closed,
      closed_at: null,
    }),
  )
  if (restorableUntil !== null) {
    await schedule(work, { orgId, kind: 'purge', subjectId: departureId, dueAt: restorableUntil })
  }
  const data: Schemas['MemberDepartedEvent']['data'] = {
    departure_id: departureId,
    account_id,
    external_id: member.external_id,
    method: departing.method,
    initiator: departing.initiator,
    reason_code: departing.reasonCode ?? null,
    reason_text: departing.reasonText ?? null,
    snapshot,
    handover,
    restorable_until: restorableUntil === null ? null : timestamp(restorableUntil),
  }
  const overtaken = await overtakeReceipts(work, { orgId, accountId: account_id }, 'departed_again')
  await appendEvents(work, [{ orgId, type: 'member.departed', actor: departing.actor, data }])
  for (const earlier of overtaken) await closeOrReopen(work, orgId, earlier)
  await closeWhatIsOpen(work, member)
  await reviewAgain(work, orgId, account_id)
  // The first page is handed over in this transaction, which completes an ordinary handover; further pages have
  // transactions of their own.
  const more = await handOverPage(work, orgId, departureId)
  if (more === 'again') await schedule(work, { orgId, kind: 'handover', subjectId: departureId, dueAt: work.now })
  // With the organisation nobody is left who could refer to anybody.
  if (departing.method !== 'org_dissolved') await changeReferences(work, orgId, departureId)
  const notice = { departure_id: departureId, method: departing.method, initiator: departing.initiator }
  const { identity_id: identityId, accepted_at } = member
  if (accepted_at !== null) {
    await notify(work, { identityId, accountId: account_id, orgId, type: 'account.departed', data: notice })
  }
  if (departing.method !== 'org_dissolved') {
    await notifyMembers(work, orgId, [member.manager_id], { type: 'member.departed', data: { ...notice, account_id } })
  }
  const { action, actor } = departing
  await audit(work, actor, {
    orgId,
    action,
    target: account_id,
    before: { status: 'active' },
    after: { status: 'departed' },
  })
  return { departure_id: departureId, isHandedOver: more === 'done' }
}

async function snapshotOf(tx: Tx, member: MemberRow): Promise<Schemas['MemberSnapshot']> {
  const departments = await readDepartments(tx, member)
  const { name, email, phone, external_id, role, manager_id } = member
  return { name, email, phone, external_id, dept_ids: departments.map(({ dept_id }) => dept_id), role, manager_id }
}

/** From now on every token of the account is refused (S3), permanently: a restored account has another generation. */
const markDeparted = statement((db, $: Placing<Pick<MemberRow, 'org_id' | 'account_id' | 'generation'>>) =>
  db
    .updateTable('account')
    .set({ status: 'departed', generation: $('generation') })
    .where('org_id', '=', $('org_id'))
    .where('account_id', '=', $('account_id')),
)

const insertDeparture = insertRow('departure')

const readDepartments = statement((db, $: Placing<Pick<MemberRow, 'org_id' | 'account_id'>>) =>
  db
    .selectFrom('account_department')
    .select('dept_id')
    .where('org_id', '=', $('org_id'))
    .where('account_id', '=', $('account_id'))
    .orderBy('dept_id'),
)

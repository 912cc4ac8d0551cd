import type { CallOf, Schemas } from '@sendoff/api'
import type { Selectable } from 'kysely'
import { type OrganizationActor, requireAdministrator } from '../../actor.ts'
import { type AuditedChange, audit } from '../../audit/audit.ts'
import { timestamp } from '../../clock.ts'
import { unschedule } from '../../due-work/due-work.ts'
import { appendEvents } from '../../events/append.ts'
import { Refusal } from '../../refusal.ts'
import { listed } from '../../store/page.ts'
import type { Reader, Schema, Tx } from '../../store/schema.ts'
import type { View, Work } from '../../store/work.ts'
import { describeFailure } from '../../texts/sentence.ts'
import type { Language } from '../../texts/texts.ts'
import { indexNamed } from '../references/named.ts'

export type Offboarding = Schemas['Offboarding']
export type OffboardingRow = Selectable<Schema['offboarding']>

/** An offboarding as the contract shows it. */
export function presentOffboarding(row: OffboardingRow, language?: Language): Offboarding {
  return {
    offboarding_id: row.offboarding_id,
    account_id: row.account_id,
    acts_for: actsFor(row),
    status: row.status,
    effective_at: timestamp(row.effective_at),
    suspend_at: row.suspend_at === null ? null : timestamp(row.suspend_at),
    reason_code: row.reason_code as Schemas['ReasonCode'],
    reason_text: row.reason_text,
    batch_id: row.batch_id,
    departure_id: row.departure_id,
    failure: row.failure,
    problem: describeFailure(row.failure, language),
    successor_id: row.successor_id,
    created_at: timestamp(row.created_at),
  }
}

/** Returns the actor that scheduled an offboarding or changed it last, for whom it is carried out. */
export const actsFor = ({ actor_type: type, actor_id: id }: Pick<OffboardingRow, 'actor_type' | 'actor_id'>) => ({
  type,
  id,
})

/** The time of the suspension in an event, where there is one. */
export const presentSuspension = ({ suspend_at }: Pick<OffboardingRow, 'suspend_at'>) =>
  suspend_at === null ? {} : { suspend_at: timestamp(suspend_at) }

/** @throws {Refusal} `offboarding_not_found` */
export async function findOffboarding(db: Reader, orgId: string, id: string): Promise<OffboardingRow> {
  const row = await db
    .selectFrom('offboarding')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('offboarding_id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Refusal('offboarding_not_found')
  return row
}

/** @throws {Refusal} `admin_required`, `offboarding_not_found` */
export async function getOffboarding(
  { db }: View,
  actor: OrganizationActor,
  { offboarding_id: id }: CallOf<'offboardings.get'>,
): Promise<Offboarding> {
  requireAdministrator(actor)
  return presentOffboarding(await findOffboarding(db, actor.orgId, id), actor.origin.language)
}

/**
 * Lists offboardings.
 *
 * @throws {Refusal} `admin_required`
 */
export async function listOffboardings(
  { db }: View,
  actor: OrganizationActor,
  { status, account_id, batch_id, ...page }: CallOf<'offboardings.list'>,
): Promise<Schemas['OffboardingList']> {
  requireAdministrator(actor)
  let query = db.selectFrom('offboarding').selectAll().where('org_id', '=', actor.orgId)
  if (status) query = query.where('status', '=', status)
  if (account_id) query = query.where('account_id', '=', account_id)
  if (batch_id) query = query.where('batch_id', '=', batch_id)
  const columns = { id: 'offboarding_id', from: 'offboarding', at: 'created_at' } as const
  return listed(query, columns, page, (row) => presentOffboarding(row, actor.origin.language))
}

/** Updates an offboarding and returns its new row. */
export async function changeOffboarding(
  tx: Tx,
  { org_id, offboarding_id }: Pick<OffboardingRow, 'org_id' | 'offboarding_id'>,
  change: Partial<OffboardingRow>,
): Promise<OffboardingRow> {
  const changed = await tx
    .updateTable('offboarding')
    .set(change)
    .where('org_id', '=', org_id)
    .where('offboarding_id', '=', offboarding_id)
    .returningAll()
    .executeTakeFirstOrThrow()
  if (change.status || change.handover || change.successor_id !== undefined) await indexNamed(tx, changed)
  return changed
}

/** Ends the due work of an offboarding that was canceled, and records the cancellation. */
export async function recordCancellation(
  work: Work,
  actor: OrganizationActor,
  { org_id: orgId, offboarding_id: id, account_id }: OffboardingRow,
  action: AuditedChange['action'],
): Promise<void> {
  await unschedule(work.db, orgId, 'offboarding', id)
  await unschedule(work.db, orgId, 'offboarding_suspension', id)
  const data = { offboarding_id: id, account_id, cause: 'canceled' } as const
  await appendEvents(work, [{ orgId, type: 'member.offboarding_canceled', actor, data }])
  const change = { before: { status: 'scheduled' }, after: { status: 'canceled' } }
  await audit(work, actor, { orgId, action, target: id, ...change })
}

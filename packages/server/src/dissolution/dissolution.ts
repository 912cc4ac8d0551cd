import type { Schemas } from '@sendoff/api'
import type { Selectable } from 'kysely'
import { type OrganizationActor, requireFounder } from '../actor.ts'
import { audit } from '../audit/audit.ts'
import { timestamp } from '../clock.ts'
import { schedule, unschedule } from '../due-work/due-work.ts'
import { appendEvents } from '../events/append.ts'
import { newId } from '../ids.ts'
import { lockAsFounder } from '../locks/members.ts'
import { lockOrganizations } from '../locks/organizations.ts'
import { notifyAdministrators } from '../notifications/notify-administrators.ts'
import { Refusal } from '../refusal.ts'
import type { Reader, Schema } from '../store/schema.ts'
import type { View, Work } from '../store/work.ts'
import { readsAs } from '../values/folded.ts'

export type Dissolution = Schemas['Dissolution']
type Row = Selectable<Schema['dissolution']>

/** The time before a dissolution takes effect, in milliseconds: 72 hours (S9). */
export const WAIT = 72 * 60 * 60 * 1000

async function present(db: Reader, row: Row): Promise<Dissolution> {
  return {
    status: row.status,
    reason_code: row.reason_code as Schemas['DissolutionReason'],
    requested_by: row.requested_by,
    requested_at: timestamp(row.requested_at),
    effective_at: timestamp(row.effective_at),
    legal_holds: await countOnLegalHold(db, row.org_id),
  }
}

/** Counts the departures that outlast the organisation, because a legal hold stands on them (S99). */
async function countOnLegalHold(db: Reader, orgId: string): Promise<number> {
  const { departures } = await db
    .selectFrom('legal_hold')
    .select((count) => count.fn.count<number>('departure_id').distinct().as('departures'))
    .where('org_id', '=', orgId)
    .where('released_at', 'is', null)
    .executeTakeFirstOrThrow()
  return departures
}

/**
 * Requests the dissolution of the organisation, which takes effect after 72 hours (S5, S6, S9). Until then everything
 * continues, but no members, associations or authorizations are added.
 *
 * @throws {Refusal} `user_required`, `founder_required`, `confirm_name_mismatch`, `dissolution_in_progress`
 */
export async function requestDissolution(
  work: Work,
  actor: OrganizationActor,
  { reason_code, confirm_name }: Schemas['RequestDissolutionRequest'],
): Promise<Dissolution> {
  requireFounder(actor)
  const { orgId } = actor
  await lockAsFounder(work.db, actor)
  await lockOrganizations(work.db, [orgId])
  const organization = await work.db
    .selectFrom('organization')
    .select(['name', 'status'])
    .where('org_id', '=', orgId)
    .executeTakeFirstOrThrow()
  if (organization.status !== 'active') throw new Refusal('dissolution_in_progress')
  if (!readsAs(organization.name, confirm_name)) throw new Refusal('confirm_name_mismatch')
  const row: Row = {
    org_id: orgId,
    dissolution_id: newId('dis'),
    status: 'scheduled',
    reason_code,
    requested_by: actor.id,
    requested_at: work.now,
    effective_at: work.now + WAIT,
    ended_at: null,
  }
  await work.db.insertInto('dissolution').values(row).execute()
  await work.db.updateTable('organization').set({ status: 'dissolving' }).where('org_id', '=', orgId).execute()
  await schedule(work, { orgId, kind: 'dissolution', subjectId: row.dissolution_id, dueAt: row.effective_at })
  const data = { reason_code, effective_at: timestamp(row.effective_at) }
  await appendEvents(work, [{ orgId, type: 'organization.dissolution_scheduled', actor, data }])
  await notifyAdministrators(work, orgId, { type: 'dissolution.scheduled', data })
  await audit(work, actor, { orgId, action: 'dissolution.request', target: orgId, after: data })
  return present(work.db, row)
}

/** @throws {Refusal} `user_required`, `founder_required`, `dissolution_not_found` */
export async function getDissolution({ db }: View, actor: OrganizationActor): Promise<Dissolution> {
  requireFounder(actor)
  return present(db, await findScheduled(db, actor.orgId))
}

/**
 * Cancels the dissolution before it takes effect.
 *
 * @throws {Refusal} `user_required`, `founder_required`, `dissolution_not_found`
 */
export async function cancelDissolution(work: Work, actor: OrganizationActor): Promise<Dissolution> {
  requireFounder(actor)
  const { orgId } = actor
  await lockAsFounder(work.db, actor)
  await lockOrganizations(work.db, [orgId])
  const row = await findScheduled(work.db, orgId)
  // A due dissolution can't be canceled, even if its work has not started.
  if (row.effective_at <= work.now) throw new Refusal('dissolution_not_found')
  await work.db
    .updateTable('dissolution')
    .set({ status: 'canceled', ended_at: work.now })
    .where('org_id', '=', orgId)
    .where('dissolution_id', '=', row.dissolution_id)
    .execute()
  await work.db.updateTable('organization').set({ status: 'active' }).where('org_id', '=', orgId).execute()
  await unschedule(work.db, orgId, 'dissolution', row.dissolution_id)
  const data = { effective_at: timestamp(row.effective_at) }
  await appendEvents(work, [{ orgId, type: 'organization.dissolution_canceled', actor, data }])
  await notifyAdministrators(work, orgId, { type: 'dissolution.canceled', data })
  const change = { before: { status: 'scheduled' }, after: { status: 'canceled' } }
  await audit(work, actor, { orgId, action: 'dissolution.cancel', target: orgId, ...change })
  return present(work.db, { ...row, status: 'canceled' })
}

async function findScheduled(db: Reader, orgId: string): Promise<Row> {
  const row = await db
    .selectFrom('dissolution')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('status', '=', 'scheduled')
    .executeTakeFirst()
  if (!row) throw new Refusal('dissolution_not_found')
  return row
}

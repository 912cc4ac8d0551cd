import type { CallOf, Schemas } from '@sendoff/api'
import { type Actor, requireUserActor } from '../../actor.ts'
import { audit } from '../../audit/audit.ts'
import { timestamp } from '../../clock.ts'
import { schedule } from '../../due-work/due-work.ts'
import { appendEvents } from '../../events/append.ts'
import { identityOf } from '../../identity/identity.ts'
import { newId } from '../../ids.ts'
import { lockMembers } from '../../locks/members.ts'
import { notifyAdministrators } from '../../notifications/notify-administrators.ts'
import { Refusal } from '../../refusal.ts'
import type { Reader } from '../../store/schema.ts'
import type { Work } from '../../store/work.ts'
import { decideForNobody } from './for-nobody.ts'
import { presentMine } from './mine.ts'
import type { RequestRow } from './request.ts'

/** The time within which an organisation decides, in milliseconds: a month (GDPR, article 12(3)). */
const TO_DECIDE = 30 * 24 * 60 * 60 * 1000

/**
 * Asks the organisation that holds a departure of the person to erase its account (S112). The organisation's log and event name the
 * departed account and not the one with which the person asks, which is none of the organisation's business.
 *
 * @throws {Refusal} `user_required`, `departure_not_found`, `account_not_departed`, `erasure_exists`, `erasure_request_exists`
 */
export async function requestErasure(
  work: Work,
  actor: Actor,
  { departure_id, message }: CallOf<'me.requestErasure'>,
): Promise<Schemas['MyErasureRequest']> {
  requireUserActor(actor)
  const known = await findOwn(work.db, actor, departure_id)
  const { org_id: orgId, account_id } = known
  await lockMembers(work.db, orgId, [account_id])
  const departure = await findOwn(work.db, actor, departure_id)
  if (departure.account_status === 'active') throw new Refusal('account_not_departed')
  if (await isErased(work.db, orgId, account_id)) throw new Refusal('erasure_exists')
  const row: RequestRow = {
    org_id: orgId,
    erasure_request_id: newId('erq'),
    departure_id,
    account_id,
    identity_id: departure.identity_id,
    message: message ?? null,
    status: 'open',
    ground: null,
    reason: null,
    decided_by: null,
    decided_at: null,
    erasure_id: null,
    created_at: work.now,
    decide_by: work.now + TO_DECIDE,
  }
  const inserted = await work.db
    .insertInto('erasure_request')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('erasure_request_id')
    .executeTakeFirst()
  if (!inserted) throw new Refusal('erasure_request_exists')
  const who = { type: 'user', id: account_id } as const
  const after = { departure_id, account_id }
  await audit(work, who, { orgId, action: 'me.requestErasure', target: row.erasure_request_id, after })
  const { organization_name, organization_status } = departure
  const asked = organization_status === 'dissolved' ? await decideForNobody(work, row) : await ask(work, row)
  return presentMine({ ...asked, organization_name, erased_at: null }, work.now)
}

/** Notifies the administrators, and schedules the reminder for when the request is overdue. */
async function ask(work: Work, row: RequestRow): Promise<RequestRow> {
  const { org_id: orgId, erasure_request_id, departure_id, account_id } = row
  const data = { erasure_request_id, departure_id, account_id, decide_by: timestamp(row.decide_by) }
  await schedule(work, { orgId, kind: 'erasure_request_due', subjectId: erasure_request_id, dueAt: row.decide_by })
  const actor = { type: 'user', id: account_id } as const
  await appendEvents(work, [{ orgId, type: 'account.erasure_requested', actor, data }])
  await notifyAdministrators(work, orgId, { type: 'erasure.requested', data })
  return row
}

/** @throws {Refusal} `departure_not_found` for the departure of somebody else, of a personal account, and of a membership never accepted */
async function findOwn(db: Reader, actor: Actor, departureId: string) {
  const row = await db
    .selectFrom('departure')
    .innerJoin('organization', 'organization.org_id', 'departure.org_id')
    .innerJoin('account', 'account.account_id', 'departure.account_id')
    .select(['departure.org_id', 'departure.account_id', 'departure.identity_id', 'account.status as account_status'])
    .select(['organization.name as organization_name', 'organization.status as organization_status'])
    .where('departure.departure_id', '=', departureId)
    .where('departure.identity_id', '=', identityOf(db, actor))
    .where('account.accepted_at', 'is not', null)
    .executeTakeFirst()
  if (!row) throw new Refusal('departure_not_found')
  return row
}

async function isErased(db: Reader, orgId: string, accountId: string): Promise<boolean> {
  const erasure = await db
    .selectFrom('erasure')
    .select('erasure_id')
    .where('org_id', '=', orgId)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return erasure !== undefined
}

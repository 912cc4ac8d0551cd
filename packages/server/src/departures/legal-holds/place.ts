import type { CallOf, Schemas } from '@sendoff/api'
import { type OrganizationActor, requireAdministrator, requireUser } from '../../actor.ts'
import { audit } from '../../audit/audit.ts'
import { appendEvents } from '../../events/append.ts'
import { newId } from '../../ids.ts'
import { lockAsAdministrator } from '../../locks/members.ts'
import { notifyAdministrators } from '../../notifications/notify-administrators.ts'
import { Refusal } from '../../refusal.ts'
import type { Reader, Tx } from '../../store/schema.ts'
import type { Work } from '../../store/work.ts'
import { findDepartureRow } from '../departure.ts'
import { type LegalHoldRow, presentLegalHold } from './legal-hold.ts'

/**
 * Places a legal hold on a departure, whatever its status (S98). It waits for a page of a purge that is under way.
 *
 * @throws {Refusal} `user_required`, `admin_required`, `departure_not_found`, `own_case`, `erasure_exists`
 */
export async function placeLegalHold(
  work: Work,
  actor: OrganizationActor,
  { departure_id: departureId, reason }: CallOf<'legalHolds.create'>,
): Promise<Schemas['LegalHold']> {
  requireUser(actor)
  requireAdministrator(actor)
  const { orgId } = actor
  const { account_id, identity_id } = await findDepartureRow(work.db, orgId, departureId)
  await requireNotOwnDeparture(work.db, actor, identity_id)
  await lockAsAdministrator(work.db, actor, [account_id])
  await lockDeparture(work.db, orgId, departureId)
  await requireNotErased(work.db, orgId, account_id)
  const row: LegalHoldRow = {
    org_id: orgId,
    hold_id: newId('lgh'),
    departure_id: departureId,
    account_id,
    reason,
    placed_by: actor.id,
    placed_at: work.now,
    released_by_type: null,
    released_by: null,
    released_at: null,
    release_reason: null,
  }
  await work.db.insertInto('legal_hold').values(row).execute()
  await countStanding(work, row, 1)
  const data = { hold_id: row.hold_id, departure_id: departureId, account_id }
  await appendEvents(work, [{ orgId, type: 'legal_hold.placed', actor, data }])
  await notifyAdministrators(work, orgId, { type: 'legal_hold.placed', data })
  await audit(work, actor, { orgId, action: 'legalHolds.create', target: departureId, after: { ...data, reason } })
  return presentLegalHold(row)
}

/** @throws {Refusal} `departure_not_found` if its record has just been removed (S111) */
async function lockDeparture(db: Tx, orgId: string, departureId: string): Promise<void> {
  const row = await db
    .selectFrom('departure')
    .select('departure_id')
    .where('org_id', '=', orgId)
    .where('departure_id', '=', departureId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Refusal('departure_not_found')
}

/** @throws {Refusal} `erasure_exists`: what is erased, or about to be, can't be kept any more */
async function requireNotErased(db: Reader, orgId: string, accountId: string): Promise<void> {
  const erasure = await db
    .selectFrom('erasure')
    .select('erasure_id')
    .where('org_id', '=', orgId)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  if (erasure) throw new Refusal('erasure_exists')
}

/** Changes the number of standing legal holds that a departure shows. */
export async function countStanding(
  { db }: Work,
  { org_id, departure_id }: LegalHoldRow,
  change: 1 | -1,
): Promise<void> {
  await db
    .updateTable('departure')
    .set((set) => ({ legal_holds: set('legal_holds', '+', change) }))
    .where('org_id', '=', org_id)
    .where('departure_id', '=', departure_id)
    .execute()
}

/**
 * Checks that a departure is not of the person who decides, whichever of their accounts departed.
 *
 * @throws {Refusal} `own_case`
 */
export async function requireNotOwnDeparture(db: Reader, actor: { id: string }, identityId: string): Promise<void> {
  const own = await db
    .selectFrom('account')
    .select('account_id')
    .where('account_id', '=', actor.id)
    .where('identity_id', '=', identityId)
    .executeTakeFirst()
  if (own) throw new Refusal('own_case')
}

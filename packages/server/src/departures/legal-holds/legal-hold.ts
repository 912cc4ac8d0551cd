import type { CallOf, Schemas } from '@sendoff/api'
import type { Selectable } from 'kysely'
import { type OrganizationActor, requireAdministrator } from '../../actor.ts'
import { timestamp } from '../../clock.ts'
import { Refusal } from '../../refusal.ts'
import { paged } from '../../store/page.ts'
import type { Reader, Schema } from '../../store/schema.ts'
import type { View } from '../../store/work.ts'

export type LegalHoldRow = Selectable<Schema['legal_hold']>

/** A legal hold as the contract shows it. */
export function presentLegalHold(row: LegalHoldRow): Schemas['LegalHold'] {
  const { released_by, released_by_type, released_at } = row
  return {
    hold_id: row.hold_id,
    departure_id: row.departure_id,
    account_id: row.account_id,
    status: released_at === null ? 'standing' : 'released',
    reason: row.reason,
    placed_by: { type: 'user', id: row.placed_by },
    placed_at: timestamp(row.placed_at),
    released_by: released_by === null ? null : { type: released_by_type ?? 'system', id: released_by },
    released_at: released_at === null ? null : timestamp(released_at),
    release_reason: released_at === null ? null : row.release_reason,
  }
}

/** @throws {Refusal} `legal_hold_not_found` */
export async function findLegalHold(db: Reader, orgId: string, holdId: string): Promise<LegalHoldRow> {
  const row = await db
    .selectFrom('legal_hold')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('hold_id', '=', holdId)
    .executeTakeFirst()
  if (!row) throw new Refusal('legal_hold_not_found')
  return row
}

/** @throws {Refusal} `admin_required`, `legal_hold_not_found` */
export async function getLegalHold(
  { db }: View,
  actor: OrganizationActor,
  { hold_id: holdId }: CallOf<'legalHolds.get'>,
): Promise<Schemas['LegalHold']> {
  requireAdministrator(actor)
  return presentLegalHold(await findLegalHold(db, actor.orgId, holdId))
}

/**
 * Lists legal holds, oldest first.
 *
 * @throws {Refusal} `admin_required`
 */
export async function listLegalHolds(
  { db }: View,
  actor: OrganizationActor,
  { departure_id: departureId, status, ...page }: CallOf<'legalHolds.list'>,
): Promise<Schemas['LegalHoldList']> {
  requireAdministrator(actor)
  let query = db.selectFrom('legal_hold').selectAll().where('org_id', '=', actor.orgId).orderBy('hold_id')
  if (departureId !== undefined) query = query.where('departure_id', '=', departureId)
  if (status !== undefined) query = query.where('released_at', status === 'standing' ? 'is' : 'is not', null)
  return paged(page, (after, limit) => query.where('hold_id', '>', after).limit(limit).execute(), {
    key: (row) => row.hold_id,
    present: presentLegalHold,
  })
}

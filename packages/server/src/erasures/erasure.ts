import type { CallOf, Schemas } from '@sendoff/api'
import type { Selectable } from 'kysely'
import { type OrganizationActor, requireAdministrator } from '../actor.ts'
import { timestamp } from '../clock.ts'
import { Refusal } from '../refusal.ts'
import { type Page, paged } from '../store/page.ts'
import type { Schema } from '../store/schema.ts'
import type { View } from '../store/work.ts'

export type ErasureRow = Selectable<Schema['erasure']>

/** The time for which answers to idempotency keys are kept, in milliseconds: 24 hours. */
const ANSWERS_KEPT = 24 * 60 * 60 * 1000

/** An erasure as the contract shows it. */
export function presentErasure(row: ErasureRow): Schemas['Erasure'] {
  return {
    erasure_id: row.erasure_id,
    account_id: row.account_id,
    status: row.status,
    pseudonym: row.pseudonym,
    requested_by: { type: 'user', id: row.requested_by },
    requested_at: timestamp(row.created_at),
    completed_at: row.completed_at === null ? null : timestamp(row.completed_at),
    proof: JSON.parse(row.proof),
    sign_in: row.sign_in,
    answers_expire_at: timestamp(row.created_at + ANSWERS_KEPT),
  }
}

/** @throws {Refusal} `admin_required`, `erasure_not_found` */
export async function getErasure(
  { db }: View,
  actor: OrganizationActor,
  { erasure_id: erasureId }: CallOf<'erasures.get'>,
): Promise<Schemas['Erasure']> {
  requireAdministrator(actor)
  const row = await db
    .selectFrom('erasure')
    .selectAll()
    .where('org_id', '=', actor.orgId)
    .where('erasure_id', '=', erasureId)
    .executeTakeFirst()
  if (!row) throw new Refusal('erasure_not_found')
  return presentErasure(row)
}

/**
 * Lists erasures, oldest first.
 *
 * @throws {Refusal} `admin_required`
 */
export async function listErasures(
  { db }: View,
  actor: OrganizationActor,
  page: Page,
): Promise<Schemas['ErasureList']> {
  requireAdministrator(actor)
  const query = db.selectFrom('erasure').selectAll().where('org_id', '=', actor.orgId).orderBy('erasure_id')
  return paged(page, (after, limit) => query.where('erasure_id', '>', after).limit(limit).execute(), {
    key: (row) => row.erasure_id,
    present: presentErasure,
  })
}

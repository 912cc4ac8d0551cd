import type { CallOf, Schemas } from '@sendoff/api'
import { type ExpressionBuilder, type Selectable, sql } from 'kysely'
import { type OrganizationActor, requireAdministrator } from '../../actor.ts'
import { timestamp } from '../../clock.ts'
import { Refusal } from '../../refusal.ts'
import { paged } from '../../store/page.ts'
import type { Reader, Schema } from '../../store/schema.ts'
import type { View } from '../../store/work.ts'

export type RequestRow = Selectable<Schema['erasure_request']>

/** The members that the person and the administrators see alike. */
export function presentCommon(row: RequestRow, now: number) {
  return {
    erasure_request_id: row.erasure_request_id,
    departure_id: row.departure_id,
    account_id: row.account_id,
    message: row.message,
    status: row.status,
    requested_at: timestamp(row.created_at),
    decide_by: timestamp(row.decide_by),
    overdue: row.status === 'open' && row.decide_by <= now,
    ground: row.ground,
    reason: row.reason,
    decided_at: row.decided_at === null ? null : timestamp(row.decided_at),
  }
}

/** A request as administrators see it. */
export function presentRequest(row: RequestRow & { holds: number }, now: number): Schemas['ErasureRequest'] {
  return {
    ...presentCommon(row, now),
    on_legal_hold: row.holds > 0,
    decided_by: row.decided_by === null ? null : { type: 'user', id: row.decided_by },
    erasure_id: row.erasure_id,
  }
}

/** Selects requests with the number of legal holds that stand on their accounts. */
const requests = (db: Reader, orgId: string) =>
  db
    .selectFrom('erasure_request')
    .selectAll('erasure_request')
    .select(holds)
    .where('erasure_request.org_id', '=', orgId)

const holds = (of: ExpressionBuilder<Schema, 'erasure_request'>) =>
  of
    .selectFrom('legal_hold')
    .select(sql<number>`count(*)`.as('holds'))
    .whereRef('legal_hold.org_id', '=', 'erasure_request.org_id')
    .whereRef('legal_hold.account_id', '=', 'erasure_request.account_id')
    .where('legal_hold.released_at', 'is', null)
    .$asScalar()
    .$notNull()
    .as('holds')

/** @throws {Refusal} `erasure_request_not_found` */
export async function findRequest(db: Reader, orgId: string, id: string) {
  const row = await requests(db, orgId).where('erasure_request_id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('erasure_request_not_found')
  return row
}

/**
 * Lists the requests for erasure, oldest first (S112).
 *
 * @throws {Refusal} `admin_required`
 */
export async function listRequests(
  { db, now }: View,
  actor: OrganizationActor,
  { status, ...page }: CallOf<'erasureRequests.list'>,
): Promise<Schemas['ErasureRequestList']> {
  requireAdministrator(actor)
  let query = requests(db, actor.orgId).orderBy('erasure_request_id')
  if (status) query = query.where('status', '=', status)
  return paged(page, (after, limit) => query.where('erasure_request_id', '>', after).limit(limit).execute(), {
    key: (row) => row.erasure_request_id,
    present: (row) => presentRequest(row, now),
  })
}

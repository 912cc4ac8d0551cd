import type { Schemas } from '@sendoff/api'
import type { OrganizationActor } from '../../actor.ts'
import { timestamp } from '../../clock.ts'
import { Refusal } from '../../refusal.ts'
import type { Reader, Tx } from '../../store/schema.ts'
import { isUnanswered, type ReceiptRow } from './transition.ts'

/**
 * The receipts of an organisation that an actor may see: an administrator and an app of the organisation all of them, a
 * third-party app its own.
 */
export function visibleReceipts(db: Reader, { orgId, ...actor }: OrganizationActor) {
  const all = db.selectFrom('receipt').selectAll().where('org_id', '=', orgId)
  return ownAppOf(actor) === undefined ? all : all.where('app_id', '=', actor.id)
}

/** The app that sees only its own receipts; undefined for an actor who sees all. */
export function ownAppOf(actor: Pick<OrganizationActor, 'type' | 'id'> & { kind?: string }): string | undefined {
  return actor.kind === 'third_party' ? actor.id : undefined
}

/** @throws {Refusal} `receipt_not_found` */
export async function lockReceipt(tx: Tx, actor: OrganizationActor, receiptId: string): Promise<ReceiptRow> {
  const row = await visibleReceipts(tx, actor).where('receipt_id', '=', receiptId).forUpdate().executeTakeFirst()
  if (!row) throw new Refusal('receipt_not_found')
  return row
}

/** Presents receipts with their endpoints, which stay when they are deleted. */
export async function presentReceipts(
  { db, now }: { db: Reader; now: number },
  rows: readonly ReceiptRow[],
): Promise<Schemas['Receipt'][]> {
  if (rows.length === 0) return []
  const endpoints = await db
    .selectFrom('webhook_endpoint')
    .select(['endpoint_id', 'description', 'status'])
    .where('endpoint_id', 'in', [...new Set(rows.map(({ endpoint_id }) => endpoint_id))])
    .execute()
  const byId = new Map(endpoints.map((one) => [one.endpoint_id, one]))
  return rows.map((row) => present(row, byId.get(row.endpoint_id), now))
}

type Endpoint = { description: string | null; status: Schemas['ReceiptSystem']['status'] }

function present(row: ReceiptRow, endpoint: Endpoint | undefined, now: number): Schemas['Receipt'] {
  return {
    receipt_id: row.receipt_id,
    org_id: row.org_id,
    system: {
      app_id: row.app_id,
      app_name: row.app_name,
      endpoint_id: row.endpoint_id,
      description: endpoint?.description ?? null,
      status: endpoint?.status ?? 'deleted',
    },
    event_id: row.event_id,
    event_type: row.event_type,
    subject_id: row.subject_id,
    departure_id: row.departure_id,
    status: row.status,
    reason: row.reason,
    details: row.details,
    answered_by: row.answered_by,
    since: timestamp(row.created_at),
    deadline_at: timestamp(row.deadline_at),
    acknowledged_at: timeOrNull(row.acknowledged_at),
    answered_at: timeOrNull(row.answered_at),
    overdue: isUnanswered(row) && row.deadline_at <= now,
    late: row.answered_by !== 'platform' && row.answered_at !== null && row.answered_at > row.deadline_at,
    reminders: row.reminders,
    reminded_at: timeOrNull(row.reminded_at),
  }
}

const timeOrNull = (time: number | null) => (time === null ? null : timestamp(time))

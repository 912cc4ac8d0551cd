import type { CallOf, Schemas } from '@sendoff/api'
import type { Selectable } from 'kysely'
import { type OrganizationActor, requireAdministrator } from '../actor.ts'
import { timestamp } from '../clock.ts'
import { isFound } from '../members/found.ts'
import { Refusal } from '../refusal.ts'
import { listed } from '../store/page.ts'
import type { Reader, Schema } from '../store/schema.ts'
import { type Placing, statement } from '../store/statement.ts'
import type { View } from '../store/work.ts'
import { countReceipts, noReceipts, type ReceiptCounts } from '../webhooks/receipts/counts.ts'
import { listReceipts } from '../webhooks/receipts/list.ts'
import { ownAppOf } from '../webhooks/receipts/receipt.ts'
import { UNSETTLED } from '../webhooks/receipts/transition.ts'

export type Departure = Schemas['Departure']
export type DepartureRow = Selectable<Schema['departure']>

/** A departure as the contract shows it, with the counts of its receipts. */
function presentDeparture(row: DepartureRow, receipts: ReceiptCounts | undefined): Departure {
  const { transferred, deleted, held } = row
  return {
    departure_id: row.departure_id,
    account_id: row.account_id,
    method: row.method,
    initiator: row.initiator,
    actor: { type: row.actor_type, id: row.actor_id },
    reason_code: row.reason_code,
    reason_text: row.reason_text,
    entry_point: row.entry_point as Schemas['EntryPoint'] | null,
    snapshot: JSON.parse(row.snapshot),
    handover: { status: row.handover_status, transferred, deleted, held },
    status: row.status,
    departed_at: timestamp(row.departed_at),
    restorable_until: row.restorable_until === null ? null : timestamp(row.restorable_until),
    restored_at: row.restored_at === null ? null : timestamp(row.restored_at),
    rehired_as: row.rehired_as,
    receipts: receipts ?? noReceipts(),
    closed_at: row.closed_at === null ? null : timestamp(row.closed_at),
    legal_holds: row.legal_holds,
  }
}

/** @throws {Refusal} `departure_not_found` */
export async function findDeparture(
  view: View,
  orgId: string,
  departureId: string,
  ofApp?: string,
): Promise<Departure> {
  const row = await findDepartureRow(view.db, orgId, departureId)
  const receipts = await countReceipts(view, orgId, [departureId], ofApp)
  return presentDeparture(row, receipts.get(departureId))
}

/** @throws {Refusal} `departure_not_found` */
export async function findDepartureRow(db: Reader, orgId: string, departureId: string): Promise<DepartureRow> {
  const [row] = await readDeparture(db, { orgId, departureId })
  if (!row) throw new Refusal('departure_not_found')
  return row
}

const readDeparture = statement((db, $: Placing<{ orgId: string; departureId: string }>) =>
  db.selectFrom('departure').selectAll().where('org_id', '=', $('orgId')).where('departure_id', '=', $('departureId')),
)

/**
 * Lists the departures of the organisation. A search looks at members until they are purged.
 *
 * @throws {Refusal} `admin_required`
 */
export async function listDepartures(
  view: View,
  actor: OrganizationActor,
  { restorable, method, closed, account_id, batch_id, q, ...page }: CallOf<'departures.list'>,
): Promise<Schemas['DepartureList']> {
  requireAdministrator(actor)
  let query = view.db.selectFrom('departure').selectAll().where('departure.org_id', '=', actor.orgId)
  if (account_id) query = query.where('departure.account_id', '=', account_id)
  if (batch_id) query = query.where(({ exists }) => exists(offboardingOf(view.db, batch_id)))
  if (q !== undefined) query = query.where(({ exists }) => exists(accountFound(view.db, q)))
  if (method) query = query.where('method', '=', method)
  if (restorable === true) query = query.where('status', '=', 'departed').where('restorable_until', '>', view.now)
  if (restorable === false) {
    query = query.where((or) =>
      or.or([
        or('status', '!=', 'departed'),
        or('restorable_until', 'is', null),
        or('restorable_until', '<=', view.now),
      ]),
    )
  }
  if (closed === true) query = query.where('closed_at', 'is not', null)
  if (closed === false)
    query = query.where((is) =>
      is.exists(
        is
          .selectFrom('receipt')
          .select('receipt_id')
          .whereRef('receipt.org_id', '=', 'departure.org_id')
          .whereRef('receipt.departure_id', '=', 'departure.departure_id')
          .where('receipt.status', 'in', UNSETTLED),
      ),
    )
  const columns = { id: 'departure_id', from: 'departure', at: 'departed_at' } as const
  const { data, next_cursor } = await listed(query, columns, page, (row) => row)
  const ids = data.map(({ departure_id }) => departure_id)
  const receipts = await countReceipts(view, actor.orgId, ids, ownAppOf(actor))
  return { data: data.map((row) => presentDeparture(row, receipts.get(row.departure_id))), next_cursor }
}

const offboardingOf = (db: Reader, batchId: string) =>
  db
    .selectFrom('offboarding')
    .select('offboarding.offboarding_id')
    .whereRef('offboarding.org_id', '=', 'departure.org_id' as never)
    .whereRef('offboarding.departure_id', '=', 'departure.departure_id' as never)
    .where('offboarding.batch_id', '=', batchId)

const accountFound = (db: Reader, q: string) =>
  db
    .selectFrom('account')
    .select('account.account_id')
    .whereRef('account.account_id', '=', 'departure.account_id' as never)
    .where('account.status', '!=', 'purged')
    .where(isFound(q))

/** @throws {Refusal} `admin_required`, `departure_not_found` */
export async function getDeparture(
  view: View,
  actor: OrganizationActor,
  { departure_id: departureId }: CallOf<'departures.get'>,
): Promise<Departure> {
  requireAdministrator(actor)
  return findDeparture(view, actor.orgId, departureId, ownAppOf(actor))
}

/**
 * Lists the systems of a departure with their receipts.
 *
 * @throws {Refusal} `admin_required`, `departure_not_found`
 */
export async function listReceiptsOfDeparture(
  view: View,
  actor: OrganizationActor,
  query: CallOf<'departures.listReceipts'>,
): Promise<Schemas['ReceiptList']> {
  requireAdministrator(actor)
  await findDepartureRow(view.db, actor.orgId, query.departure_id)
  return listReceipts(view, actor, query)
}

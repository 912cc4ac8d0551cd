import type { CallOf, Schemas } from '@sendoff/api'
import type { Selectable } from 'kysely'
import { type OrganizationActor, requireAdministrator } from '../actor.ts'
import { timestamp } from '../clock.ts'
import { Refusal } from '../refusal.ts'
import { type Page, paged } from '../store/page.ts'
import type { Reader, Schema } from '../store/schema.ts'
import type { View } from '../store/work.ts'

export type Departure = Schemas['Departure']
export type DepartureRow = Selectable<Schema['departure']>

/** A departure as the contract shows it. */
export function presentDeparture(row: DepartureRow): Departure {
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
  }
}

/** @throws {Refusal} `departure_not_found` */
export async function findDeparture(db: Reader, orgId: string, departureId: string): Promise<Departure> {
  return presentDeparture(await findDepartureRow(db, orgId, departureId))
}

/** @throws {Refusal} `departure_not_found` */
export async function findDepartureRow(db: Reader, orgId: string, departureId: string): Promise<DepartureRow> {
  const row = await db
    .selectFrom('departure')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('departure_id', '=', departureId)
    .executeTakeFirst()
  if (!row) throw new Refusal('departure_not_found')
  return row
}

type Filter = Page & { restorable?: boolean; method?: Schemas['DepartureMethod'] }

/**
 * Lists the departures of the organisation, oldest first.
 *
 * @throws {Refusal} `admin_required`
 */
export async function listDepartures(
  view: View,
  actor: OrganizationActor,
  { restorable, method, ...page }: Filter,
): Promise<Schemas['DepartureList']> {
  requireAdministrator(actor)
  let query = view.db.selectFrom('departure').selectAll().where('org_id', '=', actor.orgId).orderBy('departure_id')
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
  return paged(page, (after, limit) => query.where('departure_id', '>', after).limit(limit).execute(), {
    key: (row) => row.departure_id,
    present: presentDeparture,
  })
}

/** @throws {Refusal} `admin_required`, `departure_not_found` */
export async function getDeparture(
  { db }: View,
  actor: OrganizationActor,
  { departure_id: departureId }: CallOf<'departures.get'>,
): Promise<Departure> {
  requireAdministrator(actor)
  return findDeparture(db, actor.orgId, departureId)
}

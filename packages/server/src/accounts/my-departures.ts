import type { Schemas } from '@sendoff/api'
import { type Actor, requireUserActor } from '../actor.ts'
import { timestamp } from '../clock.ts'
import { identityOf } from '../identity/identity.ts'
import { type Page, paged } from '../store/page.ts'
import type { Reader } from '../store/schema.ts'
import type { View } from '../store/work.ts'

/** Lists the departures of the person behind a token, with their reasons and the administrators to ask (S21). */
export async function listMyDepartures({ db }: View, actor: Actor, page: Page): Promise<Schemas['MyDepartureList']> {
  requireUserActor(actor)
  const { identity_id } = await identityOf(db, actor).executeTakeFirstOrThrow()
  return listDeparturesOf(db, identity_id, page)
}

/**
 * Lists why accounts of a person are gone, and whom to ask about it (S21). A membership that was never accepted is left out, with the
 * text of its organisation.
 */
export async function listDeparturesOf(
  db: Reader,
  identityId: string,
  page: Page,
): Promise<Schemas['MyDepartureList']> {
  const query = db
    .selectFrom('departure')
    .innerJoin('organization', 'organization.org_id', 'departure.org_id')
    .innerJoin('account', 'account.account_id', 'departure.account_id')
    .selectAll('departure')
    .where('departure.identity_id', '=', identityId)
    .where('account.accepted_at', 'is not', null)
    .select('organization.name as organization_name')
    .orderBy('departure.departure_id')
  const listed = await paged(
    page,
    (after, limit) => query.where('departure.departure_id', '>', after).limit(limit).execute(),
    {
      key: (row) => row.departure_id,
      present: (row) => row,
    },
  )
  const admins = await adminsOf(db, [...new Set(listed.data.map((row) => row.org_id))])
  const data = listed.data.map((row) => ({
    departure_id: row.departure_id,
    org_id: row.org_id,
    organization_name: row.organization_name,
    account_id: row.account_id,
    method: row.method,
    initiator: row.initiator,
    reason_code: row.reason_code,
    reason_text: row.reason_text,
    departed_at: timestamp(row.departed_at),
    restorable_until: row.restorable_until === null ? null : timestamp(row.restorable_until),
    status: row.status,
    admins: admins.filter(({ org_id }) => org_id === row.org_id).map(({ org_id: _, ...admin }) => admin),
  }))
  return { data, next_cursor: listed.next_cursor }
}

/** Finds the founders and the administrators who can act of some organisations, with their contacts. */
export async function adminsOf(db: Reader, orgIds: string[]) {
  if (orgIds.length === 0) return []
  return db
    .selectFrom('account')
    .select(['org_id', 'account_id', 'name', 'role', 'email', 'phone'])
    .where('org_id', 'in', orgIds)
    .where('status', '=', 'active')
    .where('condition', '=', 'normal')
    .where('role', 'in', ['founder', 'admin'])
    .$narrowType<{ role: 'founder' | 'admin' }>()
    .orderBy('account_id')
    .execute()
}

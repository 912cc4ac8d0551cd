import { sql } from 'kysely'
import { appendEvents } from '../events/append.ts'
import { type NewEvent, system } from '../events/event.ts'
import type { Address } from '../identity/address.ts'
import { lockOrganizations } from '../locks/organizations.ts'
import { jsonText } from '../store/json-text.ts'
import type { Work } from '../store/work.ts'

/**
 * Notifies every organisation from which somebody with this address departed that it belongs to somebody else now (S36,
 * S37), so that nobody mistakes the one for the other. The event names the departed account only. An organisation that
 * the departed person never accepted is not notified.
 *
 * @param identityId the new owner of the address
 */
export async function tellIdentifierRecycled(work: Work, identityId: string, address: Address): Promise<void> {
  const departures = await work.db
    .selectFrom('departure')
    .innerJoin('organization', 'organization.org_id', 'departure.org_id')
    .innerJoin('account', 'account.account_id', 'departure.account_id')
    .select(['departure.org_id', 'departure.departure_id', 'departure.account_id'])
    .where(sql`lower(${jsonText(work.db, 'departure.snapshot', address.type)})`, '=', address.value)
    .where('account.accepted_at', 'is not', null)
    .where('departure.identity_id', '!=', identityId)
    .where('departure.status', '!=', 'restored')
    .where('organization.status', '!=', 'dissolved')
    .orderBy('departure.org_id')
    .orderBy('departure.account_id')
    .orderBy('departure.departure_id', 'desc')
    .execute()
  // A person who departed twice is named once, by the latest departure.
  const latest = departures.filter(({ account_id }, i) => departures[i - 1]?.account_id !== account_id)
  if (latest.length === 0) return
  await lockOrganizations(work.db, [...new Set(latest.map(({ org_id }) => org_id))])
  const events = latest.map(
    ({ org_id, departure_id, account_id }): NewEvent => ({
      orgId: org_id,
      type: 'account.identifier_recycled',
      actor: system,
      data: { departure_id, account_id, identifier_type: address.type, identifier: address.value },
    }),
  )
  await appendEvents(work, events)
}

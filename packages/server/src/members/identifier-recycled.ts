import { sql } from 'kysely'
import { type Step, schedule } from '../due-work/due-work.ts'
import { appendEvents } from '../events/append.ts'
import { type NewEvent, system } from '../events/event.ts'
import { type Address, addressesOf } from '../identity/address.ts'
import { lockOrganizations } from '../locks/organizations.ts'
import { jsonText } from '../store/json-text.ts'
import type { Work } from '../store/work.ts'
import type { Owner } from './address-owner.ts'

/** The organisations to notify: one, all but one, or all. */
type Where = { only?: string; except?: string }

/**
 * Notifies every organisation from which somebody with this address departed that it belongs to somebody else now (S36,
 * S37, S64), so that nobody mistakes the one for the other. The event names the departed account only. An organisation that
 * the departed person never accepted is not notified.
 *
 * @param identityId the new owner of the address
 */
export async function tellIdentifierRecycled(
  work: Work,
  identityId: string,
  address: Address,
  { only, except }: Where = {},
): Promise<void> {
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
    .$if(only !== undefined, (query) => query.where('departure.org_id', '=', only ?? ''))
    .$if(except !== undefined, (query) => query.where('departure.org_id', '!=', except ?? ''))
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

/**
 * Notifies an organisation that gave an address to a member of what it may know anyway, and leaves the other organisations to due work:
 * an administrator could otherwise tell by the time that somebody with the address departed elsewhere.
 */
export async function tellRecycledByMember(
  work: Work,
  orgId: string,
  { identityId, created }: Owner,
  address: Address,
) {
  if (created) await tellIdentifierRecycled(work, identityId, address, { only: orgId })
  // Scheduled in any case, for the same reason.
  const subjectId = created ? identityId : ''
  await schedule(work, { orgId, kind: 'identifier_recycled', subjectId, dueAt: work.now })
}

/** Notifies the organisations that {@link tellRecycledByMember} left to due work. */
export const identifierRecycledStep: Step = async (work, { orgId, subjectId }) => {
  const identity = await work.db
    .selectFrom('identity')
    .select(['email', 'phone'])
    .where('identity_id', '=', subjectId)
    .executeTakeFirst()
  for (const address of identity ? addressesOf(identity) : []) {
    await tellIdentifierRecycled(work, subjectId, address, { except: orgId })
  }
  return 'done'
}

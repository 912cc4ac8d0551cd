import { audit } from '../audit/audit.ts'
import type { Step } from '../due-work/due-work.ts'
import { appendEvents } from '../events/append.ts'
import { type NewEvent, system } from '../events/event.ts'
import { lockMembers } from '../locks/members.ts'
import type { Tx } from '../store/schema.ts'
import { findDepartureRow } from './departure.ts'
import { deleteResource } from './handover/perform.ts'

/** How many resources are removed in one transaction. */
const PAGE = 250

/** Removes for good what was held of a departed member, when the 30 days are over (S4, S29). */
export const purgeStep: Step = async (tx, { orgId, subjectId }, now) => {
  const { account_id } = await findDepartureRow(tx, orgId, subjectId)
  await lockMembers(tx, orgId, [account_id])
  const departure = await findDepartureRow(tx, orgId, subjectId)
  if (departure.status !== 'departed') return 'done'
  if ((await removeHeld(tx, orgId, account_id, subjectId, now)) === 'again') return 'again'
  await clearAccount(tx, account_id)
  await tx
    .updateTable('departure')
    .set({ status: 'purged' })
    .where('org_id', '=', orgId)
    .where('departure_id', '=', subjectId)
    .execute()
  const data = { departure_id: subjectId, account_id, resources: departure.held }
  await appendEvents(tx, [{ orgId, type: 'member.purged', actor: system, data }], now)
  const change = { before: { status: 'departed' }, after: { status: 'purged', departure_id: subjectId } }
  await audit(tx, system, { orgId, action: 'system', target: account_id, ...change }, now)
  return 'done'
}

async function removeHeld(tx: Tx, orgId: string, accountId: string, departureId: string, now: number) {
  const held = await tx
    .selectFrom('resource')
    .select(['resource_id', 'kind', 'name'])
    .where('org_id', '=', orgId)
    .where('account_id', '=', accountId)
    .orderBy('resource_id')
    .limit(PAGE)
    .execute()
  const events: NewEvent[] = []
  for (const resource of held) {
    await deleteResource(tx, orgId, resource.resource_id)
    const data = { ...resource, departure_id: departureId, from_id: accountId, cause: 'purge' } as const
    events.push({ orgId, type: 'resource.deleted', actor: system, data })
  }
  await appendEvents(tx, events, now)
  return held.length === PAGE ? 'again' : 'done'
}

/** The account's own row stays, empty: the record of the departure refers to it. */
export async function clearAccount(tx: Tx, accountId: string): Promise<void> {
  await tx.deleteFrom('account_department').where('account_id', '=', accountId).execute()
  await tx
    .updateTable('account')
    .set({ status: 'purged', name: '', email: null, phone: null, external_id: null, manager_id: null })
    .where('account_id', '=', accountId)
    .execute()
}

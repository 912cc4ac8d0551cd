import type { Schemas } from '@sendoff/api'
import { sql } from 'kysely'
import { audit } from '../audit/audit.ts'
import type { Step } from '../due-work/due-work.ts'
import { appendEvents } from '../events/append.ts'
import { type NewEvent, system } from '../events/event.ts'
import { lockMembers } from '../locks/members.ts'
import type { Tx } from '../store/schema.ts'
import { type Placing, statement } from '../store/statement.ts'
import type { Work } from '../store/work.ts'
import { findDepartureRow } from './departure.ts'
import { isOnLegalHold } from './handover/legal-hold.ts'
import { deleteResource } from './handover/perform.ts'
import { continueHeldHandover } from './held/page.ts'

/** The number of resources that are removed in one transaction. */
const PAGE = 250

/** Removes the held resources and personal data of a departed member for good, after the restore window and without a legal hold (S4, S29, S98). */
export const purgeStep: Step = async (work, { orgId, subjectId }) => {
  const { account_id } = await findDepartureRow(work.db, orgId, subjectId)
  await lockMembers(work.db, orgId, [account_id])
  return purge(work, orgId, subjectId)
}

/** Purges a departed member who is locked, a page of resources at a time. */
export async function purge(work: Work, orgId: string, subjectId: string): Promise<'done' | 'again'> {
  const departure = await findDepartureRow(work.db, orgId, subjectId)
  const { account_id } = departure
  if (departure.status !== 'departed') return 'done'
  // Resources that were already given to somebody are not removed because the handover takes several pages.
  if ((await continueHeldHandover(work, orgId, subjectId)) === 'again') return 'again'
  // The release of the last hold schedules the purge again.
  if (await isOnLegalHold(work.db, orgId, account_id)) return 'done'
  if ((await removeHeld(work, orgId, account_id, subjectId)) === 'again') return 'again'
  await clearAccount(work.db, account_id)
  const [purged] = await setPurged(work.db, { orgId, departureId: subjectId })
  const held = purged?.held ?? 0
  // The account's own is already cleared.
  const { external_id = null } = JSON.parse(departure.snapshot) as Partial<Schemas['MemberSnapshot']>
  const data = { departure_id: subjectId, account_id, external_id, resources: held }
  await appendEvents(work, [{ orgId, type: 'member.purged', actor: system, data }])
  const change = { before: { status: 'departed' }, after: { status: 'purged', departure_id: subjectId } }
  await audit(work, system, { orgId, action: 'system', target: account_id, ...change })
  return 'done'
}

const setPurged = statement((db, $: Placing<{ orgId: string; departureId: string }>) =>
  db
    .updateTable('departure')
    .set({ status: 'purged' })
    .where('org_id', '=', $('orgId'))
    .where('departure_id', '=', $('departureId'))
    .returning('held'),
)

const readHeld = statement((db, $: Placing<{ orgId: string; accountId: string }>) =>
  db
    .selectFrom('resource')
    .select(['resource_id', 'kind', 'name'])
    .where('org_id', '=', $('orgId'))
    .where('account_id', '=', $('accountId'))
    .orderBy('resource_id')
    .limit(sql.lit(PAGE)),
)

async function removeHeld(work: Work, orgId: string, accountId: string, departureId: string) {
  const held = await readHeld(work.db, { orgId, accountId })
  const events: NewEvent[] = []
  for (const resource of held) {
    await deleteResource(work.db, orgId, resource.resource_id)
    const data = { ...resource, departure_id: departureId, from_id: accountId, cause: 'purge' } as const
    events.push({ orgId, type: 'resource.deleted', actor: system, data })
  }
  await appendEvents(work, events)
  return held.length === PAGE ? 'again' : 'done'
}

/** The account's row stays without its data, because the departure refers to it. */
export async function clearAccount(tx: Tx, accountId: string): Promise<void> {
  await Promise.all([leaveDepartments(tx, { accountId }), clear(tx, { accountId })])
}

const leaveDepartments = statement((db, $: Placing<{ accountId: string }>) =>
  db.deleteFrom('account_department').where('account_id', '=', $('accountId')),
)

const clear = statement((db, $: Placing<{ accountId: string }>) =>
  db
    .updateTable('account')
    .set({ status: 'purged', name: '', email: null, phone: null, external_id: null, manager_id: null })
    .where('account_id', '=', $('accountId')),
)

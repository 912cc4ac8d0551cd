import { sql } from 'kysely'
import { audit } from '../../audit/audit.ts'
import type { Step } from '../../due-work/due-work.ts'
import { appendEvents } from '../../events/append.ts'
import { type NewEvent, system } from '../../events/event.ts'
import { lockMembers } from '../../locks/members.ts'
import { lockOrganizations } from '../../locks/organizations.ts'
import type { Reader, Tx } from '../../store/schema.ts'
import { type Placing, statement } from '../../store/statement.ts'
import type { Work } from '../../store/work.ts'
import { deciderOf, type HandoverPlan, type Outcome } from './plan.ts'
import type { Leaver } from './recipients.ts'
import { tellReceived } from './tell-received.ts'
import { findUnavailable, tellUnavailable } from './unavailable.ts'

/** The number of resources that are handed over in one transaction. */
const PAGE = 250

/** Hands over the next page of a departed member's resources, under the lock that a restore also takes. */
export const handOverStep: Step = async (work, { orgId, subjectId }) => {
  const { account_id } = await work.db
    .selectFrom('departure')
    .select('account_id')
    .where('org_id', '=', orgId)
    .where('departure_id', '=', subjectId)
    .executeTakeFirstOrThrow()
  await lockMembers(work.db, orgId, [account_id])
  return handOverPage(work, orgId, subjectId)
}

/**
 * Hands over the next page: every resource gets exactly one outcome, a line in the report and an event. The member is
 * locked.
 *
 * @returns `done` when it was the last page
 */
export async function handOverPage(work: Work, orgId: string, departureId: string): Promise<'done' | 'again'> {
  const [departure] = await readHandover(work.db, { orgId, departureId })
  if (!departure) throw new Error('There is no departure to hand over')
  if (departure.handover_status === 'completed') return 'done'
  // A recipient's own departure comes before or after this page, so resources go into their handover or never to them.
  await lockOrganizations(work.db, [orgId])
  const leaver = { org_id: orgId, account_id: departure.account_id, manager_id: departure.manager_id }
  const plan = JSON.parse(departure.handover) as HandoverPlan
  const resources = await readOwned(work.db, leaver)
  if (resources.length > 0) {
    const decide = await deciderOf(work.db, leaver, plan)
    const decided = resources.map((resource) => ({ ...resource, ...decide(resource) }))
    await apply(work, leaver, departureId, decided)
  }
  if (resources.length === PAGE) return 'again'
  await completeHandover(work, leaver, departureId)
  return 'done'
}

const readHandover = statement((db, $: Placing<{ orgId: string; departureId: string }>) =>
  db
    .selectFrom('departure')
    .innerJoin('account', 'account.account_id', 'departure.account_id')
    .select(['departure.account_id', 'departure.handover', 'departure.handover_status', 'account.manager_id'])
    .where('departure.org_id', '=', $('orgId'))
    .where('departure.departure_id', '=', $('departureId')),
)

const readOwned = statement((db, $: Placing<Pick<Leaver, 'org_id' | 'account_id'>>) =>
  db
    .selectFrom('resource')
    .select(['resource_id', 'kind', 'name'])
    .where('org_id', '=', $('org_id'))
    .where('account_id', '=', $('account_id'))
    .where('status', '=', 'owned')
    .orderBy('resource_id')
    .limit(sql.lit(PAGE)),
)

type Decided = { resource_id: string; kind: string; name: string } & Outcome

async function apply(work: Work, leaver: Leaver, departureId: string, decided: Decided[]): Promise<void> {
  const { org_id } = leaver
  for (const one of decided) {
    const resource = work.db
      .updateTable('resource')
      .where('org_id', '=', org_id)
      .where('resource_id', '=', one.resource_id)
    if (one.outcome === 'transferred') await resource.set({ account_id: one.recipientId }).execute()
    else if (one.outcome === 'held') await resource.set({ status: 'held' }).execute()
    else await deleteResource(work.db, org_id, one.resource_id)
  }
  await work.db
    .insertInto('handover_item')
    .values(
      decided.map(({ resource_id, kind, name, outcome, recipientId, reason, intendedId }) => ({
        org_id,
        departure_id: departureId,
        resource_id,
        kind,
        name,
        outcome,
        recipient_id: recipientId,
        recipient_reason: reason,
        intended_recipient_id: intendedId,
        handed_over_at: null,
      })),
    )
    .execute()
  const count = (outcome: string) => decided.filter((one) => one.outcome === outcome).length
  await work.db
    .updateTable('departure')
    .set((set) => ({
      transferred: set('transferred', '+', count('transferred')),
      deleted: set('deleted', '+', count('deleted')),
      held: set('held', '+', count('held')),
    }))
    .where('org_id', '=', org_id)
    .where('departure_id', '=', departureId)
    .execute()
  await appendEvents(
    work,
    decided.flatMap((one) => eventOf(leaver, departureId, one)),
  )
}

/** Removes a resource together with its shares. */
export async function deleteResource(tx: Tx, orgId: string, resourceId: string): Promise<void> {
  await tx.deleteFrom('resource_share').where('org_id', '=', orgId).where('resource_id', '=', resourceId).execute()
  await tx.deleteFrom('resource').where('org_id', '=', orgId).where('resource_id', '=', resourceId).execute()
}

function eventOf({ org_id, account_id }: Leaver, departure_id: string, one: Decided): NewEvent[] {
  const { resource_id, kind, name } = one
  const data = { resource_id, kind, name, departure_id, from_id: account_id }
  if (one.outcome === 'transferred') {
    const recipient = { recipient_id: one.recipientId, recipient_reason: one.reason }
    return [{ orgId: org_id, type: 'resource.transferred', actor: system, data: { ...data, ...recipient } }]
  }
  if (one.outcome === 'deleted') {
    return [{ orgId: org_id, type: 'resource.deleted', actor: system, data: { ...data, cause: 'handover' } }]
  }
  return []
}

/** Completes a handover and records its totals; does nothing if it is already complete. */
export async function completeHandover(
  work: Work,
  { org_id, account_id }: Pick<Leaver, 'org_id' | 'account_id'>,
  departureId: string,
): Promise<void> {
  const [[completed], unavailable_recipients] = await Promise.all([
    setCompleted(work.db, { org_id, departureId }),
    findUnavailable(work.db, org_id, departureId),
  ])
  if (!completed) return
  const data = { departure_id: departureId, account_id, ...completed, unavailable_recipients }
  await appendEvents(work, [{ orgId: org_id, type: 'handover.completed', actor: system, data }])
  await tellUnavailable(work, { org_id, account_id }, departureId, unavailable_recipients)
  if (completed.transferred > 0) {
    const from = { departure_id: departureId, from_id: account_id }
    await tellReceived(work, org_id, from, await countReceived(work.db, org_id, departureId))
  }
  const change = { before: { handover: 'running' }, after: { handover: 'completed', ...completed } }
  await audit(work, system, { orgId: org_id, action: 'system', target: departureId, ...change })
}

const setCompleted = statement((db, $: Placing<{ org_id: string; departureId: string }>) =>
  db
    .updateTable('departure')
    .set({ handover_status: 'completed' })
    .where('org_id', '=', $('org_id'))
    .where('departure_id', '=', $('departureId'))
    .where('handover_status', '=', 'running')
    .returning(['transferred', 'deleted', 'held']),
)

/** The most recipients who are notified of one handover, most resources first. */
const MOST_TOLD = 100

/** Counts the resources that each recipient of a handover has received. */
async function countReceived(db: Reader, orgId: string, departureId: string): Promise<Record<string, number>> {
  const received = await db
    .selectFrom('handover_item')
    .select(['recipient_id', (count) => count.fn.countAll<number>().as('resources')])
    .where('org_id', '=', orgId)
    .where('departure_id', '=', departureId)
    .where('outcome', '=', 'transferred')
    .groupBy('recipient_id')
    .orderBy('resources', 'desc')
    .limit(MOST_TOLD)
    .execute()
  return Object.fromEntries(received.map(({ recipient_id, resources }) => [recipient_id, Number(resources)]))
}

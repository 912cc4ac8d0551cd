import type { Selectable } from 'kysely'
import type { Actor } from '../../actor.ts'
import type { Step } from '../../due-work/due-work.ts'
import { appendEvents } from '../../events/append.ts'
import { system } from '../../events/event.ts'
import { lockMembers } from '../../locks/members.ts'
import { lockOrganizations } from '../../locks/organizations.ts'
import type { Schema } from '../../store/schema.ts'
import type { Work } from '../../store/work.ts'
import { findDepartureRow } from '../departure.ts'
import { type Choices, findAble, recipientBy } from './choices.ts'
import { completeHeldHandover } from './complete.ts'
import { changeHeldHandover, countsIn, findRunning, type HeldHandover } from './row.ts'

/** The number of held resources that are looked at in one transaction. */
const PAGE = 250

type By = Pick<Actor, 'type' | 'id'> | typeof system

/** Gives the next page of held resources to their recipients, under the lock that a restore and a purge also take. */
export const heldHandoverStep: Step = async (work, { orgId, subjectId }) => {
  const { account_id } = await findDepartureRow(work.db, orgId, subjectId)
  await lockMembers(work.db, orgId, [account_id])
  return continueHeldHandover(work, orgId, subjectId)
}

/**
 * Gives the next page of a running handover of held resources, if there is one. The member is locked.
 *
 * @returns `done` if nothing is left to give
 */
export async function continueHeldHandover(work: Work, orgId: string, departureId: string): Promise<'done' | 'again'> {
  const running = await findRunning(work.db, orgId, departureId)
  return running ? handOverHeldPage(work, running, system) : 'done'
}

/**
 * Gives the next page of held resources to their recipients. A resource whose recipient can no longer take over stays
 * held (S77).
 *
 * @returns `done` when it was the last page
 */
export async function handOverHeldPage(work: Work, row: HeldHandover, actor: By): Promise<'done' | 'again'> {
  const { org_id: orgId, departure_id: departureId } = row
  // A recipient's own departure comes before or after this page, so resources go into their handover or never to them.
  await lockOrganizations(work.db, [orgId])
  const choices = JSON.parse(row.choices) as Choices
  const { account_id } = await findDepartureRow(work.db, orgId, departureId)
  const next = await readHeld(work, { ...row, account_id }, choices)
  const recipientOf = recipientBy(choices)
  const able = await findAble(work.db, { org_id: orgId, account_id, manager_id: null }, choices)
  const received = countsIn(row.received)
  const unavailable = countsIn(row.unavailable)
  const given: Given[] = []
  const kept: Given[] = []
  for (const resource of next) {
    const recipient_id = recipientOf(resource)
    if (recipient_id === undefined) continue
    const [list, counts] = able.has(recipient_id) ? [given, received] : [kept, unavailable]
    list.push({ ...resource, recipient_id })
    counts[recipient_id] = (counts[recipient_id] ?? 0) + 1
  }
  await give(work, { orgId, departureId, account_id }, given, actor)
  for (const one of kept) {
    await changeItem(work, orgId, departureId, one.resource_id, {
      recipient_reason: 'recipient_unavailable',
      intended_recipient_id: one.recipient_id,
    })
  }
  const changed = await changeHeldHandover(work.db, row, {
    position: next.at(-1)?.resource_id ?? row.position,
    received: JSON.stringify(received),
    unavailable: JSON.stringify(unavailable),
  })
  if (next.length === PAGE) return 'again'
  await completeHeldHandover(work, changed, account_id)
  return 'done'
}

type Given = { resource_id: string; kind: string; name: string; recipient_id: string }

function readHeld(work: Work, row: HeldHandover & { account_id: string }, choices: Choices) {
  const kinds = choices.by_kind?.map(({ kind }) => kind) ?? []
  const ids = choices.by_resource?.map(({ resource_id }) => resource_id) ?? []
  let query = work.db
    .selectFrom('resource')
    .select(['resource_id', 'kind', 'name'])
    .where('org_id', '=', row.org_id)
    .where('account_id', '=', row.account_id)
    .where('status', '=', 'held')
    .where('resource_id', '>', row.position)
    .orderBy('resource_id')
    .limit(PAGE)
  if (choices.recipient_id === undefined) {
    query = query.where((or) =>
      or.or([
        ...(kinds.length > 0 ? [or('kind', 'in', kinds)] : []),
        ...(ids.length > 0 ? [or('resource_id', 'in', ids)] : []),
      ]),
    )
  }
  return query.execute()
}

type Of = { orgId: string; departureId: string; account_id: string }

async function give(work: Work, { orgId, departureId, account_id }: Of, given: Given[], actor: By): Promise<void> {
  if (given.length === 0) return
  for (const { resource_id, recipient_id } of given) {
    await work.db
      .updateTable('resource')
      .set({ account_id: recipient_id, status: 'owned' })
      .where('org_id', '=', orgId)
      .where('resource_id', '=', resource_id)
      .execute()
    await changeItem(work, orgId, departureId, resource_id, {
      outcome: 'transferred',
      recipient_id,
      recipient_reason: 'handed_over',
      intended_recipient_id: null,
      handed_over_at: work.now,
    })
  }
  await work.db
    .updateTable('departure')
    .set((set) => ({
      transferred: set('transferred', '+', given.length),
      held: set('held', '-', given.length),
    }))
    .where('org_id', '=', orgId)
    .where('departure_id', '=', departureId)
    .execute()
  await appendEvents(
    work,
    given.map((resource) => ({
      orgId,
      type: 'resource.transferred',
      actor,
      data: { ...resource, departure_id: departureId, from_id: account_id, recipient_reason: 'handed_over' },
    })),
  )
}

async function changeItem(
  work: Work,
  orgId: string,
  departureId: string,
  resourceId: string,
  change: Partial<Selectable<Schema['handover_item']>>,
): Promise<void> {
  await work.db
    .updateTable('handover_item')
    .set(change)
    .where('org_id', '=', orgId)
    .where('departure_id', '=', departureId)
    .where('resource_id', '=', resourceId)
    .execute()
}

import { depart } from '../departures/depart.ts'
import { purgeStep } from '../departures/purge.ts'
import { system } from '../events/event.ts'
import { lockMembers, membersOf } from '../locks/members.ts'
import type { Tx } from '../store/schema.ts'
import type { Work } from '../store/work.ts'

/** How many members depart in one transaction, while which SQLite has no time for anybody else. */
const PAGE = 5

/**
 * Lets the next page of members depart and purges them at once: there is nothing that could be restored.
 *
 * @returns whether there was anybody left
 */
export async function departMembers(work: Work, orgId: string, reasonCode: string): Promise<boolean> {
  const next = await membersOf(work.db, orgId)
    .where('account.status', '=', 'active')
    .where('account.account_id', '>', await lastDeparted(work.db, orgId))
    .orderBy('account.account_id')
    .limit(PAGE)
    .execute()
  const locked = await lockMembers(
    work.db,
    orgId,
    next.map(({ account_id }) => account_id),
  )
  for (const member of locked) {
    if (member.status !== 'active') continue
    const how = { method: 'org_dissolved', initiator: 'system', actor: system, action: 'system' } as const
    const { departure_id, handover } = await depart(work, member, { ...how, reasonCode, otherwise: 'delete' })
    if (handover.status === 'completed') {
      await purgeStep(work, { orgId, kind: 'purge', subjectId: departure_id, dueAt: work.now })
    }
  }
  return next.length > 0
}

/**
 * The member up to whom all have departed: members depart in the order of their ids, and nobody joins or is restored any more.
 * Without it, every page would pass by all who departed before.
 */
async function lastDeparted(tx: Tx, orgId: string): Promise<string> {
  const last = await tx
    .selectFrom('departure')
    .select('account_id')
    .where('org_id', '=', orgId)
    .where('method', '=', 'org_dissolved')
    .orderBy('departure_id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.account_id ?? ''
}

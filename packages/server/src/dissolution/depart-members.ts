import { depart } from '../departures/depart.ts'
import { purge } from '../departures/purge.ts'
import { system } from '../events/event.ts'
import { lockMembers, membersOf } from '../locks/members.ts'
import type { Tx } from '../store/schema.ts'
import type { Work } from '../store/work.ts'

/** The number of members that depart in one transaction, during which SQLite serves nobody else. */
const PAGE = 10

/**
 * Makes the next page of members depart and purges them immediately, because they can't be restored.
 *
 * @returns false if there was nobody left
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
    const departing = { method: 'org_dissolved', initiator: 'system', actor: system, action: 'system' } as const
    const departed = await depart(work, member, { ...departing, reasonCode, otherwise: 'delete' })
    if (departed.isHandedOver) await purge(work, orgId, departed.departure_id)
  }
  return next.length > 0
}

/**
 * The last member of the previous pages. Members depart in the order of their ids, and nobody joins or is restored any
 * more; without this position, every page would skip all earlier ones.
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

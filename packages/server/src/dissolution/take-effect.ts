import type { Schemas } from '@sendoff/api'
import { deauthorizedEvents, endAuthorizations } from '../apps/end-authorizations.ts'
import { endAssociation } from '../associations/end-association.ts'
import { depart } from '../departures/depart.ts'
import { purgeStep } from '../departures/purge.ts'
import type { Step } from '../due-work/due-work.ts'
import { appendEvents, system } from '../events/append.ts'
import { lockMembers, membersOf } from '../members/member.ts'
import { lockOrganizations } from '../organizations/organization.ts'
import type { Tx } from '../store/schema.ts'

/** How many members depart, or associations end, in one transaction. */
const PAGE = 25

/**
 * Carries a dissolution out, a page at a time, so that it neither holds up others nor grows: every association ends and its
 * partner is told, every member departs, and at last the organisation is gone (S8).
 */
export const dissolutionStep: Step = async (tx, { orgId, subjectId }, now) => {
  const read = () =>
    tx
      .selectFrom('dissolution')
      .select(['status', 'reason_code', 'effective_at'])
      .where('org_id', '=', orgId)
      .where('dissolution_id', '=', subjectId)
      .executeTakeFirstOrThrow()
  const dissolution = await read()
  if (dissolution.status === 'scheduled') {
    // A cancel takes the same lock; whoever comes second finds what the first has made of it.
    await lockOrganizations(tx, [orgId])
    if ((await read()).status !== 'scheduled') return 'done'
    await setStatus(tx, orgId, subjectId, { status: 'running' })
    return 'again'
  }
  if (dissolution.status !== 'running') return 'done'
  if (await endAssociations(tx, orgId, now)) return 'again'
  if (await departMembers(tx, orgId, dissolution.reason_code, now)) return 'again'
  if (await handoversRun(tx, orgId)) return 'again'
  if (await purgeDeparted(tx, orgId, now)) return 'again'
  await endOrganization(tx, orgId, dissolution, now)
  await setStatus(tx, orgId, subjectId, { status: 'completed', ended_at: now })
  return 'done'
}

async function setStatus(
  tx: Tx,
  orgId: string,
  id: string,
  change: { status: 'running' } | { status: 'completed'; ended_at: number },
): Promise<void> {
  await tx.updateTable('dissolution').set(change).where('org_id', '=', orgId).where('dissolution_id', '=', id).execute()
}

/** @returns whether there was one to end */
async function endAssociations(tx: Tx, orgId: string, now: number): Promise<boolean> {
  const next = () =>
    tx
      .selectFrom('association')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('status', '=', 'linked')
      .orderBy('association_id')
      .limit(1)
      .executeTakeFirst()
  const found = await next()
  if (!found) return false
  await lockOrganizations(tx, [orgId, found.associated_org_id])
  const side = await next()
  if (side && side.association_id === found.association_id) {
    await endAssociation(tx, side, { actor: system, cause: 'dissolution' }, now)
  }
  return true
}

/** @returns whether there was anybody left */
async function departMembers(tx: Tx, orgId: string, reasonCode: string, now: number): Promise<boolean> {
  const next = await membersOf(tx, orgId)
    .where('account.status', '=', 'active')
    .orderBy('account.account_id')
    .limit(PAGE)
    .execute()
  const locked = await lockMembers(
    tx,
    orgId,
    next.map(({ account_id }) => account_id),
  )
  for (const member of locked) {
    if (member.status !== 'active') continue
    const how = { method: 'org_dissolved', initiator: 'system', actor: system, action: 'system' } as const
    await depart(tx, member, { ...how, reasonCode, otherwise: 'delete' }, now)
  }
  return next.length > 0
}

/** Whether a member's resources are still being removed. */
async function handoversRun(tx: Tx, orgId: string): Promise<boolean> {
  const running = await tx
    .selectFrom('departure')
    .select('departure_id')
    .where('org_id', '=', orgId)
    .where('handover_status', '=', 'running')
    .limit(1)
    .executeTakeFirst()
  return running !== undefined
}

/**
 * Purges everybody who has departed, now or before: what was held of them goes with the organisation.
 *
 * @returns whether there was anybody left
 */
async function purgeDeparted(tx: Tx, orgId: string, now: number): Promise<boolean> {
  const next = await tx
    .selectFrom('departure')
    .select(['departure_id', 'account_id'])
    .where('org_id', '=', orgId)
    .where('status', '=', 'departed')
    .orderBy('departure_id')
    .limit(PAGE)
    .execute()
  await lockMembers(
    tx,
    orgId,
    next.map(({ account_id }) => account_id),
  )
  for (const { departure_id: subjectId } of next) {
    if ((await purgeStep(tx, { orgId, kind: 'purge', subjectId, dueAt: now }, now)) === 'again') return true
  }
  return next.length > 0
}

async function endOrganization(
  tx: Tx,
  orgId: string,
  dissolution: { reason_code: string; effective_at: number },
  now: number,
): Promise<void> {
  await lockOrganizations(tx, [orgId])
  const authorizations = await tx
    .selectFrom('authorization')
    .select(['org_id', 'authorization_id', 'app_id'])
    .where('org_id', '=', orgId)
    .where('status', '=', 'active')
    .execute()
  const members = await countDeparted(tx, orgId)
  const associations = await countUnlinked(tx, orgId, dissolution.effective_at)
  const reason_code = dissolution.reason_code as Schemas['DissolutionReason']
  const data = { reason_code, members, associations }
  // The last event of the organisation; the apps still hear of it, because their authorizations end after it.
  const told = deauthorizedEvents(authorizations, system, 'organization_dissolved')
  await appendEvents(tx, [...told, { orgId, type: 'organization.dissolved', actor: system, data }], now)
  await endAuthorizations(tx, authorizations, now)
  await tx
    .updateTable('association_invitation')
    .set({ status: 'revoked' })
    .where((or) => or.or([or('org_id', '=', orgId), or('associated_org_id', '=', orgId)]))
    .where('status', '=', 'pending')
    .execute()
  await tx.updateTable('organization').set({ status: 'dissolved' }).where('org_id', '=', orgId).execute()
}

async function countDeparted(tx: Tx, orgId: string): Promise<number> {
  const { rows } = await tx
    .selectFrom('departure')
    .select((count) => count.fn.countAll<number>().as('rows'))
    .where('org_id', '=', orgId)
    .where('method', '=', 'org_dissolved')
    .executeTakeFirstOrThrow()
  return rows
}

/** Counts the associations that the dissolution ended, and none that was unlinked before it took effect. */
async function countUnlinked(tx: Tx, orgId: string, effectiveAt: number): Promise<number> {
  const { rows } = await tx
    .selectFrom('association')
    .select((count) => count.fn.countAll<number>().as('rows'))
    .where('org_id', '=', orgId)
    .where('status', '=', 'unlinked')
    .where('unlinked_at', '>=', effectiveAt)
    .executeTakeFirstOrThrow()
  return rows
}

import { endAssociation } from '../associations/end-association.ts'
import type { Step } from '../due-work/due-work.ts'
import { system } from '../events/event.ts'
import { lockOrganizations } from '../locks/organizations.ts'
import type { Tx } from '../store/schema.ts'
import { departMembers } from './depart-members.ts'
import { endAuthorizationsGiven } from './end-authorizations-given.ts'
import { endOrganization } from './end-organization.ts'
import { finishHandovers, purgeOthers, purgeRestorable } from './purge-departed.ts'

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
  if (await finishHandovers(tx, orgId, now)) return 'again'
  if (await purgeRestorable(tx, orgId, now)) return 'again'
  if (await purgeOthers(tx, orgId, now)) return 'again'
  if (await endAuthorizationsGiven(tx, orgId, now)) return 'again'
  if (!(await endOrganization(tx, orgId, dissolution, now))) return 'again'
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

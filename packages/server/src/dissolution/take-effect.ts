import { endAssociation } from '../associations/end-association.ts'
import type { Step } from '../due-work/due-work.ts'
import { system } from '../events/event.ts'
import { lockOrganizations } from '../locks/organizations.ts'
import type { Tx } from '../store/schema.ts'
import type { Work } from '../store/work.ts'
import { cancelBatches } from './cancel-batches.ts'
import { departMembers } from './depart-members.ts'
import { endAuthorizationsGiven } from './end-authorizations-given.ts'
import { endOrganization } from './end-organization.ts'
import { finishHandovers, purgeOthers, purgeRestorable } from './purge-departed.ts'
import { revokeInvitations } from './revoke-invitations.ts'

/**
 * Carries out a dissolution page by page, so that no transaction grows or blocks others: every association ends and its
 * partner receives the event, every member departs, and finally the organisation ends (S8).
 */
export const dissolutionStep: Step = async (work, { orgId, subjectId }) => {
  const read = () =>
    work.db
      .selectFrom('dissolution')
      .select(['status', 'reason_code', 'effective_at'])
      .where('org_id', '=', orgId)
      .where('dissolution_id', '=', subjectId)
      .executeTakeFirstOrThrow()
  const dissolution = await read()
  if (dissolution.status === 'scheduled') {
    // Before anybody departs, so that whoever asked for a batch is told.
    if (await cancelBatches(work, orgId)) return 'again'
    // A cancel takes the same lock, so that the second of the two sees the result of the first.
    await lockOrganizations(work.db, [orgId])
    if ((await read()).status !== 'scheduled') return 'done'
    await setStatus(work.db, orgId, subjectId, { status: 'running' })
    return 'again'
  }
  if (dissolution.status !== 'running') return 'done'
  if (await endAssociations(work, orgId)) return 'again'
  if (await departMembers(work, orgId, dissolution.reason_code)) return 'again'
  if (await finishHandovers(work, orgId)) return 'again'
  if (await purgeRestorable(work, orgId)) return 'again'
  if (await purgeOthers(work, orgId)) return 'again'
  if (await cancelBatches(work, orgId)) return 'again'
  if (await revokeInvitations(work, orgId)) return 'again'
  if (await endAuthorizationsGiven(work, orgId)) return 'again'
  if (!(await endOrganization(work, orgId, dissolution))) return 'again'
  await setStatus(work.db, orgId, subjectId, { status: 'completed', ended_at: work.now })
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

/** @returns false if there was none to end */
async function endAssociations(work: Work, orgId: string): Promise<boolean> {
  const next = () =>
    work.db
      .selectFrom('association')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('status', '=', 'linked')
      .orderBy('association_id')
      .limit(1)
      .executeTakeFirst()
  const found = await next()
  if (!found) return false
  await lockOrganizations(work.db, [orgId, found.associated_org_id])
  const side = await next()
  if (side && side.association_id === found.association_id) {
    await endAssociation(work, side, { actor: system, cause: 'dissolution' })
  }
  return true
}

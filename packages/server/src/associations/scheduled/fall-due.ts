import { requireStillMay } from '../../apps/still-may.ts'
import { audit } from '../../audit/audit.ts'
import type { Step } from '../../due-work/due-work.ts'
import { system } from '../../events/event.ts'
import { lockMembers } from '../../locks/members.ts'
import { lockOrganizations } from '../../locks/organizations.ts'
import { Refusal } from '../../refusal.ts'
import type { Work } from '../../store/work.ts'
import type { Ending } from '../association.ts'
import { endAssociation } from '../end-association.ts'
import { endScheduledUnlink } from './end.ts'
import { findScheduledUnlink, type ScheduledUnlinkRow } from './scheduled-unlink.ts'
import { findSide } from './side.ts'
import { tellBoth } from './tell.ts'

/**
 * Carries out an unlink that has fallen due. If the person or app that scheduled it may no longer unlink, it fails, and both sides are told.
 */
export const scheduledUnlinkStep: Step = async (work, { orgId, subjectId }) => {
  const known = await findScheduledUnlink(work.db, orgId, subjectId)
  const locked = await lockMembers(work.db, orgId, known.actor_type === 'user' ? [known.actor_id] : [])
  await lockOrganizations(work.db, [orgId, known.associated_org_id])
  const row = await findScheduledUnlink(work.db, orgId, subjectId)
  // It was canceled, or the association ended, while this waited for the lock.
  if (row.status !== 'scheduled' || row.at > work.now) return 'done'
  const actor = { type: row.actor_type, id: row.actor_id, orgId }
  try {
    await requireStillMay(work.db, actor, locked, { scope: 'org:unlink', byRole: 'ordinary_user_not_allowed' })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await fail(work, row, error.code)
    return 'done'
  }
  const side = await findSide(work.db, row)
  // Completed before the association ends, which cancels whatever is still scheduled for it.
  await endScheduledUnlink(work.db, row, { status: 'completed', ended_at: work.now })
  await endAssociation(work, side, endingOf(row))
  return 'done'
}

function endingOf({ actor_type: type, actor_id: id, reason_code, reason_text }: ScheduledUnlinkRow): Ending {
  return {
    actor: { type, id },
    cause: 'scheduled',
    ...(reason_code !== null && { reason_code: reason_code as NonNullable<Ending['reason_code']> }),
    ...(reason_text !== null && { reason_text }),
  }
}

async function fail(work: Work, row: ScheduledUnlinkRow, failure: Refusal['code']): Promise<void> {
  await endScheduledUnlink(work.db, row, { status: 'failed', failure, ended_at: work.now })
  await tellBoth(work, { row, side: await findSide(work.db, row) }, { fact: 'failed', code: failure }, system)
  const change = { before: { status: 'scheduled' }, after: { status: 'failed', failure } }
  await audit(work, system, { orgId: row.org_id, action: 'system', target: row.unlink_id, ...change })
}

import type { CallOf, Schemas } from '@sendoff/api'
import type { OrganizationActor } from '../../actor.ts'
import { audit } from '../../audit/audit.ts'
import { unschedule } from '../../due-work/due-work.ts'
import { lockAsAdministrator } from '../../locks/members.ts'
import { lockOrganizations } from '../../locks/organizations.ts'
import { Refusal } from '../../refusal.ts'
import type { Work } from '../../store/work.ts'
import { requireMayUnlink } from '../find-linked.ts'
import { endScheduledUnlink } from './end.ts'
import { findScheduledUnlink, presentScheduledUnlink } from './scheduled-unlink.ts'
import { findSide } from './side.ts'
import { tellBoth } from './tell.ts'

/**
 * Cancels an unlink that the organisation has scheduled, and tells both sides; the association continues.
 *
 * @throws {Refusal} `ordinary_user_not_allowed`, `scheduled_unlink_not_found`, `scheduled_unlink_not_pending`
 */
export async function cancelScheduledUnlink(
  work: Work,
  actor: OrganizationActor,
  { scheduled_unlink_id: id }: CallOf<'scheduledUnlinks.cancel'>,
): Promise<Schemas['ScheduledUnlink']> {
  requireMayUnlink(actor)
  const { orgId } = actor
  const { associated_org_id } = await findScheduledUnlink(work.db, orgId, id)
  await lockAsAdministrator(work.db, actor, [], 'ordinary_user_not_allowed')
  await lockOrganizations(work.db, [orgId, associated_org_id])
  const row = await findScheduledUnlink(work.db, orgId, id)
  if (row.status !== 'scheduled') throw new Refusal('scheduled_unlink_not_pending')
  const change = { status: 'canceled' as const, ended_at: work.now }
  await endScheduledUnlink(work.db, row, change)
  await unschedule(work.db, orgId, 'scheduled_unlink', id)
  const side = await findSide(work.db, row)
  await tellBoth(work, { row, side }, { fact: 'canceled', cause: 'canceled' }, actor)
  const audited = { before: { status: 'scheduled' }, after: { status: 'canceled' } }
  await audit(work, actor, { orgId, action: 'scheduledUnlinks.cancel', target: id, ...audited })
  return presentScheduledUnlink({ ...row, ...change })
}

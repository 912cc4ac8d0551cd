import type { CallOf, Schemas } from '@sendoff/api'
import type { OrganizationActor } from '../../actor.ts'
import { audit } from '../../audit/audit.ts'
import { timestamp } from '../../clock.ts'
import { parseEffectiveAt } from '../../departures/offboarding/effective-at.ts'
import { schedule } from '../../due-work/due-work.ts'
import { newId } from '../../ids.ts'
import { lockAsAdministrator } from '../../locks/members.ts'
import { lockOrganizations } from '../../locks/organizations.ts'
import { Refusal } from '../../refusal.ts'
import type { Work } from '../../store/work.ts'
import { findLinked, requireMayUnlink } from '../find-linked.ts'
import { presentScheduledUnlink, type ScheduledUnlinkRow } from './scheduled-unlink.ts'
import { tellBoth } from './tell.ts'

/**
 * Schedules the end of an association, and tells both sides.
 *
 * @throws {Refusal} `ordinary_user_not_allowed`, `association_not_found`, `association_dept_mismatch`, `effective_at_in_past`,
 * `scheduled_unlink_exists`
 */
export async function scheduleUnlink(
  work: Work,
  actor: OrganizationActor,
  command: CallOf<'scheduledUnlinks.create'>,
): Promise<Schemas['ScheduledUnlink']> {
  requireMayUnlink(actor)
  const { orgId } = actor
  await findLinked(work.db, orgId, command)
  const at = parseEffectiveAt(command.effective_at)
  if (at <= work.now) throw new Refusal('effective_at_in_past')
  await lockAsAdministrator(work.db, actor, [], 'ordinary_user_not_allowed')
  await lockOrganizations(work.db, [orgId, command.associated_org_id])
  // The association is read again under the lock, so that an unlink at the same time comes before or after.
  const side = await findLinked(work.db, orgId, command)
  await requireNoneScheduled(work, side)
  const row: ScheduledUnlinkRow = {
    org_id: orgId,
    unlink_id: newId('sul'),
    association_id: side.association_id,
    dept_id: side.dept_id,
    associated_org_id: side.associated_org_id,
    status: 'scheduled',
    at,
    reason_code: command.reason_code ?? null,
    reason_text: command.reason_text ?? null,
    actor_type: actor.type,
    actor_id: actor.id,
    failure: null,
    created_at: work.now,
    ended_at: null,
    reasons_erased_at: null,
  }
  await work.db.insertInto('scheduled_unlink').values(row).execute()
  await schedule(work, { orgId, kind: 'scheduled_unlink', subjectId: row.unlink_id, dueAt: at })
  await tellBoth(work, { row, side }, { fact: 'scheduled' }, actor)
  const after = { association_id: side.association_id, effective_at: timestamp(at), reason_code: row.reason_code }
  await audit(work, actor, { orgId, action: 'scheduledUnlinks.create', target: row.unlink_id, after })
  return presentScheduledUnlink(row)
}

async function requireNoneScheduled(
  work: Work,
  { org_id, association_id }: Pick<ScheduledUnlinkRow, 'org_id' | 'association_id'>,
): Promise<void> {
  const open = await work.db
    .selectFrom('scheduled_unlink')
    .select('unlink_id')
    .where('association_id', '=', association_id)
    .where('org_id', '=', org_id)
    .where('status', '=', 'scheduled')
    .executeTakeFirst()
  if (open) throw new Refusal('scheduled_unlink_exists')
}

import { moveAssociation } from '../associations/move.ts'
import { isOneOf } from '../store/recordset.ts'
import type { Work } from '../store/work.ts'
import { associationsIn, invitationsIn } from './contents.ts'
import type { DeletionRow } from './deletion.ts'

/**
 * Moves the associations with some organisations out of a department.
 *
 * @param orgIds locked, like the organisation itself
 * @returns the number of associations that were moved
 */
export async function moveAssociations(work: Work, deletion: DeletionRow, orgIds: string[]): Promise<number> {
  const { org_id: orgId, dept_id: deptId, move_to: moveTo } = deletion
  if (moveTo === null || orgIds.length === 0) return 0
  const sides = await associationsIn(work.db, { orgId, deptId })
    .selectAll()
    .where(isOneOf(work.db, 'associated_org_id', orgIds))
    .orderBy('association_id')
    .execute()
  const actor = { type: deletion.actor_type, id: deletion.actor_id }
  for (const side of sides) await moveAssociation(work, side, { actor, deptId: moveTo })
  return sides.length
}

/**
 * Moves invitations to associations out of a department. No event tells it, because none has told their department.
 *
 * @returns the number of invitations that were moved
 */
export async function moveInvitations(work: Work, deletion: DeletionRow, limit: number): Promise<number> {
  const { org_id: orgId, dept_id: deptId, move_to: moveTo } = deletion
  if (moveTo === null) return 0
  const rows = await invitationsIn(work.db, { orgId, deptId })
    .select('invitation_id')
    .orderBy('invitation_id')
    .limit(limit)
    .execute()
  const ids = rows.map(({ invitation_id }) => invitation_id)
  if (ids.length === 0) return 0
  await work.db
    .updateTable('association_invitation')
    .set({ dept_id: moveTo })
    .where('org_id', '=', orgId)
    .where('invitation_id', 'in', ids)
    .execute()
  return ids.length
}

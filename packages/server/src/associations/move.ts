import { audit, type Who } from '../audit/audit.ts'
import { appendEvents } from '../events/append.ts'
import type { NewEvent } from '../events/event.ts'
import type { Work } from '../store/work.ts'
import type { AssociationSide } from './association.ts'
import { mirrored } from './link.ts'

type Move = { actor: Who; deptId: number }

/**
 * Attaches the organisation's side of an association, and an unlink that it has scheduled, to another department, and records it in the
 * events and audit logs of both.
 *
 * @param side the side of the organisation that moves it, read under the lock of both organisations
 */
export async function moveAssociation(work: Work, side: AssociationSide, { actor, deptId }: Move): Promise<void> {
  const { association_id, org_id, associated_org_id, type } = side
  const both = work.db.updateTable('association').where('association_id', '=', association_id)
  await both.set({ dept_id: deptId }).where('org_id', '=', org_id).execute()
  await both.set({ associated_dept_id: deptId }).where('org_id', '=', associated_org_id).execute()
  await work.db
    .updateTable('scheduled_unlink')
    .set({ dept_id: deptId })
    .where('org_id', '=', org_id)
    .where('association_id', '=', association_id)
    .where('status', '=', 'scheduled')
    .execute()
  const change = { before: side.dept_id, after: deptId }
  const told = (view: Pick<AssociationSide, 'org_id' | 'associated_org_id' | 'type'>, changes: object): NewEvent => ({
    orgId: view.org_id,
    type: 'organization.association.updated',
    actor,
    data: { association_id, type: view.type, associated_org_id: view.associated_org_id, changes },
  })
  const other = { org_id: associated_org_id, associated_org_id: org_id, type: mirrored[type] }
  await appendEvents(work, [told(side, { dept_id: change }), told(other, { associated_dept_id: change })])
  for (const [orgId, field] of [
    [org_id, 'dept_id'],
    [associated_org_id, 'associated_dept_id'],
  ] as const) {
    const fields = { before: { [field]: side.dept_id }, after: { [field]: deptId } }
    await audit(work, actor, { orgId, action: 'departments.delete', target: association_id, ...fields })
  }
}

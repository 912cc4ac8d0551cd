import { audit } from '../audit/audit.ts'
import { appendEvents } from '../events/append.ts'
import type { NewEvent } from '../events/event.ts'
import type { Work } from '../store/work.ts'
import { departmentsIn } from './contents.ts'
import type { DeletionRow } from './deletion.ts'

/**
 * Moves departments from directly below a department, with an event and an entry of the audit log for each.
 *
 * @returns the number of departments that were moved
 */
export async function moveDepartments(work: Work, deletion: DeletionRow, limit: number): Promise<number> {
  const { org_id: orgId, dept_id: deptId, move_to: moveTo } = deletion
  if (moveTo === null) return 0
  const actor = { type: deletion.actor_type, id: deletion.actor_id }
  const rows = await departmentsIn(work.db, { orgId, deptId })
    .select('dept_id')
    .orderBy('dept_id')
    .limit(limit)
    .execute()
  if (rows.length === 0) return 0
  const ids = rows.map(({ dept_id }) => dept_id)
  await work.db
    .updateTable('department')
    .set({ parent_dept_id: moveTo })
    .where('org_id', '=', orgId)
    .where('dept_id', 'in', ids)
    .execute()
  const changes = { parent_dept_id: { before: deptId, after: moveTo } }
  const events = ids.map(
    (dept_id): NewEvent => ({ orgId, type: 'department.updated', actor, data: { dept_id, changes } }),
  )
  await appendEvents(work, events)
  const change = { before: { parent_dept_id: deptId }, after: { parent_dept_id: moveTo } }
  for (const id of ids) await audit(work, actor, { orgId, action: 'departments.delete', target: String(id), ...change })
  return ids.length
}

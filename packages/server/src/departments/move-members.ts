import { audit } from '../audit/audit.ts'
import { appendEvents } from '../events/append.ts'
import { type MemberRow, membersOf } from '../locks/members.ts'
import { deptIdsOf } from '../members/member.ts'
import { memberUpdated } from '../members/updated.ts'
import type { Work } from '../store/work.ts'
import type { DeletionRow } from './deletion.ts'

/**
 * Moves members out of a department, with an event and an entry of the audit log for each. Departed members only lose it: their
 * departure has the departments that they had.
 *
 * @param accountIds locked
 * @returns the number of members that were moved
 */
export async function moveMembers(work: Work, deletion: DeletionRow, accountIds: string[]): Promise<number> {
  if (accountIds.length === 0) return 0
  const { org_id: orgId, dept_id: deptId, move_to: moveTo } = deletion
  const actor = { type: deletion.actor_type, id: deletion.actor_id }
  const before = await deptIdsOf(work.db, orgId, accountIds)
  await work.db
    .deleteFrom('account_department')
    .where('org_id', '=', orgId)
    .where('dept_id', '=', deptId)
    .where('account_id', 'in', accountIds)
    .execute()
  const rows = await membersOf(work.db, orgId).where('account.account_id', 'in', accountIds).execute()
  const active = rows.filter(
    ({ account_id, status }) => status === 'active' && before.get(account_id)?.includes(deptId),
  )
  const ids = active.map(({ account_id }) => account_id)
  if (ids.length === 0 || moveTo === null) return 0
  await work.db
    .insertInto('account_department')
    .values(ids.map((account_id) => ({ org_id: orgId, account_id, dept_id: moveTo })))
    .onConflict((conflict) => conflict.columns(['org_id', 'account_id', 'dept_id']).doNothing())
    .execute()
  await work.db
    .updateTable('account')
    .set((set) => ({ revision: set('revision', '+', 1) }))
    .where('account_id', 'in', ids)
    .execute()
  const after = await deptIdsOf(work.db, orgId, ids)
  for (const row of active) {
    const accountId = row.account_id
    const [was, is] = [before, after].map((of) => ({ ...row, dept_ids: of.get(accountId) ?? [] })) as [Shown, Shown]
    await appendEvents(work, memberUpdated({ orgId, accountId, actor, before: was, after: is }))
    const change = { before: { dept_ids: was.dept_ids }, after: { dept_ids: is.dept_ids } }
    await audit(work, actor, { orgId, action: 'departments.delete', target: accountId, ...change })
  }
  return ids.length
}

type Shown = MemberRow & { dept_ids: number[] }

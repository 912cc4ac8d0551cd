import type { Tx } from '../store/schema.ts'

/** Replaces the departments of a member. */
export async function setDepartments(tx: Tx, orgId: string, accountId: string, deptIds: number[]): Promise<void> {
  await tx.deleteFrom('account_department').where('org_id', '=', orgId).where('account_id', '=', accountId).execute()
  if (deptIds.length === 0) return
  await tx
    .insertInto('account_department')
    .values(deptIds.map((dept_id) => ({ org_id: orgId, account_id: accountId, dept_id })))
    .execute()
}

import type { Schemas } from '@sendoff/api'
import { readPolicy } from '../organizations/policy.ts'
import type { Reader } from '../store/schema.ts'

/** A department of an organisation. */
export type Place = { orgId: string; deptId: number }

/** The members in a department, departed ones included, whose departments are still stored. */
export const membersIn = (db: Reader, { orgId, deptId }: Place) =>
  db
    .selectFrom('account_department as placed')
    .innerJoin('account', 'account.account_id', 'placed.account_id')
    .where('placed.org_id', '=', orgId)
    .where('placed.dept_id', '=', deptId)

/** The departments directly below a department. */
export const departmentsIn = (db: Reader, { orgId, deptId }: Place) =>
  db.selectFrom('department').where('org_id', '=', orgId).where('parent_dept_id', '=', deptId)

/** The associations attached to a department. */
export const associationsIn = (db: Reader, { orgId, deptId }: Place) =>
  db.selectFrom('association').where('org_id', '=', orgId).where('dept_id', '=', deptId).where('status', '=', 'linked')

/** The invitations to associations that would be attached to a department. */
export const invitationsIn = (db: Reader, { orgId, deptId }: Place) =>
  db
    .selectFrom('association_invitation')
    .where('org_id', '=', orgId)
    .where('dept_id', '=', deptId)
    .where('status', '=', 'pending')

/** Counts the things that are directly in a department. */
export async function countContents(db: Reader, place: Place): Promise<Schemas['DepartmentContents']> {
  const count = async (query: { executeTakeFirstOrThrow(): Promise<{ count: number }> }) =>
    Number((await query.executeTakeFirstOrThrow()).count)
  return {
    members: await count(
      membersIn(db, place)
        .where('account.status', '=', 'active')
        .select((all) => all.fn.countAll<number>().as('count')),
    ),
    departments: await count(departmentsIn(db, place).select((all) => all.fn.countAll<number>().as('count'))),
    associations: await count(associationsIn(db, place).select((all) => all.fn.countAll<number>().as('count'))),
    invitations: await count(invitationsIn(db, place).select((all) => all.fn.countAll<number>().as('count'))),
  }
}

/** Names the policies that name a department. */
export async function namedBy(db: Reader, { orgId, deptId }: Place): Promise<Schemas['DepartmentNamedBy']> {
  const { instant_leave_dept_ids } = await readPolicy(db, orgId)
  return instant_leave_dept_ids.includes(deptId) ? ['instant_leave'] : []
}

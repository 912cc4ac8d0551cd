import type { CallOf, Schemas } from '@sendoff/api'
import { isAdministrator, type OrganizationActor } from '../actor.ts'
import { type MemberRow, membersOf } from '../locks/members.ts'
import { listed } from '../store/page.ts'
import type { Reader } from '../store/schema.ts'
import type { View } from '../store/work.ts'
import { isFound } from './found.ts'
import { deptIdsOf, findMember, type Linked, presentMember } from './member.ts'
import { seniorityOf } from './seniority.ts'

/** The fields of a departed member that ordinary members can't read. */
const noContacts = { email: null, phone: null, external_id: null }

/** The most members, one active and the others departed, that are listed by one number. */
const MOST_NUMBERED = 500

/** Lists members. */
export async function listMembers(
  view: View,
  actor: OrganizationActor,
  call: CallOf<'members.list'>,
): Promise<Schemas['MemberList']> {
  const { db } = view
  const { status, dept_id, q, role, condition, manager_id, external_id, account_ids, ...page } = call
  // Numbers and contacts of departed members are not for everybody.
  const isReserved = status === 'departed' && !isAdministrator(actor)
  let query = membersOf(db, actor.orgId).where('account.status', '=', status)
  if (role !== undefined) query = query.where('account.role', '=', role)
  if (condition !== undefined) query = query.where('account.condition', '=', condition)
  if (manager_id !== undefined) query = query.where('account.manager_id', '=', manager_id)
  if (account_ids !== undefined) query = query.where('account.account_id', 'in', account_ids)
  if (external_id !== undefined) {
    const numbered = isReserved ? [] : await numberedAs(db, actor.orgId, external_id)
    query = query.where('account.account_id', 'in', ['', ...numbered])
  }
  if (dept_id !== undefined) query = query.where(({ exists }) => exists(membershipIn(db, dept_id)))
  if (q !== undefined) query = query.where(isFound(q, isReserved ? 'contacts' : undefined))
  const list = await listed(query, { id: 'account_id', from: 'account', at: 'created_at' }, page, (row) => row)
  return { ...list, data: await presentMembers(view, actor, list.data) }
}

/** Read first: beside the order of the list, SQLite would read every account of the organisation. */
async function numberedAs(db: Reader, orgId: string, externalId: string): Promise<string[]> {
  const query = db.selectFrom('account').select('account_id').where('org_id', '=', orgId)
  const rows = await query.where('external_id', '=', externalId).limit(MOST_NUMBERED).execute()
  return rows.map(({ account_id }) => account_id)
}

const membershipIn = (db: Reader, deptId: number) =>
  db
    .selectFrom('account_department as department')
    .select('department.dept_id')
    .whereRef('department.org_id', '=', 'account.org_id' as never)
    .whereRef('department.account_id', '=', 'account.account_id' as never)
    .where('department.dept_id', '=', deptId)

/** Reads a current or departed member. */
export async function getMember(
  view: View,
  actor: OrganizationActor,
  { account_id: accountId }: CallOf<'members.get'>,
): Promise<Schemas['Member']> {
  const [member] = await presentMembers(view, actor, [await findMember(view.db, actor.orgId, accountId)])
  return member as Schemas['Member']
}

async function presentMembers(view: View, actor: OrganizationActor, rows: MemberRow[]): Promise<Schemas['Member'][]> {
  const deptIds = await deptIdsOf(
    view.db,
    actor.orgId,
    rows.map((row) => row.account_id),
  )
  const linked = await seniorityOf(view, actor.orgId, rows)
  return rows.map((row) => {
    const member = presentMember(row, deptIds.get(row.account_id) ?? [], linked.get(row.account_id) as Linked)
    return row.status === 'departed' && !isAdministrator(actor) ? { ...member, ...noContacts } : member
  })
}

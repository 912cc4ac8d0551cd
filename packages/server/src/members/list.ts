import type { CallOf, Schemas } from '@sendoff/api'
import { sql } from 'kysely'
import { isAdministrator, type OrganizationActor } from '../actor.ts'
import { type MemberRow, membersOf } from '../locks/members.ts'
import { type Page, paged } from '../store/page.ts'
import type { View } from '../store/work.ts'
import { contactForms } from '../values/search.ts'
import { deptIdsOf, findMember, type Linked, presentMember } from './member.ts'
import { seniorityOf } from './seniority.ts'

/** The fields of a departed member that ordinary members can't read. */
const noContacts = { email: null, phone: null, external_id: null }

type Filter = { status: 'active' | 'departed'; dept_id?: number; q?: string }

/** Lists members in the order in which they joined. */
export async function listMembers(
  view: View,
  actor: OrganizationActor,
  { status, dept_id, q, ...page }: Filter & Page,
): Promise<Schemas['MemberList']> {
  const { db } = view
  let query = membersOf(db, actor.orgId).where('account.status', '=', status).orderBy('account.account_id')
  if (dept_id !== undefined) {
    query = query.where((has) =>
      has.exists(
        has
          .selectFrom('account_department as department')
          .select('department.dept_id')
          .whereRef('department.org_id', '=', 'account.org_id')
          .whereRef('department.account_id', '=', 'account.account_id')
          .where('department.dept_id', '=', dept_id),
      ),
    )
  }
  if (q !== undefined) {
    const ofContacts = status === 'departed' && !isAdministrator(actor) ? [] : contactForms(q)
    query = query.where((or) =>
      or.or([holds('search_name', 'name', q), ...ofContacts.map((form) => holds('search_contacts', 'email', form))]),
    )
  }
  const list = await paged(
    page,
    (after, limit) => query.where('account.account_id', '>', after).limit(limit).execute(),
    {
      key: (row) => row.account_id,
      present: (row) => row,
    },
  )
  return { ...list, data: await presentMembers(view, actor, list.data) }
}

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

/** Compares folded texts. Where they must be made again, the text itself stands in for a minute, with the small letters of ASCII. */
function holds(column: 'search_name' | 'search_contacts', origin: 'name' | 'email', folded: string) {
  const pattern = `%${folded.replaceAll(/[!%_]/g, '!$&')}%`
  const text = sql`coalesce(${sql.ref(`account.${column}`)}, lower(${sql.ref(`account.${origin}`)}))`
  return sql<boolean>`${text} like ${pattern} escape '!'`
}

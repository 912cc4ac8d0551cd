import type { CallOf, Schemas } from '@sendoff/api'
import { sql } from 'kysely'
import { isAdministrator, type OrganizationActor } from '../actor.ts'
import { type MemberRow, membersOf } from '../locks/members.ts'
import { type Page, paged } from '../store/page.ts'
import type { Reader } from '../store/schema.ts'
import type { View } from '../store/work.ts'
import { deptIdsOf, findMember, presentMember } from './member.ts'

const ofEverybody = ['name'] as const
const contacts = ['email', 'phone'] as const
/** The fields of a departed member that ordinary members can't read. */
const noContacts = { email: null, phone: null, external_id: null }

type Filter = { status: 'active' | 'departed'; dept_id?: number; q?: string }

/** Lists members in the order in which they joined. */
export async function listMembers(
  { db }: View,
  actor: OrganizationActor,
  { status, dept_id, q, ...page }: Filter & Page,
): Promise<Schemas['MemberList']> {
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
    const columns = status === 'departed' && !isAdministrator(actor) ? ofEverybody : [...ofEverybody, ...contacts]
    query = query.where((or) => or.or(columns.map((column) => holds(column, q))))
  }
  const list = await paged(
    page,
    (after, limit) => query.where('account.account_id', '>', after).limit(limit).execute(),
    {
      key: (row) => row.account_id,
      present: (row) => row,
    },
  )
  return { ...list, data: await presentMembers(db, actor, list.data) }
}

/** Reads a current or departed member. */
export async function getMember(
  { db }: View,
  actor: OrganizationActor,
  { account_id: accountId }: CallOf<'members.get'>,
): Promise<Schemas['Member']> {
  const [member] = await presentMembers(db, actor, [await findMember(db, actor.orgId, accountId)])
  return member as Schemas['Member']
}

async function presentMembers(db: Reader, actor: OrganizationActor, rows: MemberRow[]): Promise<Schemas['Member'][]> {
  const deptIds = await deptIdsOf(
    db,
    actor.orgId,
    rows.map((row) => row.account_id),
  )
  return rows.map((row) => {
    const member = presentMember(row, deptIds.get(row.account_id))
    return row.status === 'departed' && !isAdministrator(actor) ? { ...member, ...noContacts } : member
  })
}

/** Both sides use the database's own `lower`, because databases differ for letters beyond ASCII. */
function holds(column: 'name' | 'email' | 'phone', text: string) {
  const pattern = `%${text.replaceAll(/[!%_]/g, '!$&')}%`
  return sql<boolean>`lower(${sql.ref(`account.${column}`)}) like lower(${pattern}) escape '!'`
}

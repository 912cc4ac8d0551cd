import type { Schemas } from '@sendoff/api'
import { sql } from 'kysely'
import type { OrganizationActor } from '../actor.ts'
import { type Page, paged } from '../store/page.ts'
import type { Reader } from '../store/schema.ts'
import { deptIdsOf, findMember, type MemberRow, membersOf, presentMember } from './member.ts'

type Filter = { status: 'active' | 'departed'; dept_id?: number; q?: string }

/** Lists members by the time they joined. */
export async function listMembers(
  db: Reader,
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
    query = query.where((or) => or.or((['name', 'email', 'phone'] as const).map((column) => holds(column, q))))
  }
  const list = await paged(
    page,
    (after, limit) => query.where('account.account_id', '>', after).limit(limit).execute(),
    {
      key: (row) => row.account_id,
      present: (row) => row,
    },
  )
  return { ...list, data: await presentMembers(db, actor.orgId, list.data) }
}

/** Reads a member, also one who departed. */
export async function getMember(db: Reader, actor: OrganizationActor, accountId: string): Promise<Schemas['Member']> {
  const [member] = await presentMembers(db, actor.orgId, [await findMember(db, actor.orgId, accountId)])
  return member as Schemas['Member']
}

async function presentMembers(db: Reader, orgId: string, rows: MemberRow[]): Promise<Schemas['Member'][]> {
  const deptIds = await deptIdsOf(
    db,
    orgId,
    rows.map((row) => row.account_id),
  )
  return rows.map((row) => presentMember(row, deptIds.get(row.account_id)))
}

/** Both sides go through the database's own `lower`, which differs in what it does to letters beyond ASCII. */
function holds(column: 'name' | 'email' | 'phone', text: string) {
  const pattern = `%${text.replaceAll(/[!%_]/g, '!$&')}%`
  return sql<boolean>`lower(${sql.ref(`account.${column}`)}) like lower(${pattern}) escape '!'`
}

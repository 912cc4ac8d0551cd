import type { Schemas } from '@sendoff/api'
import { timestamp } from '../clock.ts'
import { type MemberRow, membersOf, requireMember } from '../locks/members.ts'
import { Refusal } from '../refusal.ts'
import type { Reader } from '../store/schema.ts'

/** @throws {Refusal} `member_not_found` if the organisation has no such member, or has purged them */
export async function findMember(db: Reader, orgId: string, accountId: string): Promise<MemberRow> {
  const row = await membersOf(db, orgId).where('account.account_id', '=', accountId).executeTakeFirst()
  return requireMember(row ? [row] : [], accountId)
}

/** @throws {Refusal} `already_departed` */
export function requireActive(row: MemberRow): void {
  if (row.status !== 'active') throw new Refusal('already_departed')
}

/** Reads the departments of members, by account id. Members without departments have no entry. */
export async function deptIdsOf(db: Reader, orgId: string, accountIds: string[]): Promise<Map<string, number[]>> {
  const found = new Map<string, number[]>()
  if (accountIds.length === 0) return found
  const rows = await db
    .selectFrom('account_department')
    .select(['account_id', 'dept_id'])
    .where('org_id', '=', orgId)
    .where('account_id', 'in', accountIds)
    .orderBy('dept_id')
    .execute()
  for (const { account_id, dept_id } of rows) found.set(account_id, [...(found.get(account_id) ?? []), dept_id])
  return found
}

/** A person's earlier accounts in the organisation, and their time in it. */
export type Linked = Pick<Schemas['Member'], 'previous_account_ids' | 'seniority'>

/** A member as the contract shows them. */
export function presentMember(row: MemberRow, deptIds: number[], linked: Linked): Schemas['Member'] {
  return {
    account_id: row.account_id,
    name: row.name,
    email: row.email,
    phone: row.phone,
    external_id: row.external_id,
    role: row.role,
    condition: row.condition,
    dept_ids: deptIds,
    manager_id: row.manager_id,
    status: row.status,
    joined_at: timestamp(row.created_at),
    accepted_at: row.accepted_at === null ? null : timestamp(row.accepted_at),
    rehire_of: row.rehire_of,
    ...linked,
  }
}

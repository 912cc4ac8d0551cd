import type { Schemas } from '@sendoff/api'
import type { Selectable } from 'kysely'
import type { OrganizationActor } from '../actor.ts'
import { timestamp } from '../clock.ts'
import { Refusal } from '../refusal.ts'
import type { Reader, Schema, Tx } from '../store/schema.ts'

/** An account of an organisation that is active or has departed. Who was purged is no member any more. */
export type MemberRow = Selectable<Schema['account']> & {
  org_id: string
  role: Schemas['Role']
  status: 'active' | 'departed'
}

/** The members of an organisation, also those who departed. */
export const membersOf = (db: Reader, orgId: string) =>
  db
    .selectFrom('account')
    .selectAll('account')
    .where('account.org_id', '=', orgId)
    .where('account.status', 'in', ['active', 'departed'])
    .$narrowType<MemberRow>()

/**
 * Locks members until the transaction ends, always in the order of their ids, so that two transactions that need the same two
 * can't wait for each other. Accounts are locked before organisations. Ids that are none of the organisation's are left out.
 */
export async function lockMembers(tx: Tx, orgId: string, accountIds: string[]): Promise<MemberRow[]> {
  if (accountIds.length === 0) return []
  return membersOf(tx, orgId)
    .where('account.account_id', 'in', [...new Set(accountIds)])
    .orderBy('account.account_id')
    .forUpdate()
    .execute()
}

/** With what a person is refused whose role does not let them act. */
type ByRole = 'admin_required' | 'ordinary_user_not_allowed'

/**
 * Locks members together with the person who acts on them, and checks that this person still may: of two administrators who act
 * on each other at once, the second is none any more.
 *
 * @throws {Refusal} `token_revoked`, `account_restricted`, `admin_required` or what is to be said in its place
 */
export async function lockAsAdministrator(
  tx: Tx,
  actor: OrganizationActor,
  accountIds: string[] = [],
  otherwise: ByRole = 'admin_required',
): Promise<MemberRow[]> {
  if (actor.type === 'app') return lockMembers(tx, actor.orgId, accountIds)
  const locked = await lockMembers(tx, actor.orgId, [...accountIds, actor.id])
  if (requireActing(actor, locked).role === 'member') throw new Refusal(otherwise)
  return locked
}

/**
 * Locks members together with the founder who acts on them: of two transfers at once, the second is no longer the founder's.
 *
 * @throws {Refusal} `token_revoked`, `account_restricted`, `founder_required`
 */
export async function lockAsFounder(
  tx: Tx,
  actor: OrganizationActor,
  accountIds: string[] = [],
): Promise<{ founder: MemberRow; locked: MemberRow[] }> {
  const locked = await lockMembers(tx, actor.orgId, [...accountIds, actor.id])
  const founder = requireActing(actor, locked)
  if (founder.role !== 'founder') throw new Refusal('founder_required')
  return { founder, locked }
}

/** @throws {Refusal} `token_revoked`, `account_restricted`; before the lock the caller was neither gone nor restricted */
function requireActing(actor: OrganizationActor, locked: MemberRow[]): MemberRow {
  const own = locked.find((row) => row.account_id === actor.id)
  if (own?.status !== 'active') throw new Refusal('token_revoked')
  if (own.condition !== 'normal') throw new Refusal('account_restricted', { condition: own.condition })
  return own
}

/** @throws {Refusal} `member_not_found` when the organisation has no such member, or has purged them */
export async function findMember(db: Reader, orgId: string, accountId: string): Promise<MemberRow> {
  const row = await membersOf(db, orgId).where('account.account_id', '=', accountId).executeTakeFirst()
  return requireMember(row ? [row] : [], accountId)
}

/** @throws {Refusal} `member_not_found` when the member is not among those that were locked */
export function requireMember(rows: MemberRow[], accountId: string): MemberRow {
  const row = rows.find((one) => one.account_id === accountId)
  if (!row) throw new Refusal('member_not_found')
  return row
}

/** @throws {Refusal} `already_departed` */
export function requireActive(row: MemberRow): void {
  if (row.status !== 'active') throw new Refusal('already_departed')
}

/** The departments of members, by their account; who is in none has none here. */
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

/** A member as the contract shows them. */
export function presentMember(row: MemberRow, deptIds: number[] = []): Schemas['Member'] {
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
  }
}

import type { Schemas } from '@sendoff/api'
import type { Selectable } from 'kysely'
import type { OrganizationActor } from '../actor.ts'
import { Refusal } from '../refusal.ts'
import type { Reader, Schema, Tx } from '../store/schema.ts'

/** An account of an organisation that is active or has departed. Who was purged is no member any more. */
export type MemberRow = Selectable<Schema['account']> & {
  org_id: string
  role: Schemas['Role']
  status: 'active' | 'departed'
}

/** The members of an organisation, departed ones included. */
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

/** @throws {Refusal} `member_not_found` when the member is not among those that were locked */
export function requireMember(rows: MemberRow[], accountId: string): MemberRow {
  const row = rows.find((one) => one.account_id === accountId)
  if (!row) throw new Refusal('member_not_found')
  return row
}

import type { Schemas } from '@sendoff/api'
import type { Selectable } from 'kysely'
import type { OrganizationActor } from '../actor.ts'
import { Refusal } from '../refusal.ts'
import type { Reader, Schema, Tx } from '../store/schema.ts'
import { type Placing, statement } from '../store/statement.ts'

/** An active or departed account of an organisation. A purged one is no longer a member. */
export type MemberRow = Selectable<Schema['account']> & {
  org_id: string
  role: Schemas['Role']
  status: 'active' | 'departed'
}

/** Selects the members of an organisation, including departed ones. */
export const membersOf = (db: Reader, orgId: string) =>
  db
    .selectFrom('account')
    .selectAll('account')
    .where('account.org_id', '=', orgId)
    .where('account.status', 'in', ['active', 'departed'])
    .$narrowType<MemberRow>()

/**
 * Locks members until the transaction ends, always in the order of their ids, so that two transactions can't deadlock.
 * Accounts are locked before organisations. Ids of other organisations are left out.
 */
export async function lockMembers(tx: Tx, orgId: string, accountIds: string[]): Promise<MemberRow[]> {
  const [one, ...more] = accountIds
  if (one === undefined) return []
  if (more.length === 0) return lockMember(tx, { orgId, one }) as Promise<MemberRow[]>
  return membersOf(tx, orgId)
    .where('account.account_id', 'in', [...new Set(accountIds)])
    .orderBy('account.account_id')
    .forUpdate()
    .execute()
}

/** Locks one member, the usual number, with a statement that is composed and planned once. */
const lockMember = statement((db, $: Placing<{ orgId: string; one: string }>) =>
  db
    .selectFrom('account')
    .selectAll('account')
    .where('account.org_id', '=', $('orgId'))
    .where('account.account_id', '=', $('one'))
    .where('account.status', 'in', ['active', 'departed'])
    .forUpdate(),
)

/** The refusal for a person whose role is too low. */
type ByRole = 'admin_required' | 'ordinary_user_not_allowed'

/**
 * Locks members together with the person who acts on them, and checks that the person is still allowed to: if two
 * administrators demote each other at the same time, the second no longer is.
 *
 * @throws {Refusal} `token_revoked`, `account_restricted`, `admin_required` or the given refusal in its place
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
 * Locks members together with the founder who acts on them: in the second of two concurrent transfers, the caller is no
 * longer the founder.
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

/**
 * @throws {Refusal} `token_revoked`, `account_restricted` if the account departed or was restricted before the lock was
 * taken
 */
function requireActing(actor: OrganizationActor, locked: MemberRow[]): MemberRow {
  const own = locked.find((row) => row.account_id === actor.id)
  if (own?.status !== 'active') throw new Refusal('token_revoked')
  if (own.condition !== 'normal') throw new Refusal('account_restricted', { condition: own.condition })
  return own
}

/** @throws {Refusal} `member_not_found` if the member is not among the locked ones */
export function requireMember(rows: MemberRow[], accountId: string): MemberRow {
  const row = rows.find((one) => one.account_id === accountId)
  if (!row) throw new Refusal('member_not_found')
  return row
}

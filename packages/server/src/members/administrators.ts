import type { Schemas } from '@sendoff/api'
import { sql } from 'kysely'
import type { OrganizationActor } from '../actor.ts'
import { UNUSABLE } from '../identity/waiting.ts'
import { lockOrganizations } from '../locks/organizations.ts'
import { Refusal } from '../refusal.ts'
import { type Page, paged } from '../store/page.ts'
import type { Tx } from '../store/schema.ts'
import type { View } from '../store/work.ts'

/**
 * Refuses to take away the last administrator who can act; the founder is not counted. Whoever is restricted can't act, and
 * whoever has not accepted the membership, or never set a password, has not come yet. Locks the organisation, so that two administrators who
 * go at once go one after the other, and reads after that: a count without a lock would let each of them count the other. Call it
 * after the members are locked.
 *
 * @throws {Refusal} `last_admin` when no other account is an administrator who can act
 */
export async function requireOtherAdmin(tx: Tx, orgId: string, accountId: string): Promise<void> {
  await lockOrganizations(tx, [orgId])
  const other = await tx
    .selectFrom('account')
    .innerJoin('identity', 'identity.identity_id', 'account.identity_id')
    .select('account.account_id')
    .where('account.org_id', '=', orgId)
    .where('account.account_id', '!=', accountId)
    .where('account.status', '=', 'active')
    .where('account.condition', '=', 'normal')
    .where('account.role', '=', 'admin')
    .where('account.accepted_at', 'is not', null)
    .where('identity.password_hash', '!=', UNUSABLE)
    .limit(1)
    .executeTakeFirst()
  if (!other) throw new Refusal('last_admin')
}

/** The founder's key comes before those of administrators. */
const key = sql<string>`case when role = 'founder' then '0_' else '1_' end || account_id`

/** Lists whom a member can ask: the founder first, then the administrators who can act, with their contacts (S20). */
export async function listAdmins({ db }: View, actor: OrganizationActor, page: Page): Promise<Schemas['AdminList']> {
  const query = db
    .selectFrom('account')
    .select(['account_id', 'name', 'role', 'email', 'phone', key.as('key')])
    .where('org_id', '=', actor.orgId)
    .where('status', '=', 'active')
    .where('condition', '=', 'normal')
    .where('role', 'in', ['founder', 'admin'])
    .$narrowType<{ role: 'founder' | 'admin' }>()
    .orderBy('key')
  return paged(page, (after, limit) => query.where(key, '>', after).limit(limit).execute(), {
    key: (row) => row.key,
    present: ({ key: _, ...admin }) => admin,
  })
}

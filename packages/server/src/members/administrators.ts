import type { Schemas } from '@sendoff/api'
import { sql } from 'kysely'
import type { OrganizationActor } from '../actor.ts'
import { UNUSABLE } from '../identity/waiting.ts'
import { lockOrganizations } from '../locks/organizations.ts'
import { Refusal } from '../refusal.ts'
import { type Page, paged } from '../store/page.ts'
import type { Reader, Tx } from '../store/schema.ts'
import type { View } from '../store/work.ts'

/**
 * Refuses to remove the last administrator who stays and can act. Locks the organisation before counting, because otherwise two
 * administrators who depart at the same time would count each other. Call it after locking the members.
 *
 * @throws {Refusal} `last_admin` if there is no other administrator who stays and can act
 */
export async function requireOtherAdmin(tx: Tx, orgId: string, accountId: string): Promise<void> {
  await lockOrganizations(tx, [orgId])
  if (!(await hasOtherAdmin(tx, orgId, accountId))) throw new Refusal('last_admin')
}

/**
 * True if there is another administrator who stays and can act. The founder does not count, and neither do administrators who are
 * restricted, have not accepted the membership, never set a password, or are about to depart: by a scheduled offboarding or an approved
 * leave application (S73).
 */
export async function hasOtherAdmin(db: Reader, orgId: string, accountId: string): Promise<boolean> {
  const anotherAdministrator = await db
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
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('offboarding')
            .select('offboarding.offboarding_id')
            .where('offboarding.org_id', '=', orgId)
            .whereRef('offboarding.account_id', '=', 'account.account_id')
            .where('offboarding.status', '=', 'scheduled'),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('leave_application')
            .select('leave_application.application_id')
            .where('leave_application.org_id', '=', orgId)
            .whereRef('leave_application.account_id', '=', 'account.account_id')
            .where('leave_application.status', '=', 'approved'),
        ),
      ),
    )
    .limit(1)
    .executeTakeFirst()
  return anotherAdministrator !== undefined
}

/** The founder's key sorts before those of administrators. */
const key = sql<string>`case when role = 'founder' then '0_' else '1_' end || account_id`

/**
 * Lists the people whom a member can ask, with their contacts: the founder first, then the administrators who can act
 * (S20).
 */
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

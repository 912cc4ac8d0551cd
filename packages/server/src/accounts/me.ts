import type { Schemas } from '@sendoff/api'
import type { Actor } from '../actor.ts'
import { timestamp } from '../clock.ts'
import { identityOf } from '../identity/identity.ts'
import { type Page, paged } from '../store/page.ts'
import type { Reader } from '../store/schema.ts'
import type { View } from '../store/work.ts'

/** Reads the account of the token. */
export async function getMe({ db }: View, actor: Actor): Promise<Schemas['Me']> {
  return db
    .selectFrom('account')
    .innerJoin('identity', 'identity.identity_id', 'account.identity_id')
    .select(['account_id', 'account.identity_id', 'kind', 'org_id', 'name', 'account.email', 'account.phone'])
    .select(['role', 'condition', 'identity.locale'])
    .where('account_id', '=', actor.id)
    .executeTakeFirstOrThrow()
}

/** Lists all accounts of the person behind the token, oldest first, whichever of them the token is for (S33). */
export async function listMyAccounts({ db }: View, actor: Actor, page: Page): Promise<Schemas['MyAccountList']> {
  const query = activeAccounts(db, actor)
    .leftJoin('organization', 'organization.org_id', 'account.org_id')
    .select([
      'account.account_id',
      'account.kind',
      'account.org_id',
      'organization.name as organization_name',
      'account.name',
      'account.role',
      'account.condition',
      'account.created_at',
    ])
  return paged(page, (after, limit) => query.where('account_id', '>', after).limit(limit).execute(), {
    key: (row) => row.account_id,
    present: (row) => ({ ...row, created_at: timestamp(row.created_at) }),
  })
}

/** Lists the organisations that the person behind the token has joined, in the order of joining (S47). */
export async function listMyOrganizations(
  { db }: View,
  actor: Actor,
  page: Page,
): Promise<Schemas['MyOrganizationList']> {
  const query = activeAccounts(db, actor)
    .innerJoin('organization', 'organization.org_id', 'account.org_id')
    .select(['account.org_id', 'organization.name', 'account.account_id', 'account.role', 'account.created_at'])
    .where('organization.status', '!=', 'dissolved')
  return paged(page, (after, limit) => query.where('account_id', '>', after).limit(limit).execute(), {
    key: (row) => row.account_id,
    present: ({ created_at, org_id, role, ...row }) => ({
      ...row,
      // An account in an organisation has both an organisation and a role.
      org_id: org_id as string,
      role: role as Schemas['Role'],
      joined_at: timestamp(created_at),
    }),
  })
}

const activeAccounts = (db: Reader, actor: Actor) =>
  db
    .selectFrom('account')
    .where('account.identity_id', '=', identityOf(db, actor))
    .where('account.status', '=', 'active')
    .where('account.accepted_at', 'is not', null)
    .orderBy('account.account_id')

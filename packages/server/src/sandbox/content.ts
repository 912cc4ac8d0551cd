import type { CallOf, Schemas } from '@sendoff/api'
import { paged } from '../store/page.ts'
import type { Reader } from '../store/schema.ts'

/** Reads the accounts of the sandbox page by page, oldest first, and counts its content. */
export async function readContent(
  db: Reader,
  { org_id: orgId, ...page }: CallOf<'sandbox.getData'>,
): Promise<Omit<Schemas['SandboxContent'], 'clock'>> {
  let query = db
    .selectFrom('account')
    .leftJoin('organization', 'organization.org_id', 'account.org_id')
    .select(['account.account_id', 'kind', 'account.name', 'email', 'phone', 'role', 'condition', 'account.status'])
    .select(['account.accepted_at', 'account.org_id', 'organization.name as organization_name'])
    .orderBy('account.account_id')
  if (orgId !== undefined) query = query.where('account.org_id', '=', orgId)
  const list = await paged(
    page,
    (after, limit) => query.where('account.account_id', '>', after).limit(limit).execute(),
    {
      key: (row) => row.account_id,
      present: ({ accepted_at, ...row }) => ({ ...row, accepted: accepted_at !== null }),
    },
  )
  const count = async (table: 'organization' | 'account' | 'app' | 'association') => {
    const { rows } = await db
      .selectFrom(table)
      .select((all) => all.fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow()
    return Number(rows)
  }
  const counts = {
    organizations: await count('organization'),
    accounts: await count('account'),
    apps: await count('app'),
    // Each has a row for either side.
    associations: (await count('association')) / 2,
  }
  return { ...list, counts }
}

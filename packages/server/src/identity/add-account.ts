import { newId } from '../ids.ts'
import type { Schema } from '../store/schema.ts'
import type { Work } from '../store/work.ts'
import { searchColumns } from '../values/search.ts'

type Row = Schema['account']

/** An account before it is stored. */
export type NewAccount = Pick<Row, 'identity_id' | 'org_id' | 'name' | 'email' | 'phone' | 'role' | 'accepted_at'> &
  Partial<Pick<Row, 'external_id' | 'manager_id' | 'condition'>> & {
    account_id?: string
    rehire_of?: string | null
    first_account_id?: string | null
  }

/**
 * Stores an active account, which is personal if it has no organisation.
 *
 * @returns its id
 */
export async function addAccount(work: Work, account: NewAccount): Promise<string> {
  const account_id = newId('acct')
  await addAccounts(work, [{ account_id, ...account }])
  return account_id
}

/** Stores several accounts, of which all have the same optional members. */
export async function addAccounts(work: Work, accounts: NewAccount[]): Promise<void> {
  const rows = accounts.map((account) => ({
    account_id: newId('acct'),
    external_id: null,
    manager_id: null,
    condition: 'normal' as const,
    ...account,
    kind: account.org_id === null ? ('personal' as const) : ('organization' as const),
    status: 'active' as const,
    revision: 1,
    generation: newId('gen'),
    created_at: work.now,
    ...searchColumns({ external_id: null, ...account }),
  }))
  await work.db.insertInto('account').values(rows).execute()
}

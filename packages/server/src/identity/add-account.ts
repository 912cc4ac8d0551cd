import { newId } from '../ids.ts'
import type { Schema } from '../store/schema.ts'
import type { Work } from '../store/work.ts'
import { searchColumns } from '../values/search.ts'

type Row = Schema['account']

/** An account before it is stored. */
export type NewAccount = Pick<Row, 'identity_id' | 'org_id' | 'name' | 'email' | 'phone' | 'role' | 'accepted_at'> &
  Partial<Pick<Row, 'external_id' | 'manager_id' | 'condition'>> & {
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
  await work.db
    .insertInto('account')
    .values({
      external_id: null,
      manager_id: null,
      condition: 'normal',
      ...account,
      account_id,
      kind: account.org_id === null ? 'personal' : 'organization',
      status: 'active',
      revision: 1,
      generation: newId('gen'),
      created_at: work.now,
      ...searchColumns({ external_id: null, ...account }),
    })
    .execute()
  return account_id
}

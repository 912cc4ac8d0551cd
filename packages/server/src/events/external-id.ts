import { type Placing, statement } from '../store/statement.ts'
import type { Work } from '../store/work.ts'
import type { NewEvent } from './event.ts'

/**
 * Adds the organisation's own number for the member to an event about one, by which its other systems know them. An event that has it is
 * left as it is.
 */
export async function withExternalId(work: Work, { type, data }: NewEvent): Promise<NewEvent['data']> {
  if (!/^(?:member|leave_application)\./.test(type) || !('account_id' in data) || 'external_id' in data) return data
  const [account] = await readExternalId(work.db, { accountId: data.account_id })
  const { account_id, ...others } = data
  return { account_id, external_id: account?.external_id ?? null, ...others } as NewEvent['data']
}

const readExternalId = statement((db, $: Placing<{ accountId: string }>) =>
  db.selectFrom('account').select('external_id').where('account_id', '=', $('accountId')),
)

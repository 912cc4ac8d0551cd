import { Refusal } from '../../refusal.ts'
import type { Reader } from '../../store/schema.ts'
import { type Placing, statement } from '../../store/statement.ts'

/**
 * Refuses personal accounts: they belong to no organisation, and only their owners can end them (S16).
 *
 * @throws {Refusal} `personal_account_not_offboardable`
 */
export async function refusePersonalAccount(db: Reader, accountId: string): Promise<void> {
  const [personal] = await readPersonal(db, { accountId })
  if (personal) throw new Refusal('personal_account_not_offboardable')
}

const readPersonal = statement((db, $: Placing<{ accountId: string }>) =>
  db
    .selectFrom('account')
    .select('account_id')
    .where('account_id', '=', $('accountId'))
    .where('kind', '=', 'personal')
    .where('status', '=', 'active'),
)

import { Refusal } from '../../refusal.ts'
import type { Reader } from '../../store/schema.ts'

/**
 * A personal account belongs to no organisation: only its owner can end it (S16).
 *
 * @throws {Refusal} `personal_account_not_offboardable`
 */
export async function refusePersonalAccount(db: Reader, accountId: string): Promise<void> {
  const personal = await db
    .selectFrom('account')
    .select('account_id')
    .where('account_id', '=', accountId)
    .where('kind', '=', 'personal')
    .where('status', '=', 'active')
    .executeTakeFirst()
  if (personal) throw new Refusal('personal_account_not_offboardable')
}

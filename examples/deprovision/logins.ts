import type { Event } from '@sendoff/sdk/webhooks'
import type { Transaction } from 'kysely'
import type { Tables } from './database.ts'

/**
 * Adds or removes a login, in the transaction in which the event is recorded. Deliveries overtake each other, so an event is ignored
 * if a later one about the same account was handled already.
 *
 * @returns whether the event changed something
 */
export async function setLogin(
  tx: Transaction<Tables>,
  { org_id: organization, sequence }: Event,
  account_id: string,
  active: 0 | 1,
): Promise<boolean> {
  const changed = await tx
    .insertInto('login')
    .values({ account_id, organization, active, sequence })
    .onConflict((conflict) =>
      conflict.column('account_id').doUpdateSet({ active, sequence }).where('login.sequence', '<', sequence),
    )
    .returning('account_id')
    .executeTakeFirst()
  return changed !== undefined
}

import { setImmediate as aTurn } from 'node:timers/promises'
import { sql } from 'kysely'
import { recordset } from '../store/recordset.ts'
import type { Store } from '../store/store.ts'
import { searchColumns } from '../values/search.ts'

/** The most accounts of one transaction. */
const BATCH = 500

/**
 * Makes the folded texts of accounts again that were changed without them, for example by a server of the version before. A purged
 * account has none.
 */
export async function fillSearch(store: Pick<Store, 'transaction'>): Promise<void> {
  for (;;) {
    const filled = await store.transaction(
      async (tx) => {
        const rows = await tx
          .selectFrom('account')
          .select(['account_id', 'name', 'email', 'phone', 'external_id'])
          .where('search_name', 'is', null)
          .where('status', '!=', 'purged')
          .orderBy('account_id')
          .limit(BATCH)
          .forUpdate()
          .skipLocked()
          .execute()
        if (rows.length === 0) return 0
        const texts = rows.map(({ account_id, ...row }) => ({ account_id, ...searchColumns(row) }))
        const types = { account_id: 'text', search_name: 'text', search_contacts: 'text' } as const
        await sql`update account set search_name = made.search_name, search_contacts = made.search_contacts
        from ${recordset(tx, 'made', types, texts)} where account.account_id = made.account_id`.execute(tx)
        return rows.length
      },
      { isLong: true },
    )
    if (filled < BATCH) return
    await aTurn()
  }
}

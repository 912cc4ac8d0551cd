import { sql } from 'kysely'
import type { Tx } from './schema.ts'
import type { Store } from './store.ts'

/**
 * Lets one transaction after another do what servers that start together would otherwise do at once. SQLite has one writer
 * anyway; PostgreSQL takes an advisory lock until the transaction ends.
 *
 * @param what names the work, as `signing_key`
 */
export async function inTurn(store: Store, tx: Tx, what: string): Promise<void> {
  if (store.dialect === 'postgres') {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`sendoff:${what}`}, 0))`.execute(tx)
  }
}

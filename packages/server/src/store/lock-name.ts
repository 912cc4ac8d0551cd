import { sql } from 'kysely'
import type { Tx } from './schema.ts'
import type { Store } from './store.ts'

/**
 * Locks a name until the transaction ends, so that servers that start together don't do the same thing at the same time. SQLite has
 * one writer anyway; PostgreSQL takes an advisory lock.
 *
 * @param name the thing to do, for example `signing_key`
 */
export async function lockName(store: Store, tx: Tx, name: string): Promise<void> {
  if (store.dialect === 'postgres') {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`sendoff:${name}`}, 0))`.execute(tx)
  }
}

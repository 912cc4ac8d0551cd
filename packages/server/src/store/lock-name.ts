import { sql } from 'kysely'
import type { Tx } from './schema.ts'
import type { Store } from './store.ts'

/**
 * Locks a name until the transaction ends, so that servers that start together do not do the same thing twice. SQLite has only one
 * writer; PostgreSQL takes an advisory lock.
 *
 * @param name of the task, for example `signing_key`
 */
export async function lockName(store: Pick<Store, 'dialect'>, tx: Tx, name: string): Promise<void> {
  if (store.dialect === 'postgres') {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`sendoff:${name}`}, 0))`.execute(tx)
  }
}

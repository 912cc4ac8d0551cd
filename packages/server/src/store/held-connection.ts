import type { DatabaseConnection } from 'kysely'
import type { Reader, Tx } from './schema.ts'

const held = new WeakMap<object, DatabaseConnection>()

/**
 * Lets the statements of a transaction go to its connection directly. Kysely would send each only after the answer to the one before,
 * also where a rule does not wait for it.
 */
export async function holdConnection(tx: Tx): Promise<void> {
  const executor = tx.getExecutor()
  held.set(executor, await executor.provideConnection(async (connection) => connection))
}

/** The connection of a transaction whose statements may be sent without waiting. */
export const heldConnection = (db: Reader): DatabaseConnection | undefined => held.get(db.getExecutor())

import type { DatabaseConnection } from 'kysely'
import type { Reader } from './schema.ts'

const held = new WeakMap<object, DatabaseConnection>()

/**
 * Lets statements go directly to their connection: of a transaction, or of a store that has only one. Kysely takes and returns it for each
 * statement, and sends each only after the answer to the one before, also where a rule does not wait for it.
 */
export async function holdConnection(db: Reader): Promise<void> {
  const executor = db.getExecutor()
  held.set(executor, await executor.provideConnection(async (connection) => connection))
}

/** The connection of a transaction or a store, if it is held. */
export const heldConnection = (db: Reader): DatabaseConnection | undefined => held.get(db.getExecutor())

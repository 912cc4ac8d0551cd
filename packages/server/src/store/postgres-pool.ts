import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'
import { rethrow } from './outage.ts'
import { isOutdated, prepareAnew, statementName } from './prepared.ts'

/**
 * Wraps a pool for Kysely. Its connections prepare frequent statements, and fail with {@link StoreUnavailable} in an outage, so that
 * reads outside a transaction fail as transactions do.
 */
export function preparingPool(pool: pg.Pool): PostgresPool {
  return {
    options: pool.options,
    connect: async () => preparingClient(await pool.connect().catch(rethrow)),
    end: () => pool.end(),
  }
}

/** Names a statement under which PostgreSQL keeps it prepared, if it is used often. */
export function prepared(text: string, values: readonly unknown[]): pg.QueryConfig {
  const name = values.length > 0 ? statementName(text) : undefined
  return { text, values: [...values], ...(name !== undefined && { name }) }
}

/** The use of a client from its acquisition to its release: one query, or one transaction. */
function preparingClient(client: pg.PoolClient): PostgresPoolClient {
  let inTransaction = false
  async function query(text: string, values: readonly unknown[]) {
    inTransaction ||= text === 'begin'
    try {
      return await client.query(prepared(text, values))
    } catch (error) {
      // A rollback would wait in vain on a connection whose answer stayed out.
      if ((error as Error).message === 'Query read timeout') client.connection.stream.destroy()
      if (!isOutdated(error)) return rethrow(error)
      prepareAnew()
      // A transaction has failed as a whole; it is run again.
      return inTransaction ? rethrow(error) : client.query(prepared(text, values)).catch(rethrow)
    }
  }
  return { query: query as never, release: (destroy) => client.release(destroy) }
}

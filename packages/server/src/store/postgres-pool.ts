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

type Query = (text: string, values: readonly unknown[]) => Promise<pg.QueryResult>

/**
 * The use of a client from its acquisition to its release: one query, or one transaction. Statements are sent without waiting for the
 * answers to earlier ones, and those of one turn in one packet. The beginning of a transaction is not waited for at all, because its
 * first statement fails with it.
 */
function preparingClient(client: pg.PoolClient): PostgresPoolClient {
  let begun: Promise<unknown> | undefined
  let failure: unknown
  const send = (text: string, values: readonly unknown[]) => {
    collect(client)
    return client.query(prepared(text, values))
  }
  const query: Query = async (text, values) => {
    if (text === 'begin') {
      begun = send(text, values)
      begun.catch(() => {})
      return BEGUN
    }
    try {
      const [answer] = await Promise.all([send(text, values), begun])
      // A statement that nobody waited for has failed, and PostgreSQL rolled back.
      if (text === 'commit' && answer.command === 'ROLLBACK' && failure !== undefined) throw failure
      return answer
    } catch (thrown) {
      failure ??= thrown
      // After a failure PostgreSQL refuses everything that was sent behind it; the first one is the cause.
      const error = (thrown as { code?: unknown }).code === IN_FAILED_TRANSACTION ? failure : thrown
      // A rollback would wait in vain on a connection whose answer stayed out.
      if ((error as Error).message === 'Query read timeout') client.connection.stream.destroy()
      if (!isOutdated(error)) return rethrow(error)
      prepareAnew()
      // A transaction has failed as a whole; it is run again.
      return begun ? rethrow(error) : send(text, values).catch(rethrow)
    }
  }
  return { query: query as never, release: (destroy) => client.release(destroy) }
}

/** The code of a statement that came after a failed one (SQLSTATE `in_failed_sql_transaction`). */
const IN_FAILED_TRANSACTION = '25P02'

const BEGUN = { command: 'BEGIN', rows: [], rowCount: null, oid: 0, fields: [] } satisfies pg.QueryResult

/** Connections whose statements of this turn are collected. */
const collecting = new WeakSet<object>()

/** Collects what is written to a connection until the end of the turn. */
function collect({ connection: { stream } }: pg.PoolClient): void {
  if (collecting.has(stream)) return
  collecting.add(stream)
  stream.cork()
  process.nextTick(() => {
    collecting.delete(stream)
    stream.uncork()
  })
}

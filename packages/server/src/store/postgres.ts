import { setTimeout as delay } from 'node:timers/promises'
import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { createStore } from './create-store.ts'
import { migrate } from './migrate.ts'
import { refuseHalfMoved } from './moved.ts'
import { joinNeighbours } from './neighbours.ts'
import { codeOf, rethrow } from './outage.ts'
import { prepared, preparingPool } from './postgres-pool.ts'
import { isOutdated } from './prepared.ts'
import type { Schema, Tx } from './schema.ts'
import type { Store } from './store.ts'

/** Parses a `bigint` as a number: ours are times in milliseconds and counts, both below 2^53. */
export const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === pg.types.builtins.INT8
      ? Number
      : pg.types.getTypeParser(oid, format)) as pg.CustomTypesConfig['getTypeParser'],
}

const CONNECTION: pg.PoolConfig = {
  types,
  connectionTimeoutMillis: 5000,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
  lock_timeout: 10_000,
  idle_in_transaction_session_timeout: 60_000,
  application_name: 'sendoff',
}

/** The time after which a PostgreSQL that does not answer counts as out of reach, in milliseconds. */
const LONGEST_STATEMENT = 15_000

/**
 * Opens PostgreSQL. Any number of servers may share one database.
 *
 * @param url `postgres://…`
 * @throws {StoreUnavailable} when it can't be reached
 * @throws {DatabaseMoved} when a move into it is not finished
 */
export async function openPostgres(url: string): Promise<Store> {
  const config = { ...CONNECTION, connectionString: url }
  await migrated(config)
  const pool = new pg.Pool({ ...config, max: 20, query_timeout: LONGEST_STATEMENT, pipeline: true })
  // A connection that breaks while idle is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: preparingPool(pool) }) })
  const run = (text: string, values: string[]) => pool.query(prepared(text, values))
  return createStore({
    dialect: 'postgres',
    db,
    transaction: (run) => transaction(db, run),
    lease: (run) =>
      transaction(db, async (tx) => {
        await sql`set local synchronous_commit = off`.execute(tx)
        return run(tx)
      }),
    join: (listener) => joinNeighbours({ config, run, listener }),
    async scrub(tables) {
      for (const table of tables) await sql`vacuum (analyze) ${sql.table(table)}`.execute(db)
    },
    close: () => db.destroy(),
  })
}

/** Migrates on a connection without a time limit: a migration of much data may take longer than any other statement. */
async function migrated(config: pg.PoolConfig): Promise<void> {
  const pool = new pg.Pool({ ...config, max: 1 })
  pool.on('error', () => {})
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  await refuseHalfMoved(db)
    .then(() => migrate(db))
    .catch(rethrow)
    .finally(() => db.destroy())
}

const MOST_TRIES = 5

async function transaction<Result>(db: Kysely<Schema>, run: (tx: Tx) => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await db.transaction().execute(run)
    } catch (error) {
      if (!isConflict(error) || tries >= MOST_TRIES) return rethrow(error)
      await delay(Math.random() * 10 * 2 ** tries)
    }
  }
}

/** serialization_failure, deadlock_detected, outdated statements: the same transaction can succeed when it is tried again. */
const isConflict = (error: unknown) => codeOf(error) === '40001' || codeOf(error) === '40P01' || isOutdated(error)

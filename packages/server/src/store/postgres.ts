import { setTimeout as delay } from 'node:timers/promises'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { migrate } from './migrate.ts'
import type { Schema, Tx } from './schema.ts'
import { type LeftBehind, leftBehind, type Store, StoreUnavailable } from './store.ts'

/** A `bigint` of ours is a time in milliseconds or a count, both below 2^53. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === pg.types.builtins.INT8
      ? Number
      : pg.types.getTypeParser(oid, format)) as pg.CustomTypesConfig['getTypeParser'],
}

/**
 * Opens PostgreSQL. Any number of servers may share one database.
 *
 * @param url `postgres://…`
 * @throws {StoreUnavailable} when it can't be reached
 */
export async function openPostgres(url: string): Promise<Store> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 20,
    types,
    connectionTimeoutMillis: 5000,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 60_000,
    application_name: 'sendoff',
  })
  // A connection that breaks while idle is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => {})
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  await migrate(db).catch(async (error) => {
    await db.destroy()
    return classified(error)
  })
  return store(db)
}

const MOST_TRIES = 5

function store(db: Kysely<Schema>): Store {
  const listeners = new Map<LeftBehind, () => void>()
  return {
    dialect: 'postgres',
    db,
    async write<Result>(work: (tx: Tx) => Promise<Result>) {
      for (let tries = 1; ; tries++) {
        try {
          let left: ReadonlySet<LeftBehind> = new Set()
          const result = await db.transaction().execute(async (tx) => {
            const done = await work(tx)
            left = leftBehind(tx)
            return done
          })
          for (const what of left) listeners.get(what)?.()
          return result
        } catch (error) {
          if (!isConflict(error) || tries >= MOST_TRIES) return classified(error)
          await delay(Math.random() * 10 * 2 ** tries)
        }
      }
    },
    onLeft(what, listener) {
      listeners.set(what, listener)
    },
    close: () => db.destroy(),
  }
}

const codeOf = (error: unknown) => (error as { code?: unknown }).code

/** serialization_failure and deadlock_detected: the same transaction can succeed when it is tried again. */
const isConflict = (error: unknown) => codeOf(error) === '40001' || codeOf(error) === '40P01'

/** Classes of https://www.postgresql.org/docs/current/errcodes-appendix.html that say nothing about our statement. */
const UNAVAILABLE = /^(08|25006|40|53|55|57P|58)/

function classified(error: unknown): never {
  const code = codeOf(error)
  const lost = /ECONN|EPIPE|ENOENT|ETIMEDOUT|terminated|timeout exceeded|Client has encountered a connection error/
  if ((typeof code === 'string' && UNAVAILABLE.test(code)) || lost.test(`${String(code)} ${String(error)}`)) {
    throw new StoreUnavailable('The database is unavailable', { cause: error })
  }
  throw error
}

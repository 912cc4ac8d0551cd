import { setTimeout as delay } from 'node:timers/promises'
import { type DatabaseConnection, Kysely, PostgresDialect, PostgresDriver } from 'kysely'
import pg from 'pg'
import { migrate } from './migrate.ts'
import type { Schema, Tx } from './schema.ts'
import { type LeftBehind, leftBehind, type Store, StoreUnavailable } from './store.ts'

/** A `bigint` of ours is a time in milliseconds or a count, both below 2^53. */
export const types: pg.CustomTypesConfig = {
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
  pool.on('connect', (client) => client.on('error', () => {}))
  const dialect = new PostgresDialect({ pool })
  dialect.createDriver = () => new ClassifyingDriver({ pool })
  const db = new Kysely<Schema>({ dialect })
  await migrate(db).catch(async (error) => {
    await db.destroy()
    return classified(error)
  })
  return store(db)
}

/** Reads outside a transaction fail as transactions do: with StoreUnavailable. */
class ClassifyingDriver extends PostgresDriver {
  private readonly known = new WeakSet<DatabaseConnection>()
  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection().catch(classified)
    if (this.known.has(connection)) return connection
    this.known.add(connection)
    const run = connection.executeQuery.bind(connection)
    connection.executeQuery = ((query: never) => run(query).catch(classified)) as typeof connection.executeQuery
    return connection
  }
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

const codeOf = (error: unknown): unknown =>
  error instanceof StoreUnavailable ? codeOf(error.cause) : (error as { code?: unknown }).code

/** serialization_failure and deadlock_detected: the same transaction can succeed when it is tried again. */
const isConflict = (error: unknown) => codeOf(error) === '40001' || codeOf(error) === '40P01'

/** Classes of https://www.postgresql.org/docs/current/errcodes-appendix.html that say nothing about our statement. */
const UNAVAILABLE = /^(08|25006|28|3D|40|53|55|57P|58)/

function classified(error: unknown): never {
  if (error instanceof StoreUnavailable) throw error
  const code = codeOf(error)
  const lost =
    /ECONN|EPIPE|ENOENT|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|terminated|timeout exceeded|Client has encountered a connection error/
  if ((typeof code === 'string' && UNAVAILABLE.test(code)) || lost.test(`${String(code)} ${String(error)}`)) {
    throw new StoreUnavailable('The database is unavailable', { cause: error })
  }
  throw error
}

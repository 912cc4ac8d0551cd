import { setTimeout as delay } from 'node:timers/promises'
import { type DatabaseConnection, Kysely, PostgresDialect, PostgresDriver } from 'kysely'
import pg from 'pg'
import { Announcements } from './announcements.ts'
import { migrate } from './migrate.ts'
import { joinNeighbours, type Listener, type Neighbours } from './neighbours.ts'
import { isOutdated, prepareAnew, statementName } from './prepared.ts'
import type { Schema, Tx } from './schema.ts'
import { type Store, StoreUnavailable } from './store.ts'
import { type Moment, Transacted, type Work } from './work.ts'

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
  const config = { ...CONNECTION, connectionString: url }
  await migrated(config)
  const pool = new pg.Pool({ ...config, Client: PromptClient, max: 20, query_timeout: LONGEST_STATEMENT })
  // A connection that breaks while idle is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const dialect = new PostgresDialect({ pool })
  dialect.createDriver = () => new ClassifyingDriver({ pool })
  const db = new Kysely<Schema>({ dialect })
  const run = (statement: string, values: string[]) => pool.query(statement, values)
  return store(db, (listener) => joinNeighbours({ config, run, listener }))
}

/** A migration of much data may take longer than any other statement. */
async function migrated(config: pg.PoolConfig): Promise<void> {
  const pool = new pg.Pool({ ...config, max: 1 })
  pool.on('error', () => {})
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  await migrate(db)
    .catch(classified)
    .finally(() => db.destroy())
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

/** A PostgreSQL that says nothing for so long, in milliseconds, is out of reach. */
const LONGEST_STATEMENT = 15_000

/**
 * Prepares what is used often, and gives a connection up on which an answer stayed out: a rollback would wait for it in vain.
 */
class PromptClient extends pg.Client {
  override query = ((...parameters: Parameters<pg.Client['query']>) => {
    const answer: unknown = super.query(...named(parameters))
    if (answer instanceof Promise) {
      answer.catch((error: Error) => {
        if (error.message === 'Query read timeout') this.connection.stream.destroy()
        if (isOutdated(error)) prepareAnew()
      })
    }
    return answer
  }) as pg.Client['query']
}

/** The pool's own calls, which take a callback, are left as they are. */
function named(parameters: Parameters<pg.Client['query']>): Parameters<pg.Client['query']> {
  const [text, values, ...rest] = parameters as unknown[]
  if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0 || rest.length > 0) return parameters
  const name = statementName(text)
  return name === undefined ? parameters : ([{ name, text, values }] as never)
}

/** Reads outside a transaction fail as transactions do, with StoreUnavailable, and are tried again where those are. */
class ClassifyingDriver extends PostgresDriver {
  private readonly known = new WeakSet<DatabaseConnection>()
  private readonly inTransaction = new WeakSet<DatabaseConnection>()
  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection().catch(classified)
    if (this.known.has(connection)) return connection
    this.known.add(connection)
    const run = connection.executeQuery.bind(connection)
    connection.executeQuery = ((query: never) =>
      run(query)
        .catch((error) => (isOutdated(error) && !this.inTransaction.has(connection) ? run(query) : classified(error)))
        .catch(classified)) as typeof connection.executeQuery
    return connection
  }
  override async beginTransaction(...[connection, settings]: Parameters<PostgresDriver['beginTransaction']>) {
    this.inTransaction.add(connection)
    await super.beginTransaction(connection, settings)
  }
  override async releaseConnection(connection: DatabaseConnection) {
    this.inTransaction.delete(connection)
    await super.releaseConnection(connection as never)
  }
}

const MOST_TRIES = 5

function store(db: Kysely<Schema>, join: (listener: Listener) => Neighbours): Store {
  const announcements = new Announcements()
  const neighbours = join((task, subjects) => announcements.tell(task, subjects))
  async function transaction<Result>(run: (tx: Tx) => Promise<Result>): Promise<Result> {
    for (let tries = 1; ; tries++) {
      try {
        return await db.transaction().execute(run)
      } catch (error) {
        if (!isConflict(error) || tries >= MOST_TRIES) return classified(error)
        await delay(Math.random() * 10 * 2 ** tries)
      }
    }
  }
  return {
    dialect: 'postgres',
    db,
    async write<Result>(at: Moment, rule: (work: Work) => Promise<Result>) {
      const { work, result } = await transaction(async (tx) => {
        const work = new Transacted(tx, at)
        return { work, result: await rule(work) }
      })
      announcements.committed(work)
      neighbours.tell(work.left)
      return result
    },
    transaction,
    onLeft: (task, listener) => announcements.onLeft(task, listener),
    onRecorded: (listener) => announcements.onRecorded(listener),
    async close() {
      await neighbours.close()
      await db.destroy()
    },
  }
}

const codeOf = (error: unknown): unknown =>
  error instanceof StoreUnavailable ? codeOf(error.cause) : (error as { code?: unknown }).code

/** serialization_failure, deadlock_detected, outdated statements: the same transaction can succeed when it is tried again. */
const isConflict = (error: unknown) => codeOf(error) === '40001' || codeOf(error) === '40P01' || isOutdated(error)

/**
 * Classes of https://www.postgresql.org/docs/current/errcodes-appendix.html that say nothing about our statement. A protocol violation
 * (08P01) does: PostgreSQL answers with it to a statement of more parameters than the protocol can count.
 */
const UNAVAILABLE = /^(08(?!P01)|25006|28|3D|40|53|55|57P|58)/

/** The codes of the server have five of these characters; those of the operating system are names. */
const SQLSTATE = /^[0-9A-Z]{5}$/
const LOST =
  /ECONN|EPIPE|ENOENT|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|terminated|timeout exceeded|Query read timeout|Client has encountered a connection error/

/** Tells an outage: what the server answers by its code alone, whatever its words are, and an error of the connection by its words. */
function isOutage(error: unknown): boolean {
  const code = codeOf(error)
  if (error instanceof pg.DatabaseError && typeof code === 'string' && SQLSTATE.test(code))
    return UNAVAILABLE.test(code)
  return LOST.test(`${String(code)} ${String(error)}`)
}

function classified(error: unknown): never {
  if (error instanceof StoreUnavailable) throw error
  if (isOutage(error)) throw new StoreUnavailable('The database is unavailable', { cause: error })
  throw error
}

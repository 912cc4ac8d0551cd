import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely, PostgresAdapter, PostgresDialect } from 'kysely'
import pg from 'pg'
import { refuseMoved } from './moved.ts'
import { types } from './postgres.ts'
import type { Database, Schema } from './schema.ts'
import { withoutRowLocks } from './sqlite.ts'
import { NodeSqliteDialect } from './sqlite-dialect.ts'
import { type Store, StoreUnavailable } from './store.ts'
import { type Moment, Transacted, type Work } from './work.ts'

/**
 * Opens the database beside the servers that use it, for a program that asks them for something: it neither locks the directory nor
 * migrates. On SQLite such a program may write a few rows, in one short transaction, and the server waits for it.
 *
 * @throws {StoreUnavailable} if there is no database
 * @throws {DatabaseMoved} if its data was moved to PostgreSQL
 */
export function openBeside(where: { databaseUrl: string | undefined; dataDirectory: string }): Database {
  if (where.databaseUrl !== undefined) {
    const pool = new pg.Pool({ connectionString: where.databaseUrl, max: 1, types, connectionTimeoutMillis: 5000 })
    pool.on('error', () => {})
    return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  }
  refuseMoved(where.dataDirectory)
  const file = join(where.dataDirectory, 'sendoff.sqlite')
  if (!existsSync(file)) throw new StoreUnavailable(`There is no database in ${where.dataDirectory}`)
  const dialect = new NodeSqliteDialect(new DatabaseSync(file, { timeout: 5000 }))
  return new Kysely<Schema>({ dialect, plugins: [withoutRowLocks] })
}

/**
 * Runs a rule in one transaction beside the servers, which find what it leaves behind when they look again.
 *
 * @param db a database that {@link openBeside} has opened
 * @param rule gets the kind of database, too, for names to lock
 */
export function writeBeside<Result>(
  db: Database,
  at: Moment,
  rule: (work: Work, store: Pick<Store, 'dialect'>) => Promise<Result>,
): Promise<Result> {
  const dialect = db.getExecutor().adapter instanceof PostgresAdapter ? 'postgres' : 'sqlite'
  return db.transaction().execute((tx) => rule(new Transacted(tx, at), { dialect }))
}

import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as delay } from 'node:timers/promises'
import type { Config } from '@sendoff/server'
import { CompiledQuery, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Database, Schema } from '../../packages/server/src/store/schema.ts'
import { NodeSqliteDialect } from '../../packages/server/src/store/sqlite-dialect.ts'

/** The environment of a server process, which names its data. */
export type Settings = Record<string, string>

/** The location of a database: that of a server in this process, by its configuration, or of a server process. */
export type Place = { config: Pick<Config, 'databaseUrl' | 'dataDirectory'> } | Settings

const BUSY = 5

/**
 * Works in a server's database over a second connection, with the types of the store, for a state that no operation makes or shows.
 *
 * A server on SQLite that runs in this process is in the same thread, so nothing can wait for its lock: the work runs again until
 * the lock is free. It should be one statement then.
 */
export async function rows<Result>(place: Place, work: (db: Database) => Promise<Result>): Promise<Result> {
  const db = new Kysely<Schema>({ dialect: dialectOf(place) })
  try {
    for (;;) {
      try {
        return await work(db)
      } catch (error) {
        if ((error as { errcode?: number }).errcode !== BUSY) throw error
        await delay(5)
      }
    }
  } finally {
    await db.destroy()
  }
}

const isRunningHere = (place: Place): place is Exclude<Place, Settings> => typeof place.config === 'object'

function dialectOf(place: Place) {
  const { databaseUrl, dataDirectory } = isRunningHere(place)
    ? place.config
    : { databaseUrl: place.DATABASE_URL, dataDirectory: place.SENDOFF_DATA_DIR ?? '' }
  if (databaseUrl !== undefined) {
    return new PostgresDialect({ pool: new pg.Pool({ connectionString: databaseUrl, max: 1 }) })
  }
  const timeout = isRunningHere(place) ? 0 : 10_000
  return new NodeSqliteDialect(new DatabaseSync(join(dataDirectory, 'sendoff.sqlite'), { timeout }))
}

type Value = string | number | null
type Run = (statement: string, ...values: Value[]) => Promise<any[]>

/**
 * Works in a server's database in SQL as text, for triggers, catalogues and comparisons of whole tables; {@link rows} is better for
 * the rest, because the compiler reads it. Parameters are `$1`, `$2` and so on; each statement is a transaction of its own.
 */
export const inDatabase = <Result>(place: Place, work: (run: Run) => Promise<Result>): Promise<Result> =>
  rows(place, (db) => work((statement, ...values) => run(db, isOnPostgres(place), statement, values)))

/** Runs one statement as {@link inDatabase} does. */
export const query = (place: Place, statement: string, ...values: Value[]): Promise<any[]> =>
  inDatabase(place, (run) => run(statement, ...values))

async function run(db: Database, onPostgres: boolean, statement: string, values: Value[]): Promise<any[]> {
  const text = onPostgres ? statement : statement.replaceAll(/\$(\d)/g, '?$1')
  for (;;) {
    try {
      return (await db.executeQuery(CompiledQuery.raw(text, values))).rows
    } catch (error) {
      if ((error as { errcode?: number }).errcode !== BUSY) throw error
      await delay(1)
    }
  }
}

export const isOnPostgres = (place: Place): boolean =>
  (isRunningHere(place) ? place.config.databaseUrl : place.DATABASE_URL) !== undefined

/** The names of all tables. */
export async function tablesOf(place: Place): Promise<string[]> {
  const tables = await query(
    place,
    isOnPostgres(place)
      ? `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name collate "C"`
      : `select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name`,
  )
  return tables.map(({ name }) => name)
}

/** Everything that is stored, as text. */
export async function dump(place: Place): Promise<string> {
  const tables = await tablesOf(place)
  const contents: unknown[] = []
  await inDatabase(place, async (run) => {
    for (const table of tables) contents.push(await run(`select * from "${table}"`))
  })
  return JSON.stringify(contents)
}

/** Tells which of some texts are anywhere in the database. */
export async function findInDatabase(place: Place, ...texts: string[]): Promise<string[]> {
  const everything = await dump(place)
  return texts.filter((text) => everything.includes(text))
}

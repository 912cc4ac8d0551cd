import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely, PostgresDialect, SqliteDialect } from 'kysely'
import pg from 'pg'
import { inject, onTestFinished } from 'vitest'
import { createDatabase } from '../../support/postgres/database.ts'
import { temporaryDirectory } from '../../support/process.ts'

/** The consumer's own table: its accounts. */
export interface Tables {
  effect: { event_id: string; note: string }
}

export interface Database {
  /** Opens the database, like a process at start. */
  open(): Kysely<Tables>
}

/** Adapts Node's own driver to Kysely's dialect, which expects another one. */
function sqlite(file: string): SqliteDialect {
  const database = new DatabaseSync(file)
  database.exec('pragma journal_mode = wal; pragma busy_timeout = 50')
  const prepare = (sql: string) => {
    const statement = database.prepare(sql)
    return {
      reader: statement.columns().length > 0,
      all: (values: readonly unknown[]) => statement.all(...(values as string[])),
      run: (values: readonly unknown[]) => statement.run(...(values as string[])),
      iterate: () => statement.iterate() as IterableIterator<never>,
    }
  }
  return new SqliteDialect({ database: { prepare, close: () => database.close() } })
}

export const databases: Record<string, () => Promise<Database>> = {
  SQLite: async () => {
    const file = join(temporaryDirectory(), 'consumer.db')
    return { open: () => opened(sqlite(file)) }
  },
  PostgreSQL: async () => {
    const { url, drop } = await createDatabase(inject('postgresUrl'))
    onTestFinished(drop)
    const open = () => {
      const pool = new pg.Pool({ connectionString: url, max: 10 })
      const closed: Promise<unknown>[] = []
      pool.on('connect', (client) => closed.push(new Promise((resolve) => client.once('end', resolve))))
      // The pool ends before its connections, and the database is dropped next.
      return opened(new PostgresDialect({ pool }), () => Promise.all(closed))
    }
    return { open }
  },
}

function opened(dialect: SqliteDialect | PostgresDialect, closed?: () => Promise<unknown>): Kysely<Tables> {
  const db = new Kysely<Tables>({ dialect })
  onTestFinished(async () => {
    await db.destroy()
    await closed?.()
  })
  return db
}

export async function createEffects(db: Kysely<Tables>): Promise<void> {
  await db.schema.createTable('effect').addColumn('event_id', 'text').addColumn('note', 'text').execute()
}

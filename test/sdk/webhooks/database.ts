import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely, PostgresDialect, SqliteDialect } from 'kysely'
import pg from 'pg'
import { inject, onTestFinished } from 'vitest'
import { createDatabase } from '../../support/postgres/database.ts'
import { temporaryDirectory } from '../../support/process.ts'

/** What a consumer keeps of its own: who has an account there. */
export interface Tables {
  effect: { event_id: string; note: string }
}

export interface Database {
  /** Opens it, as a process does at start. */
  open(): Kysely<Tables>
}

/** Kysely's dialect expects another driver; Node's own has all that it needs. */
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
      // The pool has ended before its connections have, and the database is dropped next.
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

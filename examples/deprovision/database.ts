/** The consumer's own database: its logins, and in the SDK's tables the events that it has handled. */
import { DatabaseSync } from 'node:sqlite'
import { createTables } from '@sendoff/sdk/webhooks/kysely'
import { Kysely, SqliteDialect } from 'kysely'

export interface Tables {
  /** A login. `sequence` is that of the last event about its account. */
  login: { account_id: string; organization: string; active: 0 | 1; sequence: number }
  /** A removal of a login, which must not happen twice for one event. */
  removal: { account_id: string; event_id: string }
  /** A subscription. In production, keep the secret with your other secrets. */
  endpoint: { organization: string; endpoint_id: string; secret: string }
}

export async function openDatabase(file: string): Promise<Kysely<Tables>> {
  const database = new DatabaseSync(file)
  database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 5000')
  // Kysely expects another driver. This adapts Node's own.
  const prepare = (sql: string) => {
    const statement = database.prepare(sql)
    return {
      reader: statement.columns().length > 0,
      all: (values: readonly unknown[]) => statement.all(...(values as string[])),
      run: (values: readonly unknown[]) => statement.run(...(values as string[])),
      iterate: () => statement.iterate() as IterableIterator<never>,
    }
  }
  const db = new Kysely<Tables>({
    dialect: new SqliteDialect({ database: { prepare, close: () => database.close() } }),
  })
  await createTables(db)
  await db.schema
    .createTable('login')
    .ifNotExists()
    .addColumn('account_id', 'text', (column) => column.primaryKey())
    .addColumn('organization', 'text', (column) => column.notNull())
    .addColumn('active', 'integer', (column) => column.notNull())
    .addColumn('sequence', 'integer', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('removal')
    .ifNotExists()
    .addColumn('account_id', 'text')
    .addColumn('event_id', 'text')
    .execute()
  await db.schema
    .createTable('endpoint')
    .ifNotExists()
    .addColumn('organization', 'text', (column) => column.primaryKey())
    .addColumn('endpoint_id', 'text', (column) => column.notNull())
    .addColumn('secret', 'text', (column) => column.notNull())
    .execute()
  return db
}

import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import type { Settings } from '../support/big-organization.ts'
import { must } from '../support/platform.ts'

/**
 * Keeps a server from committing what touches some rows, by holding their locks (SQLite: the one lock there is), until released.
 *
 * @param select reads the rows that PostgreSQL is to lock
 */
export async function holdBack(settings: Settings, select: string, values: unknown[]): Promise<() => Promise<void>> {
  if (settings.DATABASE_URL === undefined) {
    const database = new DatabaseSync(join(must(settings.SENDOFF_DATA_DIR), 'sendoff.sqlite'), { timeout: 10_000 })
    database.exec('begin immediate')
    return async () => database.close()
  }
  const client = new pg.Client({ connectionString: settings.DATABASE_URL })
  await client.connect()
  await client.query('begin')
  await client.query(`${select} for update`, values)
  return () => client.end()
}

/** Resolves when a server waits for what is held back; on SQLite it can't be seen, and the server does nothing else meanwhile. */
export async function isWaitedFor(settings: Settings): Promise<boolean> {
  if (settings.DATABASE_URL === undefined) return true
  const client = new pg.Client({ connectionString: settings.DATABASE_URL })
  await client.connect()
  try {
    const { rows } = await client.query(
      `select 1 from pg_stat_activity
        where datname = current_database() and application_name = 'sendoff' and wait_event_type = 'Lock'`,
    )
    return rows.length > 0
  } finally {
    await client.end()
  }
}

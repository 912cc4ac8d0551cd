import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { sql } from 'kysely'
import pg from 'pg'
import { rows, type Settings } from '../support/database.ts'
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

/** Tells whether a server waits for the locked rows. On SQLite it does nothing else at that time, not even answer. */
export async function isWaitedFor(settings: Settings, base: string): Promise<boolean> {
  if (settings.DATABASE_URL === undefined) {
    return fetch(`${base}/healthz`, { signal: AbortSignal.timeout(500) }).then(
      () => false,
      () => true,
    )
  }
  return rows(settings, async (db) => {
    const { rows } = await sql`select 1 from pg_stat_activity
      where datname = current_database() and application_name = 'sendoff' and wait_event_type = 'Lock'`.execute(db)
    return rows.length > 0
  })
}

import { randomBytes } from 'node:crypto'
import pg from 'pg'

export type TestDatabase = {
  /** A URL for `pg`. */
  url: string
  name: string
  /** Removes the database, ending connections to it that are still open. */
  drop(): Promise<void>
}

/**
 * Creates a database of its own for a test.
 *
 * @param serverUrl what `startPostgres` returned, or `inject('postgresUrl')` in a test.
 * @param template the name of a database to copy instead of starting empty; nobody may be connected to it.
 */
export async function createDatabase(serverUrl: string, template?: string): Promise<TestDatabase> {
  const name = `sendoff_test_${randomBytes(8).toString('hex')}`
  const from = template ? pg.escapeIdentifier(template) : `template0 ENCODING 'UTF8' LOCALE 'C'`
  await execute(serverUrl, `CREATE DATABASE ${name} TEMPLATE ${from}`)
  return {
    url: databaseUrl(serverUrl, name),
    name,
    drop: () => execute(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  }
}

/** The same server, another database. */
export function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

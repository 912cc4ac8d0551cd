import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Config } from '@sendoff/server'
import pg from 'pg'

type Row = Record<string, any>

/** Reads the database of a server past the server, as an operator could. */
export async function readDatabase(
  { databaseUrl, dataDirectory }: Pick<Config, 'databaseUrl' | 'dataDirectory'>,
  query: string,
): Promise<Row[]> {
  if (databaseUrl === undefined) {
    using database = new DatabaseSync(join(dataDirectory, 'sendoff.sqlite'), { readOnly: true })
    return database.prepare(query).all()
  }
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    return (await client.query(query)).rows
  } finally {
    await client.end()
  }
}

/** The names of all tables. */
export async function tablesOf(config: Pick<Config, 'databaseUrl' | 'dataDirectory'>): Promise<string[]> {
  const rows = await readDatabase(
    config,
    config.databaseUrl === undefined
      ? `select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name`
      : `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name collate "C"`,
  )
  return rows.map(({ name }) => name)
}

/** Everything that is stored, as text. */
export async function dump(config: Pick<Config, 'databaseUrl' | 'dataDirectory'>): Promise<string> {
  const tables = await tablesOf(config)
  const rows = await Promise.all(tables.map((table) => readDatabase(config, `select * from "${table}"`)))
  return JSON.stringify(rows)
}

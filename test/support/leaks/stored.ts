import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Config } from '@sendoff/server'
import pg from 'pg'

type Stored = { text: Buffer; sealedKeys: { kid: string; purpose: 'access_token' | 'webhook'; sealed: string }[] }

const KEYS = 'select kid, purpose, sealed from signing_key'

type Place = Pick<Config, 'databaseUrl' | 'dataDirectory'>

/** Reads every row of every table of a server. */
export async function readRows({ databaseUrl, dataDirectory }: Place): Promise<Stored> {
  return databaseUrl === undefined ? readSqlite(dataDirectory) : readPostgres(databaseUrl)
}

/** Reads SQLite's files, which hold what is in no row any more too; nothing on PostgreSQL. */
export function readFiles({ databaseUrl, dataDirectory }: Place): Buffer {
  if (databaseUrl !== undefined) return Buffer.alloc(0)
  const files = readdirSync(dataDirectory).filter((name) => name.startsWith('sendoff.sqlite'))
  return Buffer.concat(files.map((name) => readFileSync(join(dataDirectory, name))))
}

function readSqlite(directory: string): Stored {
  using database = new DatabaseSync(join(directory, 'sendoff.sqlite'), { readOnly: true })
  const tables = database.prepare(`select name from sqlite_schema where type = 'table'`).all()
  const values = tables.flatMap(({ name }) => database.prepare(`select * from "${name}"`).all().flatMap(Object.values))
  return { text: joined(values), sealedKeys: database.prepare(KEYS).all() as Stored['sealedKeys'] }
}

const TABLES = `select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`

/** The same in every database of a run. */
let tables: string[] | undefined

async function readPostgres(connectionString: string): Promise<Stored> {
  const client = new pg.Client({ connectionString, types: { getTypeParser: () => asIs } as never })
  try {
    await client.connect()
  } catch (error) {
    // A test of outages has stopped its PostgreSQL and removed the data; the log is still there.
    if (isGone(error)) return { text: Buffer.alloc(0), sealedKeys: [] }
    throw error
  }
  try {
    tables ??= (await client.query(TABLES)).rows.map(({ table_name }) => table_name)
    const statements = tables.map((name) => `select * from "${name}"`).join(';')
    const answers = [await client.query(statements)].flat() as unknown as pg.QueryResult[]
    const values = answers.flatMap(({ rows }) => rows.flatMap(Object.values))
    return { text: joined(values), sealedKeys: answers[tables.indexOf('signing_key')]?.rows ?? [] }
  } finally {
    await client.end()
  }
}

const isGone = (error: unknown) => ['ECONNREFUSED', 'ENOENT'].includes(String((error as { code?: string }).code))

/** A value as PostgreSQL writes it; bytes are decoded. */
const asIs = (value: string) => (value.startsWith('\\x') ? Buffer.from(value.slice(2), 'hex') : value)

function joined(values: unknown[]): Buffer {
  const end = Buffer.from('\n')
  const texts = values.filter((value) => typeof value === 'string' || value instanceof Uint8Array)
  return Buffer.concat(texts.flatMap((value) => [Buffer.from(value as string), end]))
}

/** The key under which a server seals; the sandbox keeps its own in a file. */
export function masterKeyOf({ masterKey, dataDirectory }: Pick<Config, 'masterKey' | 'dataDirectory'>) {
  const file = join(dataDirectory, 'master.key')
  return masterKey ?? (existsSync(file) ? Buffer.from(readFileSync(file, 'utf8').trim(), 'base64') : undefined)
}

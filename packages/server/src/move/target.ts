import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { migrate } from '../store/migrate.ts'
import { MOVE_TABLE } from '../store/moved.ts'
import { rethrow } from '../store/outage.ts'
import { type Column, movableTypes, sameTexts, type Table } from './columns.ts'
import { MoveRefused } from './refused.ts'

/** The rows that are fetched at a time for the comparison. */
const FETCHED = 1000

/** The place that the copy of a table has reached. */
export type Reached = { position: bigint; rows: number; isDone: boolean }

/** Every value is read as the text that PostgreSQL writes, so that no big integer is rounded. */
const asTexts: pg.CustomTypesConfig = { getTypeParser: () => (text: string) => text }

/** The PostgreSQL database that takes the data. One connection does everything, and holds a lock against a second move. */
export class Target {
  readonly #client: pg.Client
  readonly #url: string

  private constructor(url: string) {
    this.#url = url
    this.#client = new pg.Client({
      connectionString: url,
      types: asTexts,
      connectionTimeoutMillis: 5000,
      keepAlive: true,
      application_name: 'sendoff move-to-postgres',
    })
    this.#client.on('error', () => {})
  }

  /** @throws {StoreUnavailable | MoveRefused} if it can't be reached, or another move into it is running */
  static async open(url: string): Promise<Target> {
    const target = new Target(url)
    try {
      await target.#client.connect().catch(rethrow)
      const [[taken] = []] = await target.#read(`select pg_try_advisory_lock(hashtextextended('sendoff:move', 0))`)
      if (taken !== 't') throw new MoveRefused('Another move into this database is running.')
      // Pages and their progress are one transaction; the last commit is durable, and with it all before.
      await target.#read('set synchronous_commit = off')
      return target
    } catch (error) {
      await target.close()
      throw error
    }
  }

  /** The name of the first table that has data or is not one of these; undefined if there is none. */
  async foreignData(tables: readonly string[]): Promise<string | undefined> {
    const found = await this.#read(`select relname from pg_class
      where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p', 'm', 'f')
      and relname not like 'kysely\\_%' order by relname`)
    for (const [name] of found) {
      if (name === null || name === undefined) continue
      if (!tables.includes(name)) return name
      if ((await this.#read(`select 1 from ${pg.escapeIdentifier(name)} limit 1`)).length > 0) return name
    }
  }

  /** Migrates to a version, or to the newest. */
  async migrate(until?: string): Promise<void> {
    const pool = new pg.Pool({ connectionString: this.#url, max: 1 })
    pool.on('error', () => {})
    const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
    await migrate(db, until)
      .catch(rethrow)
      .finally(() => db.destroy())
  }

  /** @throws {MoveRefused} if a column is missing, or has a type that a move does not know */
  async columnsOf(table: string, expected: readonly string[]): Promise<Column[]> {
    const found = await this.#read(
      `select attname, format_type(atttypid, atttypmod) from pg_attribute
       where attrelid = to_regclass($1) and attnum > 0 and not attisdropped order by attnum`,
      [pg.escapeIdentifier(table)],
    )
    const columns = found.map(([name, type]) => ({ name: name ?? '', type: type ?? '' }))
    const names = columns.map(({ name }) => name)
    const isSame = names.length === expected.length && expected.every((name) => names.includes(name))
    if (!isSame || columns.some(({ type }) => !movableTypes.includes(type))) {
      throw new MoveRefused(`The table "${table}" must have the same columns on both sides.`)
    }
    return columns
  }

  /** Notes the beginning of a move of the source with this fingerprint. */
  async begin(fingerprint: string): Promise<void> {
    await this.#transaction(async () => {
      await this.#read(`create table ${MOVE_TABLE} (name text primary key, value text not null)`)
      await this.#note('fingerprint', fingerprint)
    })
  }

  async isBegun(): Promise<boolean> {
    const [[found] = []] = await this.#read('select to_regclass($1)::text', [MOVE_TABLE])
    return typeof found === 'string'
  }

  async fingerprint(): Promise<string | undefined> {
    return (await this.#noted('fingerprint')) ?? undefined
  }

  async reached(table: string): Promise<Reached> {
    const noted = await this.#noted(`table ${table}`)
    if (noted === undefined) return { position: -(1n << 63n), rows: 0, isDone: false }
    const { position, rows, isDone } = JSON.parse(noted)
    return { position: BigInt(position), rows, isDone }
  }

  /** Writes a page together with the place that it reaches, so that after an interruption no row is there twice. */
  async write({ name, columns }: Table, rows: readonly (string | null)[][], reached: Reached): Promise<void> {
    const places = columns.map(({ type }, i) => `$${i + 1}::${type}[]`)
    const names = columns.map((column) => pg.escapeIdentifier(column.name))
    const values = columns.map((_, i) => rows.map((row) => row[i] ?? null))
    await this.#transaction(async () => {
      if (rows.length > 0) {
        const into = `insert into ${pg.escapeIdentifier(name)} (${names.join(', ')})`
        await this.#read(`${into} select * from unnest(${places.join(', ')})`, values)
      }
      await this.#note(`table ${name}`, JSON.stringify({ ...reached, position: String(reached.position) }))
    })
  }

  /** Reads a table to its end, in pages. */
  async *rows(table: Table): AsyncGenerator<(string | null)[][]> {
    const names = table.columns.map(({ name }) => pg.escapeIdentifier(name))
    await this.#read('begin isolation level repeatable read read only')
    try {
      const all = `select ${names.join(', ')} from ${pg.escapeIdentifier(table.name)}`
      await this.#read(`declare moved no scroll cursor for ${all}`)
      for (;;) {
        const rows = await this.#read(`fetch ${FETCHED} from moved`)
        if (rows.length === 0) return
        yield rows.map((row) => sameTexts(table, row))
      }
    } finally {
      await this.#read('rollback')
    }
  }

  /** Gives the planner the sizes of all tables. */
  async analyze(): Promise<void> {
    await this.#read('analyze')
  }

  /** Removes the notes of the move. Servers accept the database from now on. */
  async finish(): Promise<void> {
    await this.#read('set synchronous_commit = on')
    await this.#read(`drop table ${MOVE_TABLE}`)
  }

  async close(): Promise<void> {
    await this.#client.end().catch(() => {})
  }

  async #transaction(work: () => Promise<void>): Promise<void> {
    await this.#read('begin')
    try {
      await work()
      await this.#read('commit')
    } catch (error) {
      await this.#client.query('rollback').catch(() => {})
      throw error
    }
  }

  async #noted(name: string): Promise<string | undefined> {
    const [[value] = []] = await this.#read(`select value from ${MOVE_TABLE} where name = $1`, [name])
    return value ?? undefined
  }

  #note = (name: string, value: string) =>
    this.#read(
      `insert into ${MOVE_TABLE} (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value`,
      [name, value],
    )

  async #read(text: string, values: unknown[] = []): Promise<(string | null)[][]> {
    return (await this.#client.query({ text, values, rowMode: 'array' }).catch(rethrow)).rows
  }
}

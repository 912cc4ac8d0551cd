import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { migrations } from '../store/migrate.ts'
import { type Stored, type Table, toTexts } from './columns.ts'
import { MoveRefused } from './refused.ts'

/** The limits of a page: its rows, and the characters after which it ends. */
const MOST = { rows: 1000, characters: 4_000_000 }

/** The rows of a page as texts, and the rowid of the last. */
export type SourcePage = { rows: (string | null)[][]; last: bigint }

/** The SQLite database of a stopped installation. It is opened for reading alone, and nothing in it changes. */
export class Source {
  readonly #database: DatabaseSync
  readonly #file: string

  /** @throws {MoveRefused} if there is no database */
  constructor(directory: string) {
    this.#file = join(directory, 'sendoff.sqlite')
    if (!existsSync(this.#file)) throw new MoveRefused(`There is no database in ${directory}.`)
    this.#database = new DatabaseSync(this.#file, { readOnly: true })
  }

  /** Digests the database and its log: a move is continued only if nothing has changed. */
  async fingerprint(): Promise<string> {
    const digest = createHash('sha256')
    for (const file of [this.#file, `${this.#file}-wal`]) {
      if (existsSync(file)) for await (const chunk of createReadStream(file)) digest.update(chunk)
    }
    return digest.digest('hex')
  }

  /**
   * Reads the last migration that was run.
   *
   * @throws {MoveRefused} if this version does not know all of them
   */
  version(): string {
    const names = this.#names("select name from sqlite_schema where name = 'kysely_migration'")
    if (names.length === 0) throw new MoveRefused(`${this.#file} must be a database of Sendoff.`)
    const run = this.#names('select name from kysely_migration order by name')
    const known = Object.keys(migrations).toSorted()
    const last = run.at(-1)
    if (last === undefined || run.some((name, i) => name !== known[i])) {
      throw new MoveRefused('The database must not be of a newer version of Sendoff. Use that version to move it.')
    }
    return last
  }

  /** The names of the tables with data, in alphabetical order. */
  tables(): string[] {
    return this.#names(`select name from sqlite_schema
      where type = 'table' and name not like 'sqlite\\_%' escape '\\' and name not like 'kysely\\_%' escape '\\' order by name`)
  }

  columnsOf(table: string): string[] {
    return this.#database
      .prepare('select name from pragma_table_info(?)')
      .all(table)
      .map(({ name }) => String(name))
  }

  count(table: string): number {
    return Number(this.#database.prepare(`select count(*) as count from ${quoted(table)}`).get()?.count)
  }

  /**
   * Reads a table in pages, in the order of its rowids.
   *
   * @param after the rowid before the first row
   * @throws {MoveRefused} for a value that PostgreSQL can't hold
   */
  *pages(table: Table, after: bigint): Generator<SourcePage> {
    const columns = table.columns.map(({ name }) => quoted(name)).join(', ')
    const statement = this.#database.prepare(
      `select rowid, ${columns} from ${quoted(table.name)} where rowid > ? order by rowid`,
    )
    statement.setReadBigInts(true)
    statement.setReturnArrays(true)
    let page: SourcePage = { rows: [], last: after }
    let characters = 0
    for (const read of statement.iterate(after) as Iterable<unknown>) {
      const [rowid, ...values] = read as [bigint, ...Stored[]]
      const row = toTexts(table, rowid, values)
      page.rows.push(row)
      page.last = rowid
      for (const text of row) characters += text?.length ?? 0
      if (page.rows.length < MOST.rows && characters < MOST.characters) continue
      yield page
      page = { rows: [], last: rowid }
      characters = 0
    }
    if (page.rows.length > 0) yield page
  }

  close(): void {
    this.#database.close()
  }

  #names(statement: string): string[] {
    return this.#database
      .prepare(statement)
      .all()
      .map(({ name }) => String(name))
  }
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

import { lockDirectory } from '../store/directory-lock.ts'
import { hasMoved, markMoved } from '../store/moved.ts'
import { Checksum, type Content } from './checksum.ts'
import type { Table } from './columns.ts'
import { MoveRefused } from './refused.ts'
import { Source } from './source.ts'
import { Target } from './target.ts'

/** The data directory of a stopped installation on SQLite, and the `postgres://` URL of a database without data. */
export type MoveOptions = { dataDirectory: string; databaseUrl: string }

export type MoveOutput = {
  /** Prints a line that stays. */
  print(line: string): void
  /** Shows the state in place of the one before, on a terminal; left out elsewhere. */
  progress?: ((state: string) => void) | undefined
}

type Parts = { source: Source; target: Target; output: MoveOutput }

/**
 * Copies a stopped installation from SQLite to PostgreSQL, compares the rows of each table on both sides, and marks the data directory as
 * moved. After an interruption another run continues where it ended. The SQLite database itself is never changed.
 *
 * @throws {MoveRefused} if the source is unusable, the target has other data, or the two sides differ
 * @throws {DirectoryInUse} while a server uses the data directory
 * @throws {StoreUnavailable} if PostgreSQL does not answer or has no room
 */
export async function moveToPostgres(
  { dataDirectory, databaseUrl }: MoveOptions,
  output: MoveOutput,
): Promise<{ tables: number; rows: number }> {
  const source = new Source(dataDirectory)
  try {
    const lock = lockDirectory(dataDirectory)
    try {
      const target = await Target.open(databaseUrl)
      try {
        return await move({ source, target, output }, dataDirectory)
      } finally {
        await target.close()
      }
    } finally {
      lock.release()
    }
  } finally {
    source.close()
  }
}

async function move(parts: Parts, dataDirectory: string): Promise<{ tables: number; rows: number }> {
  const { source, target, output } = parts
  const version = source.version()
  const names = source.tables()
  await begin(parts, names, hasMoved(dataDirectory))
  await target.migrate(version)
  const tables: Table[] = []
  for (const name of names) tables.push({ name, columns: await target.columnsOf(name, source.columnsOf(name)) })
  for (const table of tables) await copy(parts, table)
  output.print('Copied. The rows of both sides are being compared.')
  let rows = 0
  for (const table of tables) rows += await compare(parts, table)
  // Migrations of this version run after the comparison, which needs the same columns on both sides.
  await target.migrate()
  await target.analyze()
  markMoved(dataDirectory, { moved_at: new Date().toISOString(), tables: tables.length, rows })
  await target.finish()
  return { tables: tables.length, rows }
}

/** Begins a move, or checks that the one in the target can be continued. */
async function begin({ source, target, output }: Parts, names: string[], isMarked: boolean): Promise<void> {
  const isBegun = await target.isBegun()
  if (isMarked && !isBegun)
    throw new MoveRefused('The data was moved already. See moved-to-postgres.json in its directory.')
  const fingerprint = await source.fingerprint()
  if (!isBegun) {
    const foreign = await target.foreignData(names)
    if (foreign !== undefined) {
      throw new MoveRefused(
        `The target must have no other data, and has the table "${foreign}". Use an empty database.`,
      )
    }
    return target.begin(fingerprint)
  }
  if ((await target.fingerprint()) !== fingerprint) {
    throw new MoveRefused(
      'The target has an unfinished move of other data, or the source has changed since. Use an empty database.',
    )
  }
  output.print('Continuing the move that was interrupted.')
}

async function copy({ source, target, output }: Parts, table: Table): Promise<void> {
  const { position, rows: before, isDone } = await target.reached(table.name)
  if (isDone) return
  const total = source.count(table.name)
  let rows = before
  let last = position
  for (const page of source.pages(table, position)) {
    rows += page.rows.length
    last = page.last
    await target.write(table, page.rows, { position: page.last, rows, isDone: false }).catch((error: Error) => {
      // A check of PostgreSQL that no value of ours should fail; its detail would show the row.
      if (!isAboutRows(error)) throw error
      throw new MoveRefused(
        `PostgreSQL refuses rows of "${table.name}" up to the rowid ${page.last} (${error.message.replaceAll(/"[^"]*"/g, '…')}).`,
      )
    })
    output.progress?.(`${table.name}: ${rows} of ${total} rows`)
  }
  await target.write(table, [], { position: last, rows, isDone: true })
  output.print(`${table.name}: ${rows} rows copied`)
}

/** Classes 22 (data exception) and 23 (integrity constraint violation). */
const isAboutRows = (error: Error & { code?: unknown }) => /^2[23]/.test(String(error.code))

/** @returns the number of rows of each side */
async function compare({ source, target, output }: Parts, table: Table): Promise<number> {
  const here = new Checksum()
  for (const { rows } of source.pages(table, -(1n << 63n))) for (const row of rows) here.add(row)
  const there = new Checksum()
  for await (const rows of target.rows(table)) {
    for (const row of rows) there.add(row)
    output.progress?.(`${table.name}: ${there.content.rows} rows compared`)
  }
  const [before, after] = [here.content, there.content]
  if (before.rows !== after.rows || before.checksum !== after.checksum) {
    throw new MoveRefused(`The table "${table.name}" differs: ${shown(before)} here, ${shown(after)} in the target.`)
  }
  output.print(`${table.name}: ${shown(before)} on both sides`)
  return before.rows
}

const shown = ({ rows, checksum }: Content) => `${rows} rows, checksum ${checksum}`

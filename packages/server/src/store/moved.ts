import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'

/** The data is not to be used here, because it was moved to PostgreSQL or has only partly arrived there. */
export class DatabaseMoved extends Error {
  override name = 'DatabaseMoved'
}

/** The table with which a target keeps the progress of an unfinished move. */
export const MOVE_TABLE = 'sendoff_move'

const markOf = (directory: string) => join(directory, 'moved-to-postgres.json')

/** The end of a move: its time (RFC 3339), and the numbers of tables and rows. */
export type Moved = { moved_at: string; tables: number; rows: number }

/** Marks a data directory as moved, so that no server continues with data that another database has taken over. */
export const markMoved = (directory: string, moved: Moved): void =>
  writeFileSync(markOf(directory), `${JSON.stringify(moved, null, 2)}\n`, { mode: 0o600 })

export const hasMoved = (directory: string): boolean => existsSync(markOf(directory))

/**
 * Refuses the SQLite of a data directory that was moved to PostgreSQL: two servers with the same keys would send the same deliveries.
 *
 * @throws {DatabaseMoved}
 */
export function refuseMoved(directory: string): void {
  if (!hasMoved(directory)) return
  const { moved_at: at } = JSON.parse(readFileSync(markOf(directory), 'utf8')) as Moved
  throw new DatabaseMoved(
    `The data in ${directory} was moved to PostgreSQL at ${at}. Set DATABASE_URL. ` +
      `To return to the state of that moment, remove ${markOf(directory)}.`,
  )
}

/**
 * Refuses a PostgreSQL database into which a move is not finished.
 *
 * @throws {DatabaseMoved}
 */
export async function refuseHalfMoved<Schema>(db: Kysely<Schema>): Promise<void> {
  const { rows } = await sql<{ found: string | null }>`select to_regclass(${MOVE_TABLE})::text as found`.execute(db)
  if (rows[0]?.found !== null) {
    throw new DatabaseMoved(
      'A move from SQLite into the database at DATABASE_URL is not finished. Run move-to-postgres again, which continues it.',
    )
  }
}

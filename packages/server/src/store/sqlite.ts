import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely, type KyselyPlugin, type RootOperationNode, sql } from 'kysely'
import { createStore } from './create-store.ts'
import { makePrivateFile } from './data-directory.ts'
import { lockDirectory } from './directory-lock.ts'
import { migrate } from './migrate.ts'
import { refuseMoved } from './moved.ts'
import type { Schema } from './schema.ts'
import { NodeSqliteDialect } from './sqlite-dialect.ts'
import { type Store, StoreUnavailable } from './store.ts'

/**
 * Opens SQLite in a directory that this process then owns. WAL with `synchronous=FULL`: committed data survives a crash of the
 * process and of the machine.
 *
 * @throws {DirectoryInUse} when another process has the directory
 * @throws {DatabaseMoved} when its data was moved to PostgreSQL
 */
export async function openSqlite(directory: string): Promise<Store> {
  const lock = lockDirectory(directory)
  try {
    refuseMoved(directory)
    const path = makePrivateFile(join(directory, 'sendoff.sqlite'))
    const database = new DatabaseSync(path, { timeout: 5000 })
    database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on')
    // Deleted and replaced content is overwritten, so that nothing of an erased person stays in the file.
    database.exec('pragma secure_delete = on')
    const writing = open(database)
    await migrate(writing)
    // A connection of its own for reads outside transactions: it sees what was committed, and waits for no transaction.
    const reading = open(new DatabaseSync(path, { readOnly: true, timeout: 5000 }))
    const transaction: Store['transaction'] = (run) => writing.transaction().execute(run).catch(rethrow)
    return createStore({
      dialect: 'sqlite',
      db: reading,
      transaction,
      lease: transaction,
      scrub: () =>
        writing.connection().execute(async (db) => void (await sql`pragma wal_checkpoint(truncate)`.execute(db))),
      async close() {
        await reading.destroy()
        await writing.destroy()
        lock.release()
      },
    })
  } catch (error) {
    lock.release()
    throw error
  }
}

const open = (database: DatabaseSync) =>
  new Kysely<Schema>({ dialect: new NodeSqliteDialect(database), plugins: [withoutRowLocks] })

/** Leaves out the row locks that PostgreSQL needs: only one transaction writes to SQLite at a time. */
export const withoutRowLocks: KyselyPlugin = {
  transformQuery({ node }): RootOperationNode {
    if (node.kind !== 'SelectQueryNode' || !node.endModifiers) return node
    const { endModifiers: _, ...rest } = node
    return rest
  },
  async transformResult({ result }) {
    return result
  },
}

/** SQLITE_BUSY, LOCKED, READONLY, IOERR, FULL, CANTOPEN: https://sqlite.org/rescode.html */
const UNAVAILABLE = new Set([5, 6, 8, 10, 13, 14])

function rethrow(error: unknown): never {
  const code = (error as { errcode?: number }).errcode
  if (code !== undefined && UNAVAILABLE.has(code & 0xff)) throw new StoreUnavailable(String(error), { cause: error })
  throw error
}

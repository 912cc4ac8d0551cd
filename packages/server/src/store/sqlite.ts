import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely, type KyselyPlugin, type RootOperationNode } from 'kysely'
import { Announcements } from './announcements.ts'
import { makePrivateFile } from './data-directory.ts'
import { lockDirectory } from './directory-lock.ts'
import { migrate } from './migrate.ts'
import type { Schema, Tx } from './schema.ts'
import { NodeSqliteDialect } from './sqlite-dialect.ts'
import { type Store, StoreUnavailable } from './store.ts'
import { type Moment, Transacted, type Work } from './work.ts'

/**
 * Opens SQLite in a directory that this process owns from now on. WAL with `synchronous=FULL`: what was committed survives a
 * crash of the process and of the machine.
 *
 * @throws {DirectoryInUse} when another process has the directory
 */
export async function openSqlite(directory: string): Promise<Store> {
  const lock = lockDirectory(directory)
  try {
    const path = makePrivateFile(join(directory, 'sendoff.sqlite'))
    const database = new DatabaseSync(path, { timeout: 5000 })
    database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on')
    const writing = open(database)
    await migrate(writing)
    return store(writing, open(new DatabaseSync(path, { readOnly: true, timeout: 5000 })), lock.release)
  } catch (error) {
    lock.release()
    throw error
  }
}

const open = (database: DatabaseSync) =>
  new Kysely<Schema>({ dialect: new NodeSqliteDialect(database), plugins: [withoutRowLocks] })

/**
 * @param writing the connection of the transactions, one at a time
 * @param reading a connection of its own for what is read outside them: it sees what was committed, and waits for no transaction
 */
function store(writing: Kysely<Schema>, reading: Kysely<Schema>, release: () => void): Store {
  const announcements = new Announcements()
  const transaction = <Result>(run: (tx: Tx) => Promise<Result>) =>
    writing.transaction().execute(run).catch(asUnavailable)
  return {
    dialect: 'sqlite',
    db: reading,
    async write<Result>(at: Moment, rule: (work: Work) => Promise<Result>) {
      const { work, result } = await transaction(async (tx) => {
        const work = new Transacted(tx, at)
        return { work, result: await rule(work) }
      })
      announcements.committed(work)
      return result
    },
    transaction,
    onLeft: (task, listener) => announcements.onLeft(task, listener),
    onRecorded: (listener) => announcements.onRecorded(listener),
    async close() {
      await reading.destroy()
      await writing.destroy()
      release()
    },
  }
}

/** A writing transaction has SQLite for itself, so the row locks that PostgreSQL needs are left out. */
const withoutRowLocks: KyselyPlugin = {
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

function asUnavailable(error: unknown): never {
  const code = (error as { errcode?: number }).errcode
  if (code !== undefined && UNAVAILABLE.has(code & 0xff)) throw new StoreUnavailable(String(error), { cause: error })
  throw error
}

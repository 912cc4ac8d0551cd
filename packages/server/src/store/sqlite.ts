import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type Dialect, Kysely, type KyselyPlugin, type RootOperationNode } from 'kysely'
import { createStore } from './create-store.ts'
import { makePrivateFile } from './data-directory.ts'
import { lockDirectory } from './directory-lock.ts'
import { groupCommits } from './group-commit.ts'
import { GroupDriver } from './group-driver.ts'
import { migrate } from './migrate.ts'
import { refuseMoved } from './moved.ts'
import type { Schema } from './schema.ts'
import { NodeSqliteDialect, ReadDriver } from './sqlite-dialect.ts'
import type { Store } from './store.ts'

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
    await migrate(open(new NodeSqliteDialect(database)))
    const driver = new GroupDriver(database)
    const writing = open(new NodeSqliteDialect(database, driver))
    const groups = groupCommits(writing, driver)
    // A connection of its own for reads outside transactions: it sees what was committed, and waits for no transaction.
    const reader = new DatabaseSync(path, { readOnly: true, timeout: 5000 })
    const reading = open(new NodeSqliteDialect(reader, new ReadDriver(reader)))
    return createStore({
      dialect: 'sqlite',
      db: reading,
      transaction: (run, { isLong = false } = {}) => groups.transaction(run, isLong),
      lease: (run) => groups.transaction(run, false),
      scrub: () => groups.between(() => database.exec('pragma wal_checkpoint(truncate)')),
      async close() {
        await groups.idle()
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

const open = (dialect: Dialect) => new Kysely<Schema>({ dialect, plugins: [withoutRowLocks] })

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

import type { Config } from '../config.ts'
import { migrationState } from './migrate.ts'
import { bindToMode } from './mode.ts'
import { openBeside } from './open-beside.ts'
import { openPostgres } from './postgres.ts'
import { openSqlite } from './sqlite.ts'
import { StoreUnavailable } from './store.ts'

/**
 * Sets the database up as the start of a server does, or brings it to this version.
 *
 * @returns the number of migrations that it lacked
 * @throws {DirectoryInUse | DirectoryUnusable | StoreUnavailable | WrongMode}
 */
export async function setUp(config: Config): Promise<number> {
  const pending = await countPending(config)
  const store = config.databaseUrl ? await openPostgres(config.databaseUrl) : await openSqlite(config.dataDirectory)
  try {
    await bindToMode(store, config.mode)
    return pending
  } finally {
    await store.close()
  }
}

async function countPending(config: Config): Promise<number> {
  try {
    const db = openBeside(config)
    try {
      return (await migrationState(db)).pending.length
    } finally {
      await db.destroy()
    }
  } catch (error) {
    if (error instanceof StoreUnavailable && error.cause === undefined)
      return (await migrationState(undefined)).pending.length
    throw error
  }
}

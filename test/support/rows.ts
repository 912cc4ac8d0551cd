import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as delay } from 'node:timers/promises'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Database, Schema } from '../../packages/server/src/store/schema.ts'
import { NodeSqliteDialect } from '../../packages/server/src/store/sqlite-dialect.ts'
import type { Platform } from './platform.ts'

/**
 * Reads or writes the rows of a running platform, for a state that no operation makes. One statement at a time: on SQLite the
 * platform is in the same thread, and whoever holds a transaction open would wait for it in vain.
 */
export async function rows<Result>(platform: Platform, work: (db: Database) => Promise<Result>): Promise<Result> {
  const db = new Kysely<Schema>({ dialect: dialectOf(platform) })
  try {
    for (;;) {
      try {
        return await work(db)
      } catch (error) {
        if ((error as { errcode?: number }).errcode !== 5) throw error
        await delay(5)
      }
    }
  } finally {
    await db.destroy()
  }
}

function dialectOf({ config }: Platform) {
  if (config.databaseUrl) {
    return new PostgresDialect({ pool: new pg.Pool({ connectionString: config.databaseUrl, max: 1 }) })
  }
  return new NodeSqliteDialect(new DatabaseSync(join(config.dataDirectory, 'sendoff.sqlite'), { timeout: 0 }))
}

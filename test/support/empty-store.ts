import { DatabaseSync } from 'node:sqlite'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { inject, onTestFinished } from 'vitest'
import { NodeSqliteDialect } from '../../packages/server/src/store/sqlite-dialect.ts'
import type { StoreName } from './parts.ts'
import { createDatabase } from './postgres/database.ts'

/** Opens an empty database without tables, until the end of the test: for the migrations of older versions. */
export async function openStore(store: StoreName): Promise<Kysely<any>> {
  if (store === 'sqlite') {
    const db = new Kysely<any>({ dialect: new NodeSqliteDialect(new DatabaseSync(':memory:')) })
    onTestFinished(() => db.destroy())
    return db
  }
  const database = await createDatabase(inject('postgresUrl'))
  const pool = new pg.Pool({ connectionString: database.url })
  const db = new Kysely<any>({ dialect: new PostgresDialect({ pool }) })
  onTestFinished(async () => {
    await db.destroy()
    await database.drop()
  })
  return db
}

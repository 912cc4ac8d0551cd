import { DatabaseSync } from 'node:sqlite'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { expect, inject, onTestFinished, test } from 'vitest'
import { migrate } from '../../packages/server/src/store/migrate.ts'
import { NodeSqliteDialect } from '../../packages/server/src/store/sqlite-dialect.ts'
import type { StoreName } from '../support/parts.ts'
import { stores } from '../support/platform.ts'
import { createDatabase } from '../support/postgres/database.ts'

const EVENTS = [
  { type: 'ping', actor: { type: 'app', id: 'app_1' }, data: { endpoint_id: 'whe_1' } },
  { type: 'webhook_endpoint.disabled', actor: { type: 'system', id: 'sendoff' }, data: { app_id: 'app_2' } },
  { type: 'organization.dissolved', actor: { type: 'app', id: 'app_1' }, data: {} },
]

test.each(stores())('on %s earlier events are given to the app whose endpoints they concern', async (store) => {
  const db = await open(store)
  await migrate(db, '0007_endpoints')
  for (const [sequence, event] of EVENTS.entries()) {
    const row = { org_id: 'org_1', sequence, event_id: `evt_${sequence}`, type: event.type, created_at: 1 }
    await db
      .insertInto('event')
      .values({ ...row, body: JSON.stringify(event) })
      .execute()
  }
  await migrate(db)
  const rows = await db.selectFrom('event').select(['only_for', 'traceparent']).orderBy('sequence').execute()
  expect(rows).toEqual(['app_1', 'app_2', null].map((only_for) => ({ only_for, traceparent: null })))
})

async function open(store: StoreName): Promise<Kysely<any>> {
  if (store === 'sqlite') return opened(new NodeSqliteDialect(new DatabaseSync(':memory:')))
  const database = await createDatabase(inject('postgresUrl'))
  onTestFinished(() => database.drop())
  return opened(new PostgresDialect({ pool: new pg.Pool({ connectionString: database.url }) }))
}

function opened(dialect: ConstructorParameters<typeof Kysely>[0]['dialect']): Kysely<any> {
  const db = new Kysely<any>({ dialect })
  onTestFinished(() => db.destroy())
  return db
}

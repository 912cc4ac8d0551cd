import { expect, test } from 'vitest'
import { migrate } from '../../packages/server/src/store/migrate.ts'
import { openStore } from '../support/empty-store.ts'
import { stores } from '../support/platform.ts'

const EVENTS = [
  { type: 'ping', actor: { type: 'app', id: 'app_1' }, data: { endpoint_id: 'whe_1' } },
  { type: 'webhook_endpoint.disabled', actor: { type: 'system', id: 'sendoff' }, data: { app_id: 'app_2' } },
  { type: 'organization.dissolved', actor: { type: 'app', id: 'app_1' }, data: {} },
]

test.each(stores())('on %s earlier events are given to the app whose endpoints they concern', async (store) => {
  const db = await openStore(store)
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

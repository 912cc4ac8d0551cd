import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { pino } from 'pino'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { createSealer } from '../../../packages/server/src/crypto/seal.ts'
import { newId } from '../../../packages/server/src/ids.ts'
import { openPostgres } from '../../../packages/server/src/store/postgres.ts'
import { openSqlite } from '../../../packages/server/src/store/sqlite.ts'
import type { Store } from '../../../packages/server/src/store/store.ts'
import { startDeliveryEngine } from '../../../packages/server/src/webhooks/delivery/engine.ts'
import { SECRET_PURPOSE } from '../../../packages/server/src/webhooks/endpoints/secret.ts'
import { createSender } from '../../../packages/server/src/webhooks/request/send.ts'
import { generateSecret } from '../../../packages/server/src/webhooks/signature/standard-webhooks.ts'
import { createDatabase } from '../../support/postgres/database.ts'
import { temporaryDirectory } from '../../support/process.ts'
import { startReceiver } from '../../support/receiver.ts'

/** The time limit of an attempt, in milliseconds: the platform's 15 seconds would only be waited for. */
const TIMEOUT = 300
const MINUTE = 60_000
const [POISON, GOOD] = ['member.departed', 'member.restored']
const ORG = 'org_of_the_test'
const ENDPOINT = 'whe_of_the_test'

const sealer = createSealer(randomBytes(32))
const { privateKey } = generateKeyPairSync('ed25519')

type Owed = { type: string; id?: string }

/** Engines, one for each store, that deliver to one endpoint by one clock, which is moved by hand. */
async function startEngines(url: string, ...stores: [Store, ...Store[]]) {
  const start = Date.now()
  let now = start
  let sequence = 0
  const parts = { clock: { now: () => now, refresh: async () => {} }, sealer, logger: pino({ level: 'silent' }) }
  const [first] = stores
  await createEndpoint(first, url)
  const engines = stores.map((store) =>
    startDeliveryEngine({
      ...{ ...parts, store, timeout: TIMEOUT, base: 'http://127.0.0.1', platformKey: () => privateKey },
      sender: createSender({ policy: { allowLoopback: true }, totalTimeoutMs: TIMEOUT }),
      metrics: { attempted: () => {} },
    }),
  )
  onTestFinished(async () => {
    for (const engine of engines) await engine.stop()
    for (const store of stores) await store.close()
  })
  const settle = () => Promise.all(engines.map((engine) => engine.idle()))
  return {
    settle,
    /** Moves the clock to whatever is due within a time, in milliseconds, one after another. */
    async advance(time: number): Promise<void> {
      await settle()
      const end = now + time
      for (;;) {
        const due = await Promise.all(engines.map((engine) => engine.nextDue(now)))
        now = Math.min(end, ...due.filter((at) => at !== undefined))
        await settle()
        if (now === end) return
      }
    },
    async owe(...events: Owed[]): Promise<void> {
      for (const { type, id = newId('evt') } of events) await owe(first, type, id, sequence++, now)
      for (const engine of engines) engine.wake([ENDPOINT])
    },
    async breaker(): Promise<string> {
      const row = await first.db.selectFrom('endpoint_health').select('breaker').executeTakeFirstOrThrow()
      return row.breaker
    },
    async statuses(type: string): Promise<string[]> {
      const rows = await first.db.selectFrom('delivery').select('status').where('event_type', '=', type).execute()
      return rows.map(({ status }) => status)
    },
  }
}

async function createEndpoint(store: Store, url: string): Promise<void> {
  const [app_id, created_at] = ['app_of_the_test', 0]
  const app = { app_id, org_id: ORG, name: 'Test', kind: 'internal' as const, status: 'active' as const }
  await store.transaction(async (tx) => {
    await tx
      .insertInto('app')
      .values({ ...app, scopes: '[]', redirect_uris: '[]', generation: 'gen', created_at })
      .execute()
    const endpoint = { endpoint_id: ENDPOINT, app_id, url, status: 'enabled' as const, format: 'standard' as const }
    await tx
      .insertInto('webhook_endpoint')
      .values({ ...endpoint, created_at })
      .execute()
    await tx.insertInto('endpoint_health').values({ endpoint_id: ENDPOINT }).execute()
    const sealed = sealer.seal(generateSecret(), SECRET_PURPOSE)
    const secret = { endpoint_id: ENDPOINT, secret_id: 'whs', sealed, created_at }
    await tx.insertInto('webhook_secret').values(secret).execute()
  })
}

async function owe(store: Store, type: string, event_id: string, sequence: number, now: number): Promise<void> {
  const body = JSON.stringify({ id: event_id, type, timestamp: new Date(now).toISOString(), org_id: ORG, sequence })
  const delivery = { delivery_id: newId('dlv'), endpoint_id: ENDPOINT, event_id, event_type: type, subject: null }
  await store.transaction(async (tx) => {
    await tx.insertInto('event').values({ org_id: ORG, sequence, event_id, type, body, created_at: now }).execute()
    await tx
      .insertInto('delivery')
      .values({
        org_id: ORG,
        sequence,
        ...delivery,
        status: 'pending',
        attempts: 0,
        due_at: now,
        lease_until: 0,
        created_at: now,
      })
      .execute()
  })
}

const many = (type: string, count: number): Owed[] => Array.from({ length: count }, () => ({ type }))

async function openDatabase(): Promise<string> {
  const { url, drop } = await createDatabase(inject('postgresUrl'))
  onTestFinished(drop)
  return url
}

describe.each(['sqlite', 'postgres'] as const)('on %s', (store) => {
  const open = async () => (store === 'sqlite' ? openSqlite(temporaryDirectory()) : openPostgres(await openDatabase()))

  test('events of a type at which the endpoint hangs hold up no other type for more than a minute, and later for no time', async () => {
    const receiver = await startReceiver(({ event }) => (event.type === POISON ? 'hang' : 204))
    const good = () => receiver.received.filter(({ event }) => event.type === GOOD)
    const engines = await startEngines(receiver.url, await open())
    await engines.owe(...many(POISON, 12), ...many(GOOD, 3))
    await engines.advance(MINUTE)
    expect(good()).toHaveLength(3)
    expect(await engines.breaker()).toBe('closed')

    await engines.owe(...many(POISON, 12), ...many(GOOD, 3))
    await engines.settle()
    expect(good()).toHaveLength(6)
    expect(await engines.breaker()).toBe('closed')
    expect(new Set(await engines.statuses(POISON))).toEqual(new Set(['pending']))
  })
})

describe('on postgres', () => {
  test.each([422, 500])(
    'two servers deliver everything else, once, to an endpoint that answers %i to some events',
    async (status) => {
      const refused = new Set(Array.from({ length: 30 }, (_, n) => `evt_refused_${n}`))
      const receiver = await startReceiver(({ event }) => (refused.has(event.id) ? status : 204))
      const database = await openDatabase()
      const engines = await startEngines(receiver.url, await openPostgres(database), await openPostgres(database))
      const poison = [...refused].map((id) => ({ type: POISON, id }))
      const others = () => receiver.received.map(({ event }) => event).filter(({ id }) => !refused.has(id))
      // Refused for their content: others of their type are taken, before and after.
      await engines.owe(...many(POISON, 2))
      await engines.settle()
      await engines.owe(...poison.slice(0, 15), ...many(GOOD, 3), ...poison.slice(15), ...many(GOOD, 3))
      await engines.advance(MINUTE)
      expect(others().filter(({ type }) => type === GOOD)).toHaveLength(6)
      expect(await engines.breaker()).toBe('closed')
      await engines.owe(...many(POISON, 2), ...many(GOOD, 2))
      await engines.advance(MINUTE)
      expect(others()).toHaveLength(2 + 6 + 4)
      expect(new Set(others().map(({ id }) => id)).size).toBe(12)
      expect((await engines.statuses(POISON)).filter((one) => one === 'pending')).toHaveLength(30)
    },
  )
})

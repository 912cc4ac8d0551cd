import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { pino } from 'pino'
import { realClock } from '../../packages/server/src/clock.ts'
import { createSealer } from '../../packages/server/src/crypto/seal.ts'
import { createMetrics } from '../../packages/server/src/metrics/metrics.ts'
import type { Store } from '../../packages/server/src/store/store.ts'
import { startDeliveryEngine } from '../../packages/server/src/webhooks/delivery/engine.ts'
import { SECRET_PURPOSE } from '../../packages/server/src/webhooks/endpoints/secret.ts'
import { createSender } from '../../packages/server/src/webhooks/request/send.ts'
import { generateSecret } from '../../packages/server/src/webhooks/signature/standard-webhooks.ts'
import { body, type Work } from './work.ts'

const sealer = createSealer(randomBytes(32))
const { privateKey } = generateKeyPairSync('ed25519')
let run = 0

/** Delivers with the platform's engine. @returns deliveries per second, each sent and recorded */
export async function byEngine(store: Store, { port, endpoints, deliveries }: Work): Promise<number> {
  const org_id = `org_${run++}`
  await owe(store, org_id, port, endpoints, deliveries)
  const begun = performance.now()
  const engine = startDeliveryEngine({
    store,
    clock: realClock,
    sealer,
    sender: createSender({ policy: { allowLoopback: true } }),
    logger: pino({ level: 'warn' }),
    metrics: createMetrics(),
    base: 'http://127.0.0.1',
    platformKey: () => privateKey,
    timeout: 15_000,
  })
  await engine.idle()
  const seconds = (performance.now() - begun) / 1000
  await engine.stop()
  const { rest } = await store.db
    .selectFrom('delivery')
    .select((row) => row.fn.countAll<number>().as('rest'))
    .where('org_id', '=', org_id)
    .where('status', '!=', 'succeeded')
    .executeTakeFirstOrThrow()
  if (Number(rest) > 0) {
    console.log(
      await store.db
        .selectFrom('attempt')
        .select((r) => ['error', 'response_status', r.fn.countAll().as('n'), r.fn.max('duration_ms').as('d')])
        .groupBy(['error', 'response_status'])
        .execute(),
    )
    throw new Error(`${rest} were not delivered`)
  }
  return deliveries / seconds
}

async function owe(store: Store, org_id: string, port: number, endpoints: number, deliveries: number): Promise<void> {
  const now = Date.now()
  const app_id = `app_${org_id}`
  await store.transaction(async (tx) => {
    const app = { app_id, org_id, name: 'Bench', kind: 'internal' as const, status: 'active' as const }
    const none = { scopes: '[]', redirect_uris: '[]', generation: 'gen', created_at: now }
    await tx
      .insertInto('app')
      .values({ ...app, ...none })
      .execute()
    for (let n = 0; n < endpoints; n++) {
      const endpoint_id = `whe_${org_id}_${n}`
      const url = `http://127.0.0.1:${port}/${n}`
      await tx
        .insertInto('webhook_endpoint')
        .values({ endpoint_id, app_id, url, status: 'enabled', format: 'standard', created_at: now })
        .execute()
      await tx.insertInto('endpoint_health').values({ endpoint_id }).execute()
      const sealed = sealer.seal(generateSecret(), SECRET_PURPOSE)
      await tx.insertInto('webhook_secret').values({ endpoint_id, secret_id: 'whs', sealed, created_at: now }).execute()
    }
    for (let n = 0; n < deliveries; n++) {
      const event_id = `evt_${org_id}_${n}`
      const event = { org_id, sequence: n, event_id, type: 'ping', body: body(n), created_at: now }
      await tx.insertInto('event').values(event).execute()
      await tx
        .insertInto('delivery')
        .values({
          ...{ org_id, delivery_id: `dlv_${org_id}_${n}`, endpoint_id: `whe_${org_id}_${n % endpoints}`, event_id },
          ...{ sequence: n, event_type: 'ping', status: 'pending' as const, attempts: 0, due_at: now, lease_until: 0 },
          created_at: now,
        })
        .execute()
    }
  })
}

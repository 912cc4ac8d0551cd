import { sql } from 'kysely'
import { Gauge, Registry } from 'prom-client'
import type { Clock } from '../clock.ts'
import { STALLED } from '../due-work/due-work.ts'
import type { Feed } from '../events/feed.ts'
import type { Database } from '../store/schema.ts'
import { type Store, StoreUnavailable } from '../store/store.ts'
import type { View } from '../store/work.ts'
import type { DeliveryEngine } from '../webhooks/delivery/engine.ts'
import { pendingEndpoints, sendable } from '../webhooks/delivery/queue/due-endpoints.ts'
import type { Gauges } from './metrics.ts'

type Parts = { store: Store; clock: Clock; engine: Pick<DeliveryEngine, 'inFlight'>; feed: Feed }

/** The most due work, and the most receipts, that are counted. */
const MOST_COUNTED = 10_000

/**
 * Registers gauges of the current state. Those that are read from the store cover all servers and cost the same at any backlog; while the
 * store is unavailable, they are left out.
 */
export function createGauges({ store, clock, engine, feed }: Parts): Gauges {
  const registry = new Registry()
  const gauge = <Label extends string = never>(name: string, help: string, labelNames: Label[] = []) =>
    new Gauge({ registers: [registry], name, help, labelNames })
  const deliveries = gauge('sendoff_deliveries_in_flight', 'Attempts under way in this process.')
  const busy = gauge('sendoff_lanes_in_flight', 'Endpoints with an attempt of this process under way.')
  const waiting = gauge('sendoff_event_waiters', 'Long polls and streams waiting for events in this process.')
  const age = gauge(
    'sendoff_delivery_backlog_age_seconds',
    'Age of the oldest due delivery, for endpoints with a closed breaker and for the others.',
    ['breaker'],
  )
  const breakers = gauge('sendoff_endpoints', 'Enabled endpoints by the state of their breaker.', ['breaker'])
  const work = gauge('sendoff_due_work_backlog', `Due work that is not done, up to ${MOST_COUNTED}.`)
  const workAge = gauge('sendoff_due_work_backlog_age_seconds', 'Age of the oldest due work.')
  const stalled = gauge('sendoff_due_work_stalled', 'Due work that has failed repeatedly and waits for its next try.', [
    'kind',
  ])
  const receipts = gauge(
    'sendoff_receipts_unanswered',
    `Receipts that systems owe and have not given, before and after their deadline, up to ${MOST_COUNTED} each.`,
    ['overdue'],
  )

  async function refresh(): Promise<void> {
    const { deliveries: underWay, lanes } = engine.inFlight
    deliveries.set(underWay)
    busy.set(lanes)
    waiting.set(feed.waiting)
    const ofTheStore = [age, breakers, work, workAge, stalled, receipts]
    try {
      const view = { db: store.db, now: clock.now() }
      const oldest = await readBacklog(view)
      const states = await readBreakers(store.db)
      const due = await readDueWork(view)
      for (const breaker of ['closed', 'open'] as const) age.set({ breaker }, since(oldest[breaker], view))
      for (const breaker of ['closed', 'open', 'half_open'] as const)
        breakers.set({ breaker }, states.get(breaker) ?? 0)
      work.set(due.count)
      workAge.set(since(due.oldest, view))
      for (const overdue of ['true', 'false'] as const) {
        receipts.set({ overdue }, await countUnanswered(view, overdue === 'true'))
      }
      stalled.reset()
      for (const { kind, count } of await readStalled(store.db)) stalled.set({ kind }, Number(count))
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error
      for (const one of ofTheStore) one.remove()
    }
  }
  return { registry, refresh }
}

const since = (then: number | null | undefined, { now }: View) => (then == null ? 0 : Math.max(0, now - then) / 1000)

/** Reads the due time of the oldest delivery, of endpoints with a closed breaker and of the others. */
async function readBacklog({ db, now }: View) {
  const { rows } = await sql<{ closed: number | null; open: number | null }>`
    with ${pendingEndpoints}, backlog as (
      select health.breaker,
        (select min(d.due_at) from delivery d where d.endpoint_id = lane.endpoint_id and d.status = 'pending') as due_at
      from ${sendable}
    )
    select min(case when breaker = 'closed' then due_at end) as closed, min(case when breaker <> 'closed' then due_at end) as open
    from backlog where due_at <= ${now}`.execute(db)
  return { closed: rows[0]?.closed, open: rows[0]?.open }
}

async function readBreakers(db: Database): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('endpoint_health as health')
    .innerJoin('webhook_endpoint as endpoint', 'endpoint.endpoint_id', 'health.endpoint_id')
    .select(['health.breaker', (count) => count.fn.countAll<number>().as('count')])
    .where('endpoint.status', '=', 'enabled')
    .groupBy('health.breaker')
    .execute()
  return new Map(rows.map(({ breaker, count }) => [breaker, Number(count)]))
}

async function readDueWork({ db, now }: View): Promise<{ count: number; oldest: number | null }> {
  const due = db
    .selectFrom('due_work')
    .select('due_at')
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .limit(MOST_COUNTED)
  const row = await db
    .selectFrom(due.as('due'))
    .select((all) => [all.fn.countAll<number>().as('count'), all.fn.min('due_at').as('oldest')])
    .executeTakeFirstOrThrow()
  return { count: Number(row.count), oldest: row.oldest === null ? null : Number(row.oldest) }
}

async function countUnanswered({ db, now }: View, isOverdue: boolean): Promise<number> {
  const some = db
    .selectFrom('receipt')
    .select('deadline_at')
    // A partial index has only these.
    .where(sql<boolean>`status in ('awaited', 'acknowledged')`)
    .where('deadline_at', isOverdue ? '<=' : '>', now)
    .limit(MOST_COUNTED)
  const counted = db.selectFrom(some.as('some')).select((all) => all.fn.countAll<number>().as('count'))
  return Number((await counted.executeTakeFirstOrThrow()).count)
}

function readStalled(db: Database) {
  return (
    db
      .selectFrom('due_work')
      .select(['kind', (all) => all.fn.countAll<number>().as('count')])
      // A partial index has only the rows that failed.
      .where('failures', '>', 0)
      .where('failures', '>=', STALLED)
      .groupBy('kind')
      .execute()
  )
}

import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { sql } from 'kysely'
import { Agent, request } from 'undici'
import { describe, expect, onTestFinished, test } from 'vitest'
import { newId } from '../../packages/server/src/ids.ts'
import { addMembers } from '../support/big-organization.ts'
import { rows, type Settings } from '../support/database.ts'
import { environmentOn, eventually, long, secondsSince } from '../support/environment.ts'
import { Caller, must, stores } from '../support/platform.ts'
import { startProcess } from '../support/process.ts'
import { watchMemory } from './memory.ts'
import { describeLatencies, watchOthers } from './others.ts'

/** The number of endpoints and of resources, each of which makes an event when its owner departs. */
const size = long ? { endpoints: 2_000, resources: 1_000 } : { endpoints: 100, resources: 100 }
/** The number of endpoints and members of an organisation that dissolves. */
const dissolving = long ? { endpoints: 100, members: 20_000 } : { endpoints: 40, members: 50 }
/** The most that the memory may grow, in MiB. */
const MORE_MEMORY = 256
/** A heap, in MiB, that what grows with the deliveries would fill; without it V8 collects rarely on a large machine. */
const SMALL_HEAP = { NODE_OPTIONS: '--max-old-space-size=192' }

describe.each(stores())('on %s', (store) => {
  const timeout = long ? 7_200_000 : 240_000

  test(`a departure with ${size.endpoints} endpoints and ${size.resources} events is a fact, and every delivery arrives`, {
    timeout,
  }, async () => {
    const settings = await environmentOn(store)
    const server = await startProcess({ ...settings, ...SMALL_HEAP })
    const caller = new Caller(server.base, server.data)
    const { org_id } = caller.organization(1)
    const consumer = await startCounter()
    await addEndpoints(settings, caller, org_id, { url: consumer.url }, size.endpoints)
    const token = await caller.appToken(org_id, 'member:offboard', 'resource:write')
    const leaver = caller.member(org_id, 'member').account_id
    for (let from = 0; from < size.resources; from += 500) {
      const resources = Array.from({ length: Math.min(500, size.resources - from) }, (_, i) => {
        return { external_id: `note ${from + i}`, kind: 'note', name: `Note ${from + i}`, owner_id: leaver }
      })
      expect((await caller.post('/v1.0/resources', token, { resources })).status).toBe(200)
    }
    const others = watchOthers(caller)
    await others.rounds(50)
    const quiet = others.take()
    const memory = watchMemory(server)
    const before = memory.now()
    const loaded = others.keepOn()

    const began = performance.now()
    const body = {
      account_id: leaver,
      reason_code: 'other',
      handover: { by_kind: [{ kind: 'note', action: 'delete' }] },
    }
    const answer = await caller.post('/v1.0/offboardings', token, body)
    expect([answer.status, answer.body.status]).toEqual([201, 'completed'])
    const answered = secondsSince(began)
    await eventually(() => allMade(settings, org_id))
    const made = secondsSince(began)
    await eventually(() => noneWaits(settings))
    const arrived = secondsSince(began)
    await loaded.stop()
    const busy = others.take()
    const rss = memory.stop()

    expect(await pending(settings, org_id)).toBe(0)
    expect(await deliveries(settings, org_id, 'handover.completed')).toBe(size.endpoints)
    expect(await deliveries(settings, org_id, 'resource.deleted')).toBe(size.endpoints * size.resources)
    expect(consumer.count).toBeGreaterThanOrEqual(size.endpoints * (size.resources + 2))
    for (const { answered: done, asked } of [quiet, busy]) expect(done).toBe(asked)
    expect(rss - before).toBeLessThan(MORE_MEMORY)
    console.log(
      [
        `${store}, ${size.endpoints} endpoints, ${size.resources} events: answered after ${answered} s, all made after ${made} s,`,
        `all arrived after ${arrived} s; RSS ${before} MiB before, ${rss} at most.`,
        `Another organisation meanwhile: ${describeLatencies(busy)}; before: ${describeLatencies(quiet)}`,
      ].join(' '),
    )
  })

  test(`a dissolution of ${dissolving.members} members with ${dissolving.endpoints} endpoints is delivered to each of them`, {
    timeout,
  }, async () => {
    const settings = await environmentOn(store)
    const server = await startProcess({ ...settings, ...SMALL_HEAP })
    const caller = new Caller(server.base, server.data)
    const { org_id, name, members } = caller.organization(2)
    const consumer = await startCounter()
    // As systems that remove access do; every member's departure has two further events.
    const event_types = ['member.departed', 'organization.dissolved']
    await addEndpoints(settings, caller, org_id, { url: consumer.url, event_types }, dissolving.endpoints)
    await addMembers(settings, org_id, dissolving.members - members.length)
    const founder = await caller.userToken(caller.member(org_id, 'founder').account_id, 'org:dissolve')
    const request = { reason_code: 'no_longer_used', confirm_name: name }
    expect((await caller.post('/v1.0/organization/dissolution', founder, request)).status).toBe(202)
    const others = watchOthers(caller)
    await others.rounds(50)
    const quiet = others.take()
    const memory = watchMemory(server)
    const before = memory.now()
    const loaded = others.keepOn()
    const began = performance.now()
    await dissolve(server.base)
    const ended = secondsSince(began)
    await loaded.stop()
    const busy = others.take()
    const rss = memory.stop()
    expect(await deliveries(settings, org_id, 'member.departed')).toBe(dissolving.endpoints * dissolving.members)
    expect(await deliveries(settings, org_id, 'organization.dissolved')).toBe(dissolving.endpoints)
    expect(await pending(settings, org_id)).toBe(0)
    for (const { answered, asked } of [quiet, busy]) expect(answered).toBe(asked)
    expect(rss - before).toBeLessThan(MORE_MEMORY)
    console.log(
      [
        `${store}, ${dissolving.members} members, ${dissolving.endpoints} endpoints: over and told after ${ended} s,`,
        `${consumer.count} requests; RSS ${before} MiB before, ${rss} at most.`,
        `Another organisation meanwhile: ${describeLatencies(busy)}; before: ${describeLatencies(quiet)}`,
      ].join(' '),
    )
  })
})

/** Moves the clock to the dissolution, and waits as long as it takes: `fetch` gives an answer five minutes. */
async function dissolve(base: string): Promise<void> {
  const dispatcher = new Agent({ headersTimeout: 0, bodyTimeout: 0 })
  onTestFinished(() => dispatcher.close())
  const { statusCode, body } = await request(new URL('/v1.0/sandbox/clock/advance', base), {
    dispatcher,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ by: 'PT72H' }),
  })
  expect([statusCode, await body.text()]).toEqual([200, expect.anything()])
}

/** A consumer that counts, in a thread of its own: here it would delay the requests of the others, which are timed. */
async function startCounter() {
  const shared = new SharedArrayBuffer(4)
  const thread = new Worker(join(import.meta.dirname, 'counter.mjs'), { workerData: shared, execArgv: [] })
  onTestFinished(async () => void (await thread.terminate()))
  const [port] = await once(thread, 'message')
  return {
    url: `http://127.0.0.1:${port}/`,
    get count() {
      return Atomics.load(new Int32Array(shared), 0)
    },
  }
}

/** Adds endpoints of an organisation's app: the first by the API, the others as rows like its own. */
async function addEndpoints(
  settings: Settings,
  caller: Caller,
  orgId: string,
  endpoint: { url: string; event_types?: string[] },
  count: number,
) {
  const token = await caller.appToken(orgId, 'webhook:read', 'webhook:write', 'member:read', 'org:read')
  const { status, body } = await caller.post('/v1.0/webhook-endpoints', token, endpoint)
  expect(status).toBe(201)
  const ids = Array.from({ length: count - 1 }, () => newId('whe'))
  await rows(settings, async (db) => {
    for (const table of ['webhook_endpoint', 'endpoint_health', 'webhook_secret'] as const) {
      const row = must(
        await db.selectFrom(table).selectAll().where('endpoint_id', '=', body.endpoint_id).executeTakeFirst(),
      )
      for (let from = 0; from < ids.length; from += 200) {
        const rows = ids.slice(from, from + 200).map((endpoint_id) => ({ ...row, endpoint_id }))
        await db
          .insertInto(table)
          .values(rows as never)
          .execute()
      }
    }
  })
}

const deliveries = (settings: Settings, orgId: string, type: string) =>
  rows(settings, async (db) => {
    const { rows } = await sql<{ count: number }>`select count(*) as count from (
      select distinct endpoint_id, event_id from delivery where org_id = ${orgId} and event_type = ${type}) as pairs`.execute(
      db,
    )
    return Number(rows[0]?.count)
  })

/** Asked again and again while millions are delivered, so it costs one row of the organisation. */
const allMade = (settings: Settings, orgId: string) =>
  rows(settings, async (db) => {
    const { fan_outs } = await db
      .selectFrom('organization')
      .select('fan_outs')
      .where('org_id', '=', orgId)
      .executeTakeFirstOrThrow()
    return fan_outs === 0
  })

/** Runs as often, and is answered by the first entry of the index of waiting deliveries. */
const noneWaits = (settings: Settings) =>
  rows(settings, async (db) => {
    const waiting = await sql`select 1 from delivery where status = 'pending' limit 1`.execute(db)
    return waiting.rows.length === 0
  })

const pending = (settings: Settings, orgId: string) =>
  rows(settings, async (db) => {
    const { rows } = await sql<{ count: number }>`select count(*) as count from (
      select 1 from delivery where org_id = ${orgId} and status <> 'succeeded' limit 1) as one`.execute(db)
    return Number(rows[0]?.count)
  })

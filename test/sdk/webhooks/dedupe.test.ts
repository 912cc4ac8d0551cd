import { createHandler, type Event, HandlerTimeoutError, memoryDedupe, PermanentError } from '@sendoff/sdk/webhooks'
import { createTables, forgetEvents, isNewest, kyselyCursors, kyselyDedupe } from '@sendoff/sdk/webhooks/kysely'
import { simulator } from '@sendoff/sdk/webhooks/testing'
import type { Kysely } from 'kysely'
import { describe, expect, test, vi } from 'vitest'
import { soon } from '../../support/soon.ts'
import { createEffects, databases, type Tables } from './database.ts'
import { answer, delivery, ping, secret, silent } from './support.ts'

const events = Array.from({ length: 100 }, () => ping())
const badDay = { copies: 3, reorder: true, concurrency: 50, delay: 5, corrupt: 0.2 }

/** Fails the first time for every third event, after its work. */
function failing() {
  const failed = new Set<string>()
  return ({ id, sequence }: Event) => {
    if (sequence % 3 !== 0 || failed.has(id)) return
    failed.add(id)
    throw new Error('out of order')
  }
}

test('in memory: each event three times, shuffled, 50 concurrently, some forged, takes effect once', async () => {
  const effects: string[] = []
  const maybeFail = failing()
  const handler = createHandler({
    secrets: secret,
    on: {
      ping: async (event) => {
        maybeFail(event)
        await new Promise((resolve) => setImmediate(resolve))
        effects.push(event.id)
      },
    },
    onError: silent,
  })
  const { undelivered, forgeries, statuses } = await simulator({ secret, send: handler }).deliver(events, badDay)
  expect({ undelivered, forgeries }).toEqual({ undelivered: 0, forgeries: 0 })
  expect(statuses[200]).toBe(300)
  expect(statuses[400]).toBeGreaterThan(20)
  expect(effects.toSorted()).toEqual(events.map(({ id }) => id).toSorted())
})

describe.each(Object.entries(databases))('in the transaction of the handler, on %s', (_, database) => {
  async function setUp() {
    const { open } = await database()
    const db = open()
    await createTables(db)
    await createTables(db)
    await createEffects(db)
    return { open, db }
  }
  const effectsOf = async (db: Kysely<Tables>) =>
    (await db.selectFrom('effect').select('event_id').execute()).map(({ event_id }) => event_id).toSorted()
  const handlerOn = (db: Kysely<Tables>, maybeFail: (event: Event) => void = silent) =>
    createHandler({
      secrets: secret,
      dedupe: kyselyDedupe(db),
      on: {
        ping: async (event, { tx }) => {
          await tx.insertInto('effect').values({ event_id: event.id, note: 'deprovisioned' }).execute()
          maybeFail(event)
        },
      },
      onError: silent,
    })

  test('each event three times, shuffled, 50 concurrently, some failing after they wrote, takes effect once', async () => {
    const { db } = await setUp()
    const { undelivered, forgeries } = await simulator({ secret, send: handlerOn(db, failing()) }).deliver(
      events,
      badDay,
    )
    expect({ undelivered, forgeries }).toEqual({ undelivered: 0, forgeries: 0 })
    expect(await effectsOf(db)).toEqual(events.map(({ id }) => id).toSorted())
  })

  test('two processes, and a restart, do not change that', async () => {
    const { open, db } = await setUp()
    const [one, other] = [handlerOn(open()), handlerOn(open())]
    let turn = 0
    const send = (request: Request) => (turn++ % 2 === 0 ? one(request) : other(request))
    expect((await simulator({ secret, send }).deliver(events, badDay)).undelivered).toBe(0)
    const restarted = handlerOn(open())
    const { statuses } = await simulator({ secret, send: restarted }).deliver(events)
    expect(statuses).toEqual({ 200: 100 })
    expect(await effectsOf(db)).toEqual(events.map(({ id }) => id).toSorted())
  })

  test('a duplicate of an event under way is reported immediately', async () => {
    const { db } = await setUp()
    const { promise, resolve } = Promise.withResolvers<void>()
    const started = Promise.withResolvers<void>()
    const work = () => {
      started.resolve()
      return promise
    }
    const handler = createHandler({ secrets: secret, dedupe: kyselyDedupe(db), on: { ping: work } })
    const event = ping()
    const first = handler(await delivery(event))
    await started.promise
    expect((await handler(await delivery(event))).status).toBe(409)
    resolve()
    expect(await answer(first)).toMatchObject({ status: 200, body: { outcome: 'handled' } })
    expect(await answer(handler(await delivery(event)))).toMatchObject({ status: 200, body: { outcome: 'duplicate' } })
  })

  test('a handler that writes on and on leaves nothing behind at its time limit', async () => {
    const { db } = await setUp()
    const ended = Promise.withResolvers<unknown>()
    let written = 0
    const handler = createHandler({
      secrets: secret,
      dedupe: kyselyDedupe(db),
      timeout: 200,
      on: {
        ping: async ({ id }, { tx }) => {
          for (;;) {
            await tx
              .insertInto('effect')
              .values({ event_id: id, note: `write ${++written}` })
              .execute()
            // Lets the time limit fire: the driver of SQLite is synchronous.
            await new Promise((resolve) => setImmediate(resolve))
          }
        },
      },
      onError: (error) => {
        if (!(error instanceof HandlerTimeoutError)) ended.resolve(error)
      },
    })
    const event = ping()
    expect(await answer(handler(await delivery(event)))).toMatchObject({ body: { code: 'handler_timeout' } })
    expect(await ended.promise).toBeInstanceOf(Error)
    expect(written).toBeGreaterThan(1)
    expect(await effectsOf(db)).toEqual([])
  })

  test('an event is answered as handled only if the effect of its handler stays, also after a query that failed unnoticed', async () => {
    const { db } = await setUp()
    const handler = createHandler({
      secrets: secret,
      dedupe: kyselyDedupe(db),
      on: {
        ping: async ({ id }, { tx }) => {
          await tx.insertInto('effect').values({ event_id: id, note: 'written' }).execute()
          await tx
            .insertInto('missing' as 'effect')
            .values({ event_id: id, note: 'optional' })
            .execute()
            .catch(silent)
        },
      },
      onError: silent,
    })
    const event = ping()
    const { status } = await answer(handler(await delivery(event)))
    expect(await effectsOf(db)).toEqual(status === 200 ? [event.id] : [])
  })

  test('a handler that never ends is rolled back at its time limit, and holds neither a connection nor its event', async () => {
    const { db } = await setUp()
    const { promise, resolve } = Promise.withResolvers<void>()
    const late: unknown[] = []
    let isHanging = true
    const handler = createHandler({
      secrets: secret,
      dedupe: kyselyDedupe(db),
      timeout: 500,
      on: {
        ping: async ({ id }, { tx }) => {
          const write = (note: string) => tx.insertInto('effect').values({ event_id: id, note }).execute()
          await write('first')
          if (!isHanging) return
          await promise
          await write('too late')
        },
      },
      onError: (error) => late.push(error),
    })
    const event = ping()
    // SQLite has one connection, PostgreSQL here ten.
    const hanging = await Promise.all(
      [event, ...Array.from({ length: 9 }, () => ping())].map(async (one) => answer(handler(await delivery(one)))),
    )
    expect(hanging.map(({ body }) => body.code)).toEqual(hanging.map(() => 'handler_timeout'))
    isHanging = false
    await soon(async () =>
      expect(await answer(handler(await delivery(event)))).toMatchObject({ body: { outcome: 'handled' } }),
    )
    const before = late.length
    resolve()
    await soon(() => expect(late.length).toBeGreaterThan(before))
    expect(await effectsOf(db)).toEqual([event.id])
  })

  test('the newest event of each subject is recognised in any order of delivery', async () => {
    const { db } = await setUp()
    const newest = (sequence: number, subject: string, org_id = 'org_1') =>
      db.transaction().execute((tx) => isNewest(tx, { org_id, sequence }, subject))
    expect(await newest(5, 'acct_1')).toBe(true)
    expect([await newest(4, 'acct_1'), await newest(5, 'acct_1')]).toEqual([false, false])
    // Each organisation has its own sequence.
    expect([await newest(3, 'acct_2'), await newest(1, 'acct_1', 'org_2')]).toEqual([true, true])
    expect(await newest(9, 'acct_1')).toBe(true)
    // A failed transaction has recorded nothing.
    const failing = db.transaction().execute(async (tx) => {
      await isNewest(tx, { org_id: 'org_1', sequence: 20 }, 'acct_1')
      throw new Error('rolled back')
    })
    await expect(failing).rejects.toThrow('rolled back')
    expect(await newest(10, 'acct_1')).toBe(true)
    // After a restore of the platform, new events have lower numbers.
    await kyselyCursors(db).reset?.('org_1', 6)
    expect(await newest(7, 'acct_1')).toBe(true)
    await forgetEvents(db, new Date(Date.now() + 60_000))
    expect(await newest(1, 'acct_1')).toBe(true)
  })

  test('an event that is given up is rolled back and done', async () => {
    const { db } = await setUp()
    const handler = handlerOn(db, () => {
      throw new PermanentError('no such account')
    })
    const event = ping()
    expect(await answer(handler(await delivery(event)))).toMatchObject({ status: 200, body: { outcome: 'abandoned' } })
    expect(await answer(handler(await delivery(event)))).toMatchObject({ status: 200, body: { outcome: 'duplicate' } })
    expect(await effectsOf(db)).toEqual([])
  })

  test('records of old events can be removed', async () => {
    const { db } = await setUp()
    const handler = handlerOn(db)
    const event = ping()
    await handler(await delivery(event))
    await forgetEvents(db, new Date(Date.now() - 60_000))
    expect(await answer(handler(await delivery(event)))).toMatchObject({ body: { outcome: 'duplicate' } })
    await forgetEvents(db, new Date(Date.now() + 60_000))
    expect(await answer(handler(await delivery(event)))).toMatchObject({ body: { outcome: 'handled' } })
  })

  test('a cursor is kept for each organisation, and never moves back', async () => {
    const { open, db } = await setUp()
    const cursors = kyselyCursors(db)
    expect(await cursors.get('org_1')).toBeUndefined()
    for (const sequence of [5, 9, 7]) await cursors.set('org_1', sequence)
    await cursors.set('org_2', 1)
    const again = kyselyCursors(open())
    expect([await again.get('org_1'), await again.get('org_2')]).toEqual([9, 1])
    await cursors.reset?.('org_1', 3)
    expect(await again.get('org_1')).toBe(3)
  })

  test('open events are kept for each organisation, lowest first', async () => {
    const { open, db } = await setUp()
    const events = kyselyCursors(db).open
    for (const sequence of [9, 5, 9, 7]) await events?.add('org_1', sequence)
    await events?.add('org_2', 1)
    await events?.remove('org_1', 7)
    await events?.remove('org_1', 8)
    const again = kyselyCursors(open()).open
    expect([await again?.list('org_1'), await again?.list('org_2')]).toEqual([[5, 9], [1]])
  })
})

describe('memory', () => {
  test('counts a handler that never ends as under way for 15 minutes after its time limit, and then releases its event', async () => {
    const handler = createHandler({
      secrets: secret,
      on: { ping: () => new Promise(silent) },
      timeout: 1,
      onError: silent,
    })
    const event = ping()
    expect((await handler(await delivery(event))).status).toBe(500)
    expect((await handler(await delivery(event))).status).toBe(409)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 901_000 })
    expect((await handler(await delivery(event))).status).toBe(500)
    vi.useRealTimers()
  })

  test('is bounded, and forgets the oldest first', async () => {
    const dedupe = memoryDedupe({ most: 2 })
    const work = async () => undefined
    for (const id of ['a', 'b', 'c']) expect(await dedupe.once(id, work)).toBe('handled')
    expect(await dedupe.once('c', work)).toBe('duplicate')
    expect(await dedupe.once('b', work)).toBe('duplicate')
    expect(await dedupe.once('a', work)).toBe('handled')
  })

  test('keeps each id for its ttl', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const dedupe = memoryDedupe({ ttl: 1000 })
    const work = async () => undefined
    await dedupe.once('a', work)
    vi.setSystemTime(Date.now() + 999)
    expect(await dedupe.once('a', work)).toBe('duplicate')
    vi.setSystemTime(Date.now() + 1)
    expect(await dedupe.once('a', work)).toBe('handled')
    vi.useRealTimers()
  })
})

import { sql } from 'kysely'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import type { Tx } from '../../packages/server/src/store/schema.ts'
import { openSqlite } from '../../packages/server/src/store/sqlite.ts'
import { type Store, StoreUnavailable } from '../../packages/server/src/store/store.ts'
import { countCommits } from '../support/commits.ts'
import { temporaryDirectory } from '../support/process.ts'

// A group takes no more transactions after some milliseconds, which is not what is tested here.
beforeEach(() => {
  const stopped = vi.spyOn(process, 'threadCpuUsage').mockReturnValue({ user: 0, system: 0 })
  onTestFinished(() => stopped.mockRestore())
})

async function open(): Promise<{ store: Store; directory: string }> {
  const directory = temporaryDirectory()
  const store = await openSqlite(directory)
  onTestFinished(() => store.close())
  return { store, directory }
}

const keep = (tx: Tx, name: string) => tx.insertInto('setting').values({ name, value: name }).execute()

const kept = async (store: Store): Promise<string[]> =>
  (await store.db.selectFrom('setting').select('name').orderBy('name').execute()).map(({ name }) => name)

/** A moment that is not reached by statements alone. */
const aTurn = () => new Promise((resolve) => setImmediate(resolve))

test('transactions that wait at the same time share a commit, and one that fails undoes only its own changes', async () => {
  const { store, directory } = await open()
  const before = countCommits(directory)
  const outcomes = await Promise.allSettled(
    Array.from({ length: 20 }, (_, n) =>
      store.transaction(async (tx) => {
        await keep(tx, `n${10 + n}`)
        if (n % 3 === 0) throw new Error(`refused ${n}`)
        return n
      }),
    ),
  )
  const expected = Array.from({ length: 20 }, (_, n) => (n % 3 === 0 ? `Error: refused ${n}` : n))
  expect(outcomes.map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason)))).toEqual(expected)
  expect(await kept(store)).toEqual(expected.flatMap((one, n) => (typeof one === 'number' ? [`n${10 + n}`] : [])))
  expect(countCommits(directory) - before).toBe(1)
})

test('a later transaction of a group sees what an earlier one wrote, and a reader sees it once it is answered', async () => {
  const { store } = await open()
  const first = store.transaction((tx) => keep(tx, 'one')).then(() => kept(store))
  const second = store.transaction(async (tx) => {
    const own = await tx.selectFrom('setting').select('name').execute()
    return { own: own.map(({ name }) => name), committed: await kept(store) }
  })
  expect(await second).toEqual({ own: ['one'], committed: [] })
  expect(await first).toEqual(['one'])
})

test('a transaction that waits for something else keeps nobody waiting, not even somebody for whose answer it waits', async () => {
  const { store } = await open()
  let runs = 0
  const first = store.transaction((tx) => keep(tx, 'first'))
  const waits = store.transaction(async (tx) => {
    runs++
    await keep(tx, 'waits')
    await first
    await aTurn()
    await keep(tx, 'has waited')
  })
  const last = store.transaction((tx) => keep(tx, 'last'))
  await Promise.all([first, waits, last])
  expect(await kept(store)).toEqual(['first', 'has waited', 'last', 'waits'])
  expect(runs).toBe(2)
})

test('a run that was given up for a second one changes nothing afterwards', async () => {
  const { store } = await open()
  const givenUp = Promise.withResolvers<unknown>()
  let runs = 0
  const first = store.transaction((tx) => keep(tx, 'first'))
  const second = store.transaction(async (tx) => {
    const run = ++runs
    await aTurn()
    await aTurn()
    try {
      await keep(tx, `run ${run}`)
    } catch (error) {
      givenUp.resolve(error)
      throw error
    }
    return run
  })
  expect(await givenUp.promise).toBeInstanceOf(StoreUnavailable)
  expect(await second).toBe(2)
  await first
  expect(await kept(store)).toEqual(['first', 'run 2'])
})

test('where SQLite itself undoes the group, all of it fails as unavailable and the next one begins anew', async () => {
  const { store } = await open()
  await store.transaction(async (tx) => {
    await sql`create trigger losing before insert on setting when new.name = 'lost'
      begin select raise(rollback, 'all is lost'); end`.execute(tx)
  })
  const outcomes = await Promise.allSettled(
    ['one', 'two', 'lost', 'three'].map((name) => store.transaction((tx) => keep(tx, name))),
  )
  expect(outcomes.map((one) => (one.status === 'fulfilled' ? 'kept' : one.reason.name))).toEqual([
    'StoreUnavailable',
    'StoreUnavailable',
    'Error',
    'kept',
  ])
  expect(await kept(store)).toEqual(['three'])
})

test('tasks of a group are announced after its commit, and those of a refused transaction never', async () => {
  const { store } = await open()
  const seen: unknown[] = []
  store.onLeft('events', (subjects) => seen.push([...subjects]))
  const write = (name: string) =>
    store.write({ now: 1 }, async (work) => {
      await keep(work.db, name)
      work.wake('events', name)
      work.afterCommit(() => seen.push(`after ${name}`))
      if (name === 'b') throw new Error('refused')
    })
  await Promise.all([write('a'), expect(write('b')).rejects.toThrow('refused'), write('c')])
  expect(seen).toEqual([['a'], 'after a', ['c'], 'after c'])
})

test('a long transaction has a commit of its own, and what waited before it is answered before it runs', async () => {
  const { store, directory } = await open()
  const before = countCommits(directory)
  const order: string[] = []
  const write = (name: string, isLong: boolean) =>
    store
      .transaction(
        async (tx) => {
          order.push(`${name} runs`)
          await keep(tx, name)
        },
        { isLong },
      )
      .then(() => order.push(`${name} is answered`))
  await Promise.all([write('a', false), write('b', false), write('long', true), write('c', false)])
  expect(order).toEqual([
    ...['a runs', 'b runs', 'a is answered', 'b is answered'],
    ...['long runs', 'long is answered', 'c runs', 'c is answered'],
  ])
  expect(countCommits(directory) - before).toBe(3)
})

test('a store that is closed first answers what waits', async () => {
  const directory = temporaryDirectory()
  const store = await openSqlite(directory)
  const writes = ['a', 'b'].map((name) => store.transaction((tx) => keep(tx, name)))
  await store.close()
  await Promise.all(writes)
  const again = await openSqlite(directory)
  expect(await kept(again)).toEqual(['a', 'b'])
  await again.close()
})

import {
  createHandler,
  type Dedupe,
  done,
  failed,
  fileReceipts,
  memoryCursors,
  memoryDedupe,
  notApplicable,
  pollOnce,
  type Receipt,
} from '@sendoff/sdk/webhooks'
import { createTables, kyselyDedupe } from '@sendoff/sdk/webhooks/kysely'
import { expect, expectTypeOf, test, vi } from 'vitest'
import { createEffects, databases } from './database.ts'
import { answer, delivery, ping, secret, silent } from './support.ts'

test.each([
  [done('Two sessions ended'), { status: 'done', details: 'Two sessions ended' }],
  [failed('Locked by an audit'), { status: 'failed', reason: 'Locked by an audit' }],
  [notApplicable(), { status: 'not_applicable' }],
  [{ status: 'done' }, { status: 'done' }],
  [undefined, undefined],
  [true, undefined],
  [{ status: 'ok' }, undefined],
  ['done', undefined],
])('the result of a handler, %j, is the receipt in the answer', async (result, receipt) => {
  const handler = createHandler({ secrets: secret, on: { ping: () => result } })
  const { status, body } = await answer(handler(await delivery(ping())))
  expect([status, body.outcome, body.receipt]).toEqual([200, 'handled', receipt])
})

test('a failure has a reason, by its type', () => {
  expectTypeOf(failed).parameter(0).toEqualTypeOf<string>()
  // @ts-expect-error The reason is missing.
  const without: Receipt = { status: 'failed' }
  expect(without.status).toBe('failed')
})

test('a handler that failed runs again when the event is delivered again, and one that is done gives its receipt again', async () => {
  const work = vi.fn<() => Receipt>(() => done()).mockReturnValueOnce(failed('Busy'))
  const handler = createHandler({ secrets: secret, on: { ping: work } })
  const event = ping()
  const receipts: unknown[] = []
  for (let times = 0; times < 3; times++) receipts.push((await answer(handler(await delivery(event)))).body)
  expect(receipts).toEqual([
    { outcome: 'handled', receipt: { status: 'failed', reason: 'Busy' } },
    { outcome: 'handled', receipt: { status: 'done' } },
    { outcome: 'duplicate', receipt: { status: 'done' } },
  ])
  expect(work).toHaveBeenCalledTimes(2)
})

test('a dedupe store that keeps no receipts answers a duplicate with a plain 2xx', async () => {
  const { once } = memoryDedupe()
  const dedupe: Dedupe = { once }
  const handler = createHandler({ secrets: secret, on: { ping: () => done() }, dedupe })
  const event = ping()
  await handler(await delivery(event))
  expect((await answer(handler(await delivery(event)))).body).toEqual({ outcome: 'duplicate' })
})

test.each(Object.entries(databases))(
  'on %s a receipt is kept in the transaction of the event, and a failure leaves nothing behind',
  async (_, create) => {
    const db = (await create()).open()
    await createTables(db)
    await createEffects(db)
    const results = [failed('Busy'), done('Ended')]
    const handler = () =>
      createHandler({
        secrets: secret,
        dedupe: kyselyDedupe(db),
        on: {
          ping: async (event, { tx }) => {
            await tx.insertInto('effect').values({ event_id: event.id, note: 'ended' }).execute()
            return results.shift()
          },
        },
      })
    const event = ping()
    const given = async () => (await answer(handler()(await delivery(event)))).body.receipt
    expect(await given()).toEqual(failed('Busy'))
    expect(await db.selectFrom('effect').selectAll().execute()).toEqual([])
    expect([await given(), await given()]).toEqual([done('Ended'), done('Ended')])
    expect(await db.selectFrom('effect').selectAll().execute()).toHaveLength(1)
  },
)

test('the receipt of an event from the feed is filed with the client, and a failure of that is tried again', async () => {
  const events = [ping({ sequence: 1, org_id: 'org_1' }), ping({ sequence: 2, org_id: 'org_1' })]
  const create = vi.fn(async (_: unknown): Promise<any> => ({}))
  create.mockRejectedValueOnce(Object.assign(new Error('none'), { code: 'receipt_not_found' }))
  create.mockRejectedValueOnce(new Error('out of reach'))
  const handler = createHandler({
    secrets: secret,
    on: { ping: () => done() },
    receipts: fileReceipts(
      (organization) => {
        expect(organization).toBe('org_1')
        return { receipts: { create } }
      },
      async (organization) => `whe_of_${organization}`,
    ),
  })
  const page = (after: number) => {
    const data = events.filter(({ sequence }) => sequence > after)
    return Promise.resolve({ data, next_cursor: null, last_sequence: 2 })
  }
  const list: any = ({ after }: { after: number }) =>
    Object.assign(page(after), {
      async *[Symbol.asyncIterator]() {
        yield* (await page(after)).data
      },
    })
  const reading = {
    client: { events: { list } },
    organization: 'org_1',
    handler,
    cursors: memoryCursors(),
    onError: silent,
  }
  await pollOnce(reading)
  await pollOnce(reading)
  expect(create.mock.calls.map(([receipt]) => receipt)).toEqual([
    { event_id: events[0]?.id, status: 'done', endpoint_id: 'whe_of_org_1' },
    { event_id: events[1]?.id, status: 'done', endpoint_id: 'whe_of_org_1' },
    { event_id: events[1]?.id, status: 'done', endpoint_id: 'whe_of_org_1' },
  ])
})

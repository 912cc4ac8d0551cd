import { createHandler, type Event } from '@sendoff/sdk/webhooks'
import { toNodeHandler } from '@sendoff/sdk/webhooks/node'
import { simulator, testEvent } from '@sendoff/sdk/webhooks/testing'
import { expect, expectTypeOf, test } from 'vitest'
import { ping, secret, serve, silent } from './support.ts'

const events = Array.from({ length: 20 }, () => ping())

function recorder() {
  const heard: string[] = []
  return { heard, on: { ping: ({ id }: Event) => void heard.push(id) } }
}

test('on a good day every event arrives once and in order', async () => {
  const { heard, on } = recorder()
  const report = await simulator({ secret, send: createHandler({ secrets: secret, on }) }).deliver(events)
  expect(report).toEqual({ statuses: { 200: 20 }, undelivered: 0, forgeries: 0 })
  expect(heard).toEqual(events.map(({ id }) => id))
})

test('on a bad day events arrive several times and in another order, the same for the same seed', async () => {
  const orderOf = async (seed: number) => {
    const order: string[] = []
    const send = async (request: Request) => {
      order.push(String(request.headers.get('webhook-id')))
      return new Response()
    }
    await simulator({ secret, send, seed }).deliver(events, { copies: 3, reorder: true })
    return order
  }
  const [first, again, other] = [await orderOf(7), await orderOf(7), await orderOf(8)]
  expect(first).toEqual(again)
  expect(first).not.toEqual(other)
  expect(first.toSorted()).toEqual(events.flatMap(({ id }) => [id, id, id]).toSorted())
})

test('a receiver that trusts everything is detected, and so is one that loses something', async () => {
  const gullible = await simulator({ secret, send: async () => new Response() }).deliver(events, { corrupt: 1 })
  expect(gullible).toEqual({ statuses: { 200: 40 }, undelivered: 0, forgeries: 20 })
  const send = async () => new Response(null, { status: 500 })
  const broken = await simulator({ secret, send }).deliver(events.slice(0, 2), { attempts: 3 })
  expect(broken).toEqual({ statuses: { 500: 6 }, undelivered: 2, forgeries: 0 })
})

test('a receiver on a port is reached with fetch', async () => {
  const { heard, on } = recorder()
  const url = await serve(toNodeHandler(createHandler({ secrets: secret, on, onError: silent })))
  const report = await simulator({ secret, send: fetch, url }).deliver(events, {
    copies: 2,
    concurrency: 10,
    corrupt: 0.5,
  })
  expect(report).toMatchObject({ undelivered: 0, forgeries: 0 })
  expect(heard.toSorted()).toEqual(events.map(({ id }) => id).toSorted())
})

test('a test event has the type of its data', () => {
  const event = testEvent('ping', { endpoint_id: 'whe_1' }, { org_id: 'org_7', sequence: 3 })
  expect(event).toMatchObject({ type: 'ping', org_id: 'org_7', sequence: 3, api_version: '1.0' })
  expectTypeOf(event.data.endpoint_id).toEqualTypeOf<string>()
  // @ts-expect-error: a ping names its endpoint
  testEvent('ping', {})
})

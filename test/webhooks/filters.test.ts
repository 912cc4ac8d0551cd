import { eventTypes } from '@sendoff/api'
import { expect, test } from 'vitest'
import { createEndpoint, PATH, settle, webhookToken } from '../support/endpoints.ts'
import { unlink } from '../support/events.ts'
import { onEachStore } from '../support/platform.ts'
import { startReceiver } from '../support/receiver.ts'

const url = 'http://127.0.0.1:9/webhooks'
const UNLINKED = 'organization.association.unlinked'

test('there is a wildcard for every prefix of a type, and for no other', async () => {
  const { readDocument } = await import('../support/contract/document.ts')
  const documented = readDocument().components.schemas.EventTypeFilter?.anyOf?.[1]?.enum as string[]
  const wildcards = Object.keys(eventTypes).flatMap((type) => {
    const names = type.split('.')
    return names.map((_, index) => [...names.slice(0, index), '*'].join('.'))
  })
  expect(documented.toSorted()).toEqual([...new Set(wildcards)].toSorted())
})

onEachStore((platform) => {
  test('an endpoint receives the types that match its filters: exact, below a prefix, all', async () => {
    const token = await webhookToken(platform())
    const wanted = [['*'], ['organization.*'], ['organization.association.*', UNLINKED], [UNLINKED]]
    const unwanted = [['member.*'], ['organization.dissolved', 'app.*'], ['webhook_endpoint.*']]
    const receivers = []
    for (const event_types of [...wanted, ...unwanted]) {
      const receiver = await startReceiver()
      const { event_types: kept } = await createEndpoint(platform(), token, receiver.url, { event_types })
      expect(kept).toEqual(event_types)
      receivers.push(receiver)
    }
    await unlink(platform(), platform().association('upstream'))
    await settle(platform())
    expect(receivers.map(({ received }) => received.length)).toEqual([1, 1, 1, 1, 0, 0, 0])
  })

  test('an unknown type and a pattern that matches none are refused with a pointer', async () => {
    const token = await webhookToken(platform())
    const { endpoint_id } = await createEndpoint(platform(), token, url)
    for (const one of ['member.gone', 'member', 'mem*', 'ping.*', '*.departed', 'member.**', '']) {
      for (const [method, path, more] of [
        ['POST', PATH, { url }],
        ['PATCH', `${PATH}/${endpoint_id}`, {}],
      ] as const) {
        const { status, body } = await platform().call(method, path, {
          token,
          body: { ...more, event_types: ['ping', one] },
        })
        expect([status, body.errors], one).toEqual([
          400,
          [{ in: 'body', pointer: '/event_types/1', detail: expect.stringContaining('GET /v1.0/event-types lists') }],
        ])
      }
    }
    expect((await platform().get(PATH, token)).body.data).toMatchObject([{ endpoint_id, event_types: null }])
  })

  test('a changed filter counts from the next event on', async () => {
    const receiver = await startReceiver()
    const token = await webhookToken(platform())
    const { endpoint_id } = await createEndpoint(platform(), token, receiver.url, { event_types: ['member.*'] })
    await unlink(platform(), platform().association('upstream'))
    const change = (event_types: string[] | null) =>
      platform().call('PATCH', `${PATH}/${endpoint_id}`, { token, body: { event_types } })
    expect((await change(['organization.*'])).body.event_types).toEqual(['organization.*'])
    await unlink(platform(), platform().association('downstream'))
    expect((await change(null)).body.event_types).toBeNull()
    await settle(platform())
    expect(receiver.received).toHaveLength(1)
  })
})

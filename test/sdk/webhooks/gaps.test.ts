import { request as forward } from 'node:http'
import { createClient } from '@sendoff/sdk'
import {
  catchUp,
  createHandler,
  type Event,
  EventsExpiredError,
  type Gap,
  memoryCursors,
  watchGaps,
} from '@sendoff/sdk/webhooks'
import { toNodeHandler } from '@sendoff/sdk/webhooks/node'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { must, onEachStore, type Platform } from '../../support/platform.ts'
import { soon } from '../../support/soon.ts'
import { delivery, ping, secret, serve, silent } from './support.ts'

describe('a gap', () => {
  async function watching(onGap: (gap: Gap) => unknown, patience = 0) {
    const cursors = memoryCursors()
    const handler = createHandler({
      secrets: secret,
      on: { ping: silent },
      gaps: watchGaps({ onGap, cursors, patience }),
      onError: silent,
    })
    const deliver = async (...sequences: number[]) => {
      for (const sequence of sequences)
        expect((await handler(await delivery(ping({ sequence, org_id: 'org_1' })))).status).toBe(200)
    }
    return { cursors, deliver }
  }

  test('does not exist if every sequence arrives, nor before the first that ever arrived', async () => {
    const onGap = vi.fn()
    const { cursors, deliver } = await watching(onGap)
    await deliver(7, 8, 9)
    await soon(() => expect(cursors.get('org_1')).toBe(9))
    expect(onGap).not.toHaveBeenCalled()
  })

  test('is reported with its bounds, and the cursor stays before it until it is closed', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const onGap = vi.fn(() => promise)
    const { cursors, deliver } = await watching(onGap)
    await deliver(4)
    await soon(() => expect(cursors.get('org_1')).toBe(4))
    await deliver(7)
    await soon(() => expect(onGap).toHaveBeenCalledOnce())
    expect(onGap.mock.calls[0]).toEqual([{ organization: 'org_1', after: 4, before: 7 }, expect.any(Function)])
    expect(cursors.get('org_1')).toBe(4)
    resolve()
    await soon(() => expect(cursors.get('org_1')).toBe(7))
  })

  test('does not exist if deliveries only overtook each other', async () => {
    const onGap = vi.fn()
    const { cursors, deliver } = await watching(onGap, 1000)
    await deliver(1)
    await soon(() => expect(cursors.get('org_1')).toBe(1))
    // No time passes until all of them have arrived.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    await deliver(3, 4, 2)
    await vi.advanceTimersByTimeAsync(1000)
    expect(cursors.get('org_1')).toBe(4)
    expect(onGap).not.toHaveBeenCalled()
  })

  test('that could not be closed is tried again', async () => {
    const onGap = vi.fn().mockRejectedValueOnce(new Error('the platform is down'))
    const { cursors, deliver } = await watching(onGap)
    await deliver(1)
    await soon(() => expect(cursors.get('org_1')).toBe(1))
    await deliver(3)
    await soon(() => expect(cursors.get('org_1')).toBe(3))
    expect(onGap).toHaveBeenCalledTimes(2)
  })
})

/** Forwards deliveries except those that it swallows; to the platform all look received. */
async function lossyProxy(target: string, swallows: (event: Event) => boolean) {
  const swallowed: string[] = []
  const url = await serve(async (req, res) => {
    const chunks: Buffer[] = []
    for await (const chunk of req) chunks.push(chunk)
    const body = Buffer.concat(chunks)
    const event: Event = JSON.parse(body.toString())
    if (swallows(event)) {
      swallowed.push(event.id)
      res.writeHead(204).end()
      return
    }
    const passed = forward(
      target,
      { method: 'POST', headers: { ...req.headers, host: new URL(target).host } },
      (answer) => {
        res.writeHead(answer.statusCode ?? 502)
        answer.pipe(res)
      },
    )
    passed.on('error', () => res.writeHead(502).end())
    passed.end(body)
  })
  return { url, swallowed }
}

onEachStore((platform) => {
  async function consumer(swallows: (event: Event) => boolean, fails: (event: Event) => boolean = () => false) {
    const [organization] = platform().data.organizations
    const app = must(organization?.apps[0])
    const client = createClient({
      baseUrl: platform().base,
      clientId: app.client_id,
      clientSecret: app.client_secret,
      scopes: ['event:read', 'member:read', 'member:condition:write', 'webhook:write'],
    })
    const types = ['member.condition_changed'] as const
    const heard: Event[] = []
    const gaps: Gap[] = []
    const close = catchUp(client, { types: [...types] })
    let secrets: string | string[] = []
    const cursors = memoryCursors()
    const onError = vi.fn()
    const handler = createHandler({
      secrets: () => secrets,
      on: {
        'member.condition_changed': (event) => {
          if (fails(event)) throw new Error('not now')
          heard.push(event)
        },
      },
      onError,
      // The clock of the sandbox is moved.
      tolerance: Infinity,
      gaps: watchGaps({
        cursors,
        patience: 100,
        onGap: (gap, process) => {
          gaps.push(gap)
          return close(gap, process)
        },
      }),
    })
    const target = await serve(toNodeHandler(handler))
    const proxy = await lossyProxy(target, swallows)
    const endpoint = await client.webhookEndpoints.create({ url: proxy.url, event_types: [...types] })
    secrets = endpoint.secret
    return { client, heard, gaps, proxy, cursors, onError, organization: must(organization) }
  }

  /** Records the events with these numbers, without the last, for the endpoint. */
  async function change(
    client: Awaited<ReturnType<typeof consumer>>['client'],
    of: Platform,
    from: number,
    to: number,
  ) {
    const { org_id } = must(of.data.organizations[0])
    const { account_id } = of.member(org_id, 'member')
    for (let times = from; times < to; times++) {
      await client.members.setCondition({ account_id, condition: times % 2 === 0 ? 'frozen' : 'normal' })
    }
  }

  test('a lost delivery is noticed with the next event, and its event is handled, once, from the feed', async () => {
    // Chosen by number, because deliveries overtake each other: if the last one were lost, no later one would show it.
    const { client, heard, gaps, proxy, cursors, organization } = await consumer(({ sequence }) =>
      [3, 4, 7].includes(sequence),
    )
    await change(client, platform(), 0, 1)
    // The watch begins with the first that arrives.
    await soon(() => expect(heard).toHaveLength(1))
    await change(client, platform(), 1, 10)
    await soon(() => expect(heard).toHaveLength(10))
    const feed = await client.events.list({ types: ['member.condition_changed'], limit: 200 })
    expect(heard.map(({ id }) => id).toSorted()).toEqual(feed.data.map(({ id }) => id).toSorted())
    expect(proxy.swallowed).toHaveLength(3)
    expect(gaps.length).toBeGreaterThan(0)
    await soon(() => expect(cursors.get(organization.org_id)).toBe(feed.data.at(-1)?.sequence))
  })

  test('a loss is found after 31 days without an event of the type, and expired events are reported once', async () => {
    let losing = false
    const { client, heard, cursors, onError, proxy, organization } = await consumer(() => losing)
    await change(client, platform(), 0, 1)
    await soon(() => expect(heard).toHaveLength(1))
    // Nothing shows these before they expire.
    losing = true
    await change(client, platform(), 1, 4)
    await soon(() => expect(proxy.swallowed).toHaveLength(3))
    await platform().advance('P31D')
    await change(client, platform(), 4, 5)
    await soon(() => expect(proxy.swallowed).toHaveLength(4))
    losing = false
    await change(client, platform(), 5, 6)
    await soon(() => expect(heard).toHaveLength(3))
    const [last] = heard.map(({ sequence }) => sequence).toSorted((a, b) => b - a)
    await soon(() => expect(cursors.get(organization.org_id)).toBe(last))
    expect(onError.mock.calls).toEqual([[expect.any(EventsExpiredError), undefined]])
  })

  test('a loss is found behind an event whose handler always fails, which stays open until it can be handled', async () => {
    let failing: number | undefined = 3
    const { client, heard, cursors, organization } = await consumer(
      ({ sequence }) => sequence === 3 || sequence === 4,
      ({ sequence }) => sequence === failing,
    )
    await change(client, platform(), 0, 1)
    await soon(() => expect(heard).toHaveLength(1))
    await change(client, platform(), 1, 6)
    await soon(() => expect(heard.map(({ sequence }) => sequence)).toContain(4))
    const open = () => cursors.open?.list(organization.org_id)
    await soon(() => expect(open()).toEqual([3]))
    failing = undefined
    await soon(() => expect(heard.map(({ sequence }) => sequence)).toContain(3))
    await soon(() => expect(open()).toEqual([]))
  })
})

import { request } from 'node:http'
import { expect, test, vi } from 'vitest'
import type { OrganizationActor } from '../../packages/server/src/actor.ts'
import { createFeed } from '../../packages/server/src/events/feed.ts'
import { followEvents } from '../../packages/server/src/events/follow.ts'
import { inDatabase, rows } from '../support/database.ts'
import { everyType, unlink } from '../support/events.ts'
import { countTo, pinger, sequencesOf, untilWaiting, waiters } from '../support/pings.ts'
import { must, onEachStore, type Platform } from '../support/platform.ts'
import { openStream } from './stream.ts'

onEachStore((platform) => {
  const open = (token: string, query = '', headers?: Record<string, string>) =>
    openStream(`${platform().base}/v1.0/events/stream${query}`, token, headers)

  test('a stream gives the events that there are and then each as it happens, as it is delivered', async () => {
    const app = await pinger(platform())
    await app.ping()
    const stream = await open(app.token)
    await stream.until(1)
    await app.ping()
    await stream.until(2)
    await app.receiver.until((received) => received.length === 2)
    expect(stream.status).toBe(200)
    const delivered = app.receiver.received.map(({ event, body }) => ({ event, text: body.toString() }))
    expect(stream.messages.map(({ text }) => text)).toEqual([
      'retry: 1000',
      ...delivered
        .toSorted((a, b) => a.event.sequence - b.event.sequence)
        .map(({ event, text }) => `id: ${event.sequence}\nevent: ping\ndata: ${text}`),
    ])
    expect(Object.fromEntries(stream.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
      'x-request-id': expect.any(String),
    })
  })

  test('a client that reconnects continues after Last-Event-ID, which has precedence over after', async () => {
    const app = await pinger(platform())
    for (const _ of countTo(4)) await app.ping()
    const back = await open(app.token, '?after=1', { 'last-event-id': '2' })
    const begun = await open(app.token, '?after=1')
    await Promise.all([back.until(2), begun.until(3)])
    expect(sequencesOf(back.events())).toEqual([3, 4])
    expect(sequencesOf(begun.events())).toEqual([2, 3, 4])
  })

  test('a stream holds the types that were asked for, and that the token may read', async () => {
    const app = await pinger(platform())
    await app.ping()
    const associations = await open(app.token, '?types=organization.association.*')
    const without = await open(await platform().appToken(app.orgId, 'event:read', 'org:association:read'))
    await unlink(platform(), platform().association('upstream'))
    await Promise.all([associations.until(1), without.until(1)])
    await app.ping()
    await unlink(platform(), platform().association('downstream'))
    await Promise.all([associations.until(2), without.until(2)])
    const expected = ['organization.association.unlinked', 'organization.association.unlinked']
    expect(associations.events().map(({ type }) => type)).toEqual(expected)
    expect(without.events().map(({ type }) => type)).toEqual(expected)
  })

  test('the stream of an app whose authorization ends is over, without the event after that', async () => {
    const third = must(platform().data.third_party_apps[0])
    const { org_id } = platform().organization(0)
    const resource = `${platform().base}/v1.0/organizations/${org_id}`
    const scopes = ['event:read', 'org:association:read'] as const
    const stream = await open(await platform().clientToken(third, [...scopes], resource))
    await unlink(platform(), platform().association('upstream'))
    await stream.until(1)
    await endAuthorization(platform(), org_id)
    await unlink(platform(), platform().association('downstream'))
    await stream.ended
    expect(stream.events()).toHaveLength(1)
    expect(await waiters(platform())).toBe(0)
  })

  test('the stream of an app that is suspended ends, though nothing happens', async () => {
    const app = await pinger(platform())
    const stream = await open(app.token)
    await untilWaiting(platform(), 1)
    const suspend = "update app set status = 'suspended' where app_id = $1"
    await inDatabase(platform(), (run) => run(suspend, must(platform().organization(0).apps[0]).app_id))
    await stream.ended
    expect(await waiters(platform())).toBe(0)
  })

  test('a stream ends when its token expires', async () => {
    const app = await pinger(platform())
    const stream = await open(app.token)
    await untilWaiting(platform(), 1)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_601_000 })
    try {
      await stream.ended
    } finally {
      vi.useRealTimers()
    }
  })

  test('a client that hangs up frees its place', async () => {
    const app = await pinger(platform())
    const stream = await open(app.token)
    await untilWaiting(platform(), 1)
    stream.hangUp()
    await untilWaiting(platform(), 0)
  })

  test('a client that reads nothing for a while holds up no other client, and then gets everything once', async () => {
    const app = await pinger(platform())
    await fill(platform(), app.orgId, 2000)
    const req = request(`${platform().base}/v1.0/events/stream`, { headers: { authorization: `Bearer ${app.token}` } })
    const got = await new Promise<NodeJS.ReadableStream & { destroy(): void }>((resolve) =>
      req.on('response', resolve).end(),
    )
    // While it reads nothing, the server answers others; when it reads, the stream continues.
    for (const _ of countTo(20)) expect((await app.poll('limit=1')).status).toBe(200)
    let text = ''
    for await (const chunk of got) {
      text += chunk
      if (text.includes('\nid: 2000\n')) break
    }
    expect([...text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id))).toEqual(countTo(2000))
  })

  test('a HEAD request is answered without waiting', async () => {
    const app = await pinger(platform())
    for (const path of ['/v1.0/events/stream', '/v1.0/events?wait=30']) {
      const headers = { authorization: `Bearer ${app.token}` }
      const response = await fetch(platform().base + path, { method: 'HEAD', headers })
      expect([response.status, await response.text()]).toEqual([200, ''])
    }
    await untilWaiting(platform(), 0)
  })

  test.each(['x', '-1', '1.5', '9007199254740992', '1, 2'])('a Last-Event-ID of %s is refused', async (id) => {
    const token = await platform().appToken(platform().organization(0).org_id, ...everyType)
    const refused = await platform().get('/v1.0/events/stream', token, { headers: { 'last-event-id': id } })
    expect([refused.status, refused.body.code]).toEqual([400, 'invalid_request'])
    expect(refused.body.errors).toEqual([{ in: 'header', pointer: '/Last-Event-ID', detail: expect.any(String) }])
  })

  test('a cursor older than what is kept is refused, before the stream begins', async () => {
    const app = await pinger(platform())
    await app.ping()
    await platform().advance('P31D')
    await app.ping()
    await app.ping()
    const token = await platform().appToken(app.orgId, ...everyType)
    await inDatabase(platform(), async (run) => {
      await run('delete from event where org_id = $1 and sequence <= 2', app.orgId)
      await run('update organization set first_sequence = 3 where org_id = $1', app.orgId)
    })
    for (const path of ['/v1.0/events?after=1&wait=30', '/v1.0/events/stream?after=1']) {
      const { status, body } = await platform().get(path, token)
      expect([status, body.code, body.oldest_sequence]).toEqual([410, 'cursor_expired', 3])
    }
  })

  test('15 seconds without an event are a sign of life, which says up to where was looked', async () => {
    const app = await pinger(platform())
    await app.ping()
    const actor = {
      type: 'app',
      id: 'app_1',
      orgId: app.orgId,
      scopes: new Set(everyType),
    } as unknown as OrganizationActor
    await rows(platform(), async (db) => {
      const store = { dialect: 'sqlite', db, onLeft() {} } as never
      const feed = createFeed({ store, logger: undefined as never })
      const again = async () => actor
      const waiting = { gone: new AbortController().signal, again }
      const stream = await followEvents({ db, now: 0 }, actor, { after: 0 }, { ...waiting, feed })
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
      try {
        const said: unknown[] = []
        let seconds = 0
        const next = stream[Symbol.asyncIterator]().next()
        void next.then(({ value }) => said.push(value))
        while (said.length === 0) {
          expect(seconds).toBeLessThan(16)
          await vi.advanceTimersByTimeAsync(1000)
          seconds++
        }
        expect([said, seconds]).toEqual([[{ alive: 1 }], 15])
      } finally {
        vi.useRealTimers()
        feed.close()
      }
    })
  })
})

async function endAuthorization(platform: Platform, orgId: string): Promise<void> {
  const founder = await platform.userToken(platform.member(orgId, 'founder').account_id, 'app:read', 'app:write')
  const { body } = await platform.get('/v1.0/authorizations', founder)
  await platform.call('DELETE', `/v1.0/authorizations/${body.data[0].authorization_id}`, { token: founder })
}

/** Puts events into an organisation, more than a connection holds. */
async function fill(platform: Platform, orgId: string, count: number): Promise<void> {
  await inDatabase(platform, async (run) => {
    for (const sequence of countTo(count)) {
      const body = JSON.stringify({ sequence, text: 'x'.repeat(4000) })
      const insert = `insert into event (org_id, sequence, event_id, type, body, created_at)
        values ($1, $2, $3, 'organization.dissolved', $4, $5)`
      await run(insert, orgId, sequence, `evt_${sequence}`, body, Date.now())
    }
    await run('update organization set last_sequence = $1 where org_id = $2', count, orgId)
  })
}

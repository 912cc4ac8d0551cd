import { createClient, SendoffError } from '@sendoff/sdk'
import {
  createHandler,
  type Event,
  type FollowOptions,
  memoryCursors,
  poll,
  pollOnce,
  stream,
} from '@sendoff/sdk/webhooks'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { soon } from '../../support/soon.ts'
import { feedServer, pings } from './feed-server.ts'
import { silent } from './support.ts'

const follow = { organization: 'org_1', onError: silent }
const scopes = ['event:read'] as const

/** A signal that is aborted when the test is over, and the promise of the follower. */
function following(start: (signal: AbortSignal) => Promise<void>) {
  const controller = new AbortController()
  const ended = start(controller.signal)
  ended.catch(silent)
  onTestFinished(async () => {
    controller.abort()
    await ended.catch(silent)
  })
  return { ended, stop: () => controller.abort() }
}

function recorder(fail: (event: Event) => void = silent) {
  const heard: number[] = []
  const handler = createHandler({
    secrets: [],
    on: {
      ping: (event) => {
        fail(event)
        heard.push(event.sequence)
      },
    },
  })
  return { heard, handler }
}

/** The same tests for poll and stream. */
const ways = {
  poll: (base: string, options: FollowOptions) => {
    const client = createClient({ baseUrl: base, token: 't', scopes, maxRetries: 0 })
    return poll({ client, ...options, wait: 20 })
  },
  stream: (base: string, options: FollowOptions) =>
    stream({ ...options, connect: { baseUrl: base, token: 't', scopes } }),
}

describe.each(Object.entries(ways))('by %s', (_, way) => {
  test('existing and new events are handled in order, and the cursor follows', async () => {
    const server = await feedServer(pings(1, 5))
    const { heard, handler } = recorder()
    const cursors = memoryCursors()
    const { ended, stop } = following((signal) => way(server.base, { ...follow, handler, cursors, signal }))
    await soon(() => expect(heard).toEqual([1, 2, 3, 4, 5]))
    server.add(...pings(6, 8))
    await soon(() => expect(heard).toEqual([1, 2, 3, 4, 5, 6, 7, 8]))
    await soon(() => expect(cursors.get('org_1')).toBe(8))
    stop()
    await ended
  })

  test('reading continues at the cursor, with the given types', async () => {
    const server = await feedServer(pings(1, 5))
    const { heard, handler } = recorder()
    const cursors = memoryCursors()
    cursors.set('org_1', 3)
    following((signal) => way(server.base, { ...follow, handler, cursors, types: ['ping', 'member.departed'], signal }))
    await soon(() => expect(heard).toEqual([4, 5]))
    expect(server.asked[0]?.searchParams.get('types')).toBe('ping,member.departed')
  })

  test('an event whose handler fails is tried again before any other', async () => {
    const server = await feedServer(pings(1, 3))
    let failures = 0
    const { heard, handler } = recorder(({ sequence }) => {
      if (sequence === 2 && failures++ < 2) throw Object.assign(new Error('not now'), { status: 400 })
    })
    const onError = vi.fn()
    const cursors = memoryCursors()
    following((signal) => way(server.base, { ...follow, handler, cursors, onError, signal }))
    await soon(() => expect(heard).toEqual([1, 2, 3]))
    expect(onError.mock.calls.map(([error, event]) => [error.message, event.sequence])).toEqual([
      ['not now', 2],
      ['not now', 2],
    ])
  })

  test('reading survives an outage', async () => {
    const faults: { status?: number } = { status: 503 }
    const server = await feedServer(pings(1, 2), faults)
    const { heard, handler } = recorder()
    const onError = vi.fn(() => {
      delete faults.status
    })
    following((signal) => way(server.base, { ...follow, handler, cursors: memoryCursors(), onError, signal }))
    await soon(() => expect(heard).toEqual([1, 2]))
    expect(onError).toHaveBeenCalledOnce()
  })

  test('a final refusal ends the reading', async () => {
    const server = await feedServer([], { status: 410 })
    const { handler } = recorder()
    const { ended } = following((signal) => way(server.base, { ...follow, handler, cursors: memoryCursors(), signal }))
    await expect(ended).rejects.toBeInstanceOf(SendoffError)
    await expect(ended).rejects.toMatchObject({ code: 'cursor_expired' })
  })

  test('an event that came as a webhook too is handled once', async () => {
    const events = pings(1, 3)
    const server = await feedServer(events)
    const { heard, handler } = recorder()
    await handler.process(events[1] as Event)
    following((signal) => way(server.base, { ...follow, handler, cursors: memoryCursors(), signal }))
    await soon(() => expect(heard).toEqual([2, 1, 3]))
  })
})

describe('events that were missed, read at start', () => {
  test('are handled in order, whatever the number of pages', async () => {
    const { base } = await feedServer(pings(1, 5))
    const { heard, handler } = recorder()
    const client = createClient({ baseUrl: base, token: 't', scopes })
    await pollOnce({ client, organization: 'org_1', handler, cursors: memoryCursors(), from: 1 })
    expect(heard).toEqual([2, 3, 4, 5])
    const forgetful = { get: () => undefined, set: silent }
    const again = recorder()
    await pollOnce({ client, organization: 'org_1', handler: again.handler, cursors: forgetful })
    expect(again.heard).toEqual([1, 2, 3, 4, 5])
  })

  test('are followed by the cursor past events of other types, so that it does not expire', async () => {
    const { base, asked } = await feedServer(pings(1, 3))
    const { heard, handler } = recorder()
    const cursors = memoryCursors()
    const client = createClient({ baseUrl: base, token: 't', scopes })
    await pollOnce({ client, organization: 'org_1', handler, cursors, types: ['member.departed'] })
    expect(heard).toEqual([])
    expect(cursors.get('org_1')).toBe(3)
    expect(asked.map(({ searchParams }) => searchParams.get('types'))).toEqual(['member.departed'])
  })
})

describe('a stream', () => {
  test('that breaks off is reopened at the cursor, without a missing or repeated event', async () => {
    const server = await feedServer(pings(1, 2))
    const { heard, handler } = recorder()
    const connect = { baseUrl: server.base, token: 't', scopes }
    following((signal) => stream({ ...follow, handler, cursors: memoryCursors(), connect, signal }))
    for (const far of [2, 4, 6]) {
      await soon(() => expect(heard).toHaveLength(far))
      server.cut()
      server.add(...pings(far + 1, far + 2))
    }
    await soon(() => expect(heard).toEqual([1, 2, 3, 4, 5, 6, 7, 8]))
    expect(server.lastIds).toEqual([0, 2, 4, 6])
  })

  test('without a heartbeat is reopened', async () => {
    const server = await feedServer([])
    const { handler } = recorder()
    const connect = { baseUrl: server.base, token: 't', scopes }
    following((signal) => stream({ ...follow, handler, cursors: memoryCursors(), connect, silence: 30, signal }))
    await soon(() => expect(server.lastIds.length).toBeGreaterThanOrEqual(2))
  })

  test('gets its token from the credentials of the app', async () => {
    const server = await feedServer(pings(1, 1))
    const { heard, handler } = recorder()
    const connect = { baseUrl: server.base, clientId: 'app_1', clientSecret: 's', scopes }
    following((signal) => stream({ ...follow, handler, cursors: memoryCursors(), connect, signal }))
    await soon(() => expect(heard).toEqual([1]))
    expect(server.tokens[1]).toBe('Bearer t1')
  })

  test('is requested from https or loopback only', async () => {
    const { handler } = recorder()
    const connect = { baseUrl: 'http://sendoff.test', token: 't', scopes }
    const call = stream({ ...follow, handler, cursors: memoryCursors(), connect })
    await expect(call).rejects.toThrow('must be an https: URL')
  })
})

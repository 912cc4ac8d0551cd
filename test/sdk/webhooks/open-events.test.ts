import { createClient } from '@sendoff/sdk'
import {
  type Cursors,
  catchUp,
  createHandler,
  type Event,
  EventsExpiredError,
  type FollowOptions,
  memoryCursors,
  NotHandledError,
  poll,
  pollOnce,
  stream,
  watchGaps,
} from '@sendoff/sdk/webhooks'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { soon } from '../../support/soon.ts'
import { feedServer, pings } from './feed-server.ts'
import { delivery, secret, silent } from './support.ts'

const organization = 'org_1'
const scopes = ['event:read'] as const

/** A handler that fails for the sequences in `failing`, and records the others. */
function recorder(...failing: number[]) {
  const fails = new Set(failing)
  const heard: number[] = []
  const onError = vi.fn()
  const ping = ({ sequence }: Event) => {
    if (fails.has(sequence)) throw new Error(`not ${sequence}`)
    heard.push(sequence)
  }
  return { fails, heard, onError, handler: createHandler({ secrets: secret, on: { ping }, onError: silent }) }
}

/** A store of a user, with cursors only. */
function plainCursors(): Cursors & { readonly stored: Map<string, number> } {
  const stored = new Map<string, number>()
  return {
    stored,
    get: (name) => stored.get(name),
    set: (name, sequence) => void stored.set(name, Math.max(sequence, stored.get(name) ?? 0)),
  }
}

const clientOf = (base: string) => createClient({ baseUrl: base, token: 't', scopes, maxRetries: 0 })

describe('read at start, an event whose handler always fails', () => {
  test('is reported and recorded as open, later ones are handled, and the next time it is tried again', async () => {
    const { base } = await feedServer(pings(1, 5))
    const { fails, heard, handler, onError } = recorder(2)
    const cursors = memoryCursors()
    const read = () => pollOnce({ client: clientOf(base), organization, handler, cursors, onError })
    await read()
    expect(heard).toEqual([1, 3, 4, 5])
    expect(onError.mock.calls.map(([{ message }, event]) => [message, event.sequence])).toEqual([['not 2', 2]])
    expect([cursors.get(organization), await cursors.open?.list(organization)]).toEqual([5, [2]])
    await read()
    expect(await cursors.open?.list(organization)).toEqual([2])
    fails.clear()
    await read()
    expect(heard).toEqual([1, 3, 4, 5, 2])
    expect(await cursors.open?.list(organization)).toEqual([])
  })

  test('is not lost by a store with cursors only, which stays before it', async () => {
    const { base } = await feedServer(pings(1, 5))
    const { fails, heard, handler, onError } = recorder(2)
    const cursors = plainCursors()
    const read = () => pollOnce({ client: clientOf(base), organization, handler, cursors, onError })
    await read()
    expect([heard, cursors.stored.get(organization)]).toEqual([[1, 3, 4, 5], 1])
    fails.clear()
    await read()
    expect([heard, cursors.stored.get(organization)]).toEqual([[1, 3, 4, 5, 2], 5])
  })

  test('is one of at most a thousand: then the cursor stays, and nothing is lost', async () => {
    const { base } = await feedServer(pings(1, 3))
    const { handler, onError, heard } = recorder(1, 2, 3)
    const cursors = memoryCursors()
    for (let sequence = 2001; sequence < 3000; sequence++) await cursors.open?.add(organization, sequence)
    const open = { ...cursors.open, list: vi.fn(async () => [...((await cursors.open?.list(organization)) ?? [])]) }
    const read = { ...cursors, open: { ...must(cursors.open), list: open.list } }
    // They have expired and are tried in vain.
    open.list.mockResolvedValueOnce([])
    await pollOnce({ client: clientOf(base), organization, handler, cursors: read, onError })
    expect([heard, cursors.get(organization)]).toEqual([[], 1])
    expect(onError).toHaveBeenCalledTimes(2)
  })
})

function must<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('missing')
  return value
}

const ways = {
  poll: (base: string, options: FollowOptions) => poll({ client: clientOf(base), ...options, wait: 20 }),
  stream: (base: string, options: FollowOptions) =>
    stream({ ...options, connect: { baseUrl: base, token: 't', scopes } }),
}

describe.each(Object.entries(ways))('followed by %s', (_, way) => {
  function follow(base: string, options: Omit<FollowOptions, 'organization' | 'signal'>) {
    const controller = new AbortController()
    const ended = way(base, { organization, ...options, signal: controller.signal })
    ended.catch(silent)
    onTestFinished(async () => {
      controller.abort()
      await ended.catch(silent)
    })
  }

  test('an event whose handler always fails is skipped after four attempts, and handled when it can be', async () => {
    const server = await feedServer(pings(1, 3))
    const { fails, heard, handler, onError } = recorder(2)
    const cursors = memoryCursors()
    follow(server.base, { handler, cursors, onError })
    await soon(() => expect(heard).toEqual([1, 3]))
    expect(onError.mock.calls.filter(([, event]) => event?.sequence === 2).length).toBeGreaterThanOrEqual(4)
    fails.clear()
    await soon(() => expect(heard).toEqual([1, 3, 2]))
    await soon(async () => expect(await cursors.open?.list(organization)).toEqual([]))
  })

  test('an expired cursor continues with the oldest event that is kept, which is reported once', async () => {
    const { base } = await feedServer(pings(90, 92), { oldest: 90 })
    const { heard, handler, onError } = recorder()
    const cursors = memoryCursors()
    await cursors.set(organization, 5)
    follow(base, { handler, cursors, onError })
    await soon(() => expect(heard).toEqual([90, 91, 92]))
    expect(onError.mock.calls).toEqual([[expect.any(EventsExpiredError), undefined]])
    expect(onError.mock.calls[0]?.[0]).toMatchObject({ organization, after: 5, before: 90 })
    await soon(() => expect(cursors.get(organization)).toBe(92))
  })

  test('a cursor from before a restore of the platform moves back', async () => {
    const { base } = await feedServer(pings(90, 92), { oldest: 90, last: 92 })
    for (const cursors of [memoryCursors(), plainCursors()]) {
      const { heard, handler } = recorder()
      await cursors.set(organization, 5000)
      const onExpired = vi.fn()
      follow(base, { handler, cursors, onError: silent, onExpired })
      await soon(() => expect(heard).toEqual([90, 91, 92]))
      expect(onExpired.mock.calls).toEqual([[{ organization, after: 5000, before: 90 }]])
    }
  })
})

describe('read at start, an expired cursor', () => {
  test('is not an error: reading continues with the oldest event that is kept, which is reported once', async () => {
    const { base } = await feedServer(pings(90, 94), { oldest: 90 })
    const { heard, handler } = recorder()
    const cursors = memoryCursors()
    await cursors.set(organization, 5)
    const onExpired = vi.fn().mockRejectedValue(new Error('comparing failed'))
    const onError = vi.fn()
    const read = () => pollOnce({ client: clientOf(base), organization, handler, cursors, onExpired, onError })
    await read()
    await read()
    expect([heard, cursors.get(organization)]).toEqual([[90, 91, 92, 93, 94], 94])
    expect(onExpired.mock.calls).toEqual([[{ organization, after: 5, before: 90 }]])
    expect(onError.mock.calls.map(([{ message }]) => message)).toEqual(['comparing failed'])
  })

  test('that expires again and again is an error in the end', async () => {
    let oldest = 10
    const list = () => {
      throw Object.assign(new Error('gone'), { code: 'cursor_expired', problem: { oldest_sequence: oldest++ } })
    }
    const { handler, onError } = recorder()
    const cursors = memoryCursors()
    await cursors.set(organization, 5)
    await expect(pollOnce({ client: { events: { list } }, organization, handler, cursors, onError })).rejects.toThrow(
      'gone',
    )
    expect(onError).toHaveBeenCalledTimes(3)
  })
})

describe('a gap', () => {
  test('is closed except for the events whose handlers fail, which are named', async () => {
    const { base } = await feedServer(pings(1, 9))
    const { heard, handler } = recorder(3, 5)
    const close = catchUp(clientOf(base))
    const closing = Promise.resolve(close({ organization, after: 1, before: 8 }, (event) => handler.process(event)))
    const error = await closing.catch((thrown: unknown) => thrown)
    expect(heard).toEqual([2, 4, 6, 7])
    expect(error).toBeInstanceOf(NotHandledError)
    expect((error as NotHandledError).failures.map(({ event }) => event.sequence)).toEqual([3, 5])
  })

  test('whose beginning has expired is closed from there on, which is reported once', async () => {
    const { base } = await feedServer(pings(90, 99), { oldest: 90 })
    const { heard, handler } = recorder()
    const process = (event: Event) => handler.process(event)
    const expired = await catchUp(clientOf(base))({ organization, after: 5, before: 93 }, process)
    expect(heard).toEqual([90, 91, 92])
    expect(expired).toMatchObject({ name: 'EventsExpiredError', organization, after: 5, before: 90 })
    const onExpired = vi.fn()
    expect(
      await catchUp(clientOf(base), { onExpired })({ organization, after: 5, before: 50 }, process),
    ).toBeUndefined()
    expect(onExpired.mock.calls).toEqual([[{ organization, after: 5, before: 50 }]])
  })

  test('does not hide losses after an event whose handler always fails', async () => {
    const { base } = await feedServer(pings(1, 9))
    const { fails, heard, onError } = recorder()
    fails.add(3)
    const cursors = memoryCursors()
    const handler = createHandler({
      secrets: secret,
      on: {
        ping: ({ sequence }) => {
          if (fails.has(sequence)) throw new Error('never')
          heard.push(sequence)
        },
      },
      gaps: watchGaps({ onGap: catchUp(clientOf(base)), cursors, patience: 0 }),
      onError,
    })
    const [first, , , , , , seventh] = pings(1, 7)
    await handler(await delivery({ ...must(first), org_id: organization }))
    await soon(() => expect(cursors.get(organization)).toBe(1))
    await handler(await delivery({ ...must(seventh), org_id: organization }))
    await soon(() => expect(cursors.get(organization)).toBe(7))
    expect(heard.toSorted()).toEqual([1, 2, 4, 5, 6, 7])
    expect(await cursors.open?.list(organization)).toEqual([3])
    expect(onError.mock.calls.map(([{ message }, event]) => [message, event?.sequence])).toContainEqual(['never', 3])
    fails.clear()
    await soon(() => expect(heard).toContain(3))
    await soon(async () => expect(await cursors.open?.list(organization)).toEqual([]))
  })

  test('that the caller’s own function closes up to a failure continues after it', async () => {
    const events = pings(1, 6)
    const { heard, fails } = recorder(2)
    const cursors = memoryCursors()
    const handler = createHandler({
      secrets: secret,
      on: {
        ping: ({ sequence }) => {
          if (fails.has(sequence)) throw new Error('never')
          heard.push(sequence)
        },
      },
      gaps: watchGaps({
        cursors,
        patience: 0,
        onGap: async ({ after, before }, process) => {
          for (const event of events) if (event.sequence > after && event.sequence < before) await process(event)
        },
      }),
      onError: silent,
    })
    for (const at of [0, 5]) {
      await handler(await delivery({ ...must(events[at]), org_id: organization }))
      await soon(() => expect(cursors.get(organization)).toBe(at + 1))
    }
    expect(heard.toSorted()).toEqual([1, 3, 4, 5, 6])
  })
})

import { setImmediate } from 'node:timers/promises'
import { createClient } from '@sendoff/sdk'
import { createHandler, memoryCursors, poll, stream } from '@sendoff/sdk/webhooks'
import pg from 'pg'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { inDatabase } from '../support/database.ts'
import { countTo, pinger, sequencesOf, untilWaiting } from '../support/pings.ts'
import { Caller, onEachStore, openPlatform, type Platform } from '../support/platform.ts'
import { createDatabase } from '../support/postgres/database.ts'
import { startProcess } from '../support/process.ts'
import { openStream } from './stream.ts'

const SLOW = 120_000
const WRITTEN = 60

/** Follows with long polls, each from the end of the last, until a number of events has arrived. */
async function pollAll(base: string, token: string, count: number): Promise<number[]> {
  const heard: number[] = []
  let after = 0
  while (heard.length < count) {
    const url = `${base}/v1.0/events?wait=30&limit=7&after=${after}`
    const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } })
    const { data, last_sequence } = (await response.json()) as { data: { sequence: number }[]; last_sequence: number }
    heard.push(...data.map(({ sequence }) => sequence))
    after = last_sequence
  }
  return heard
}

onEachStore((platform) => {
  test(
    'with many who write at once, whoever polls or streams hears each event once and in order',
    async () => {
      const app = await pinger(platform())
      const streamed = await openStream(`${platform().base}/v1.0/events/stream`, app.token)
      const polled = pollAll(platform().base, app.token, WRITTEN)
      await Promise.all(countTo(WRITTEN).map(() => app.ping()))
      await streamed.until(WRITTEN)
      expect(sequencesOf(streamed.events())).toEqual(countTo(WRITTEN))
      expect(await polled).toEqual(countTo(WRITTEN))
    },
    SLOW,
  )

  test(
    'poll and stream of the SDK hear each event once and in order, and move their cursors on',
    async () => {
      const app = await pinger(platform())
      const ways = { poll: follower(app.orgId), stream: follower(app.orgId) }
      const scopes = ['event:read', 'webhook:read'] as const
      const { client_id, client_secret } = platform().organization(0).apps[0] ?? { client_id: '', client_secret: '' }
      const connect = { baseUrl: platform().base, clientId: client_id, clientSecret: client_secret, scopes }
      const polling = poll({ client: createClient(connect), ...ways.poll.options })
      const streaming = stream({ connect, ...ways.stream.options })
      await Promise.all(countTo(20).map(() => app.ping()))
      for (const way of [ways.poll, ways.stream]) {
        await way.until(20)
        expect(way.heard).toEqual(countTo(20))
        way.stop()
      }
      await Promise.all([polling, streaming])
    },
    SLOW,
  )
})

describe('on postgres', () => {
  test(
    'with two processes, whoever follows either of them hears what both write once and in order',
    async () => {
      const database = await createDatabase(inject('postgresUrl'))
      const one = await startProcess({ DATABASE_URL: database.url })
      const two = await startProcess({ DATABASE_URL: database.url, SENDOFF_DATA_DIR: one.dataDirectory })
      onTestFinished(() => database.drop())
      const [first, second] = [new Caller(one.base, one.data), new Caller(two.base, one.data)]
      // A token is of the issuer that gave it, and each of the two has an address of its own.
      const [here, there] = [await pinger(first as Platform), await pinger(second as Platform)]
      const streams = await Promise.all([
        openStream(`${one.base}/v1.0/events/stream`, here.token),
        openStream(`${two.base}/v1.0/events/stream`, there.token),
      ])
      const polls = [pollAll(one.base, here.token, WRITTEN), pollAll(two.base, there.token, WRITTEN)]
      await Promise.all(countTo(WRITTEN / 2).flatMap(() => [here.ping(), there.ping()]))
      for (const streamed of streams) {
        await streamed.until(WRITTEN)
        expect(sequencesOf(streamed.events())).toEqual(countTo(WRITTEN))
      }
      for (const polled of polls) expect(await polled).toEqual(countTo(WRITTEN))
    },
    SLOW,
  )

  test(
    'an event whose transaction commits late is not passed over: what comes after it waits for it',
    async () => {
      const { platform, close } = await openPlatform('postgres')
      onTestFinished(close)
      const app = await pinger(platform)
      await app.ping()
      const streamed = await openStream(`${platform.base}/v1.0/events/stream`, app.token)
      const polled = pollAll(platform.base, app.token, 5)
      await streamed.until(1)
      const late = new pg.Client({ connectionString: platform.config.databaseUrl })
      await late.connect()
      onTestFinished(() => late.end())
      await late.query('begin')
      const { rows } = await late.query(
        'update organization set last_sequence = last_sequence + 1 where org_id = $1 returning last_sequence',
        [app.orgId],
      )
      const body = JSON.stringify({ sequence: Number(rows[0].last_sequence) })
      await late.query(
        `insert into event (org_id, sequence, event_id, type, body, created_at) values ($1, $2, 'evt_late', 'ping', $3, $4)`,
        [app.orgId, rows[0].last_sequence, body, Date.now()],
      )
      const pings = countTo(3).map(() => app.ping())
      const blocked = `select count(*)::int as waiting from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`
      const observer = new pg.Client({ connectionString: platform.config.databaseUrl })
      await observer.connect()
      onTestFinished(() => observer.end())
      while ((await observer.query(blocked)).rows[0].waiting < 3) await setImmediate()
      expect((await app.poll('')).sequences).toEqual([1])
      await late.query('commit')
      await Promise.all(pings)
      await streamed.until(5)
      expect(sequencesOf(streamed.events())).toEqual([1, 2, 3, 4, 5])
      expect(await polled).toEqual([1, 2, 3, 4, 5])
    },
    SLOW,
  )

  test(
    'an event of which no notification tells is found all the same',
    async () => {
      const { platform, close } = await openPlatform('postgres')
      onTestFinished(close)
      const app = await pinger(platform)
      const polled = app.poll('wait=30')
      await untilWaiting(platform, 1)
      await inDatabase(platform, async (run) => {
        const insert = `insert into event (org_id, sequence, event_id, type, body, created_at)
          values ($1, 1, 'evt_1', 'ping', '{"sequence":1}', $2)`
        await run(insert, app.orgId, Date.now())
        await run('update organization set last_sequence = 1 where org_id = $1', app.orgId)
      })
      expect((await polled).sequences).toEqual([1])
    },
    SLOW,
  )
})

/** The pings that a consumer with the SDK receives. */
function follower(orgId: string) {
  const heard: number[] = []
  const stopping = new AbortController()
  onTestFinished(() => stopping.abort())
  const handler = createHandler({ secrets: [], on: { ping: (event) => void heard.push(event.sequence) } })
  const waiting = new Set<() => void>()
  const cursors = memoryCursors()
  return {
    heard,
    options: {
      organization: orgId,
      handler,
      signal: stopping.signal,
      types: ['ping' as const],
      onError: () => {},
      cursors: {
        get: cursors.get,
        async set(organization: string, sequence: number) {
          await cursors.set(organization, sequence)
          for (const check of waiting) check()
        },
      },
    },
    stop: () => stopping.abort(),
    async until(sequence: number): Promise<void> {
      await new Promise<void>((resolve) => {
        const check = () => {
          if ((cursors.get(orgId) as number) >= sequence) resolve()
        }
        waiting.add(check)
        check()
      })
    },
  }
}

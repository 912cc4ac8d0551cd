import { setTimeout as delay } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { startConsumer } from '../support/consumer.ts'
import { long } from '../support/environment.ts'
import { Caller } from '../support/platform.ts'
import { createDatabase } from '../support/postgres/database.ts'
import { startPostgres } from '../support/postgres/server.ts'
import { type ServerProcess, startProcess, temporaryDirectory } from '../support/process.ts'
import { allMade, expectAllMade } from './deliveries.ts'
import { createEndpoints, keepPinging, webhookToken } from './pings.ts'

const ENDPOINTS = 20
const SECONDS = long ? 30 : 5
/** Pings before it and after it, at least. */
const PINGS = 200
/** More lines than this a second would be a flood. */
const LINES = 20

const outages = [
  ['is stopped', 'halt', 'start'],
  ['hangs', 'freeze', 'thaw'],
] as const

// A server that was given is not ours to stop.
test.skipIf(process.env.TEST_DATABASE_URL).each(outages)(
  `PostgreSQL %s for ${SECONDS} s under load: nothing that was acknowledged is lost, and the log stays short`,
  { timeout: 300_000 },
  async (what, begin, end) => {
    // Durable: everything committed must be there when it is back.
    const postgres = await startPostgres({ durable: true })
    onTestFinished(postgres.stop)
    const { url } = await createDatabase(postgres.url)
    const settings = { SENDOFF_DATA_DIR: temporaryDirectory(), DATABASE_URL: url }
    const consumer = await startConsumer()
    const server = await startProcess(settings)
    const caller = new Caller(server.base, server.data)
    const endpoints = await createEndpoints(caller, ENDPOINTS, consumer.url)
    const { acknowledged, answers } = endpoints
    let isOver = false
    let goal = Number.POSITIVE_INFINITY
    const pings = keepPinging(
      caller,
      await webhookToken(caller),
      endpoints,
      () => isOver && acknowledged.length >= goal,
    )
    await consumer.until(() => consumer.calls.length >= PINGS)

    const lines = linesOf(server)
    await postgres.tell(begin)
    const before = acknowledged.length
    await delay(SECONDS * 1000)
    const during = acknowledged.length - before
    const logged = linesOf(server) - lines
    expect((await fetch(`${server.base}/healthz`)).status).toBe(200)
    await postgres.tell(end)
    const back = Date.now()
    const [resumed, called] = [acknowledged.length, consumer.calls.length]
    goal = resumed + PINGS
    isOver = true
    await consumer.until(() => consumer.calls.length > called)
    const firstCall = Date.now() - back
    await pings
    await allMade(settings, endpoints)

    // Commits that were under way as it began may have been acknowledged just then.
    expect(during).toBeLessThanOrEqual(8)
    expect(Object.keys(answers).filter((status) => !['202', '503'].includes(status))).toEqual([])
    if (begin === 'halt') expect(answers[503]).toBeGreaterThan(0)
    expect(logged / SECONDS).toBeLessThan(LINES)
    const made = await expectAllMade(settings, endpoints, consumer)
    expect(await server.kill('SIGTERM')).toMatchObject({ code: 0 })
    console.log(
      `PostgreSQL ${what} for ${SECONDS} s: ${answers[503] ?? 0} answers 503, ${answers[202]} acknowledged, ${made} made; ` +
        `0 lost, ${consumer.duplicates} came twice; the first webhook ${firstCall} ms after it was back; ${logged} lines logged meanwhile`,
    )
  },
)

const linesOf = (server: ServerProcess): number => server.stderr().split('\n').length

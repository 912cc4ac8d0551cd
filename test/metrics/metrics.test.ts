import { readConfig, startServer } from '@sendoff/server'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createEndpoint, ping, settle } from '../support/endpoints.ts'
import { pinger } from '../support/pings.ts'
import { onEachStore, type Platform } from '../support/platform.ts'
import { freePort, temporaryDirectory } from '../support/process.ts'
import { startReceiver } from '../support/receiver.ts'

/** The value of a sample, as of `name{label="value"}`. */
async function sampleOf(platform: Platform, sample: string): Promise<number | undefined> {
  const { body } = await platform.get('/metrics')
  const line = body.split('\n').find((one: string) => one.startsWith(`${sample} `))
  return line === undefined ? undefined : Number(line.slice(sample.length + 1))
}

onEachStore((platform) => {
  test('deliveries count by the class of the answer, and their latency by first attempt and retry', async () => {
    const before = await samples(platform())
    const app = await pinger(platform())
    await app.ping()
    const failing = await startReceiver((_, count) => (count === 1 ? 503 : 204))
    const { endpoint_id } = await createEndpoint(platform(), app.token, failing.url)
    await ping(platform(), app.token, endpoint_id)
    await settle(platform())
    await platform().advance('PT1M')
    const after = await samples(platform())
    const grown = Object.entries(after).map(([name, value]) => [name, (value ?? 0) - (before[name] ?? 0)])
    expect(Object.fromEntries(grown)).toEqual({
      'sendoff_delivery_attempts_total{class="2xx"}': 2,
      'sendoff_delivery_attempts_total{class="5xx"}': 1,
      'sendoff_delivery_latency_seconds_count{attempt="first"}': 1,
      'sendoff_delivery_latency_seconds_count{attempt="retry"}': 1,
      'sendoff_events_total{type="ping"}': 2,
    })
    expect(await sampleOf(platform(), 'sendoff_deliveries_in_flight')).toBe(0)
  })

  test('owed deliveries that can be sent have an age, and so have those that a breaker holds back', async () => {
    const down = await startReceiver(() => 500)
    const app = await pinger(platform())
    const { endpoint_id } = await createEndpoint(platform(), app.token, down.url)
    expect(await sampleOf(platform(), 'sendoff_endpoints{breaker="closed"}')).toBe(2)
    for (let n = 0; n < 20; n++) await ping(platform(), app.token, endpoint_id)
    await settle(platform())
    expect(await sampleOf(platform(), 'sendoff_endpoints{breaker="open"}')).toBe(1)
    expect(await sampleOf(platform(), 'sendoff_endpoints{breaker="closed"}')).toBe(1)
    expect(await sampleOf(platform(), 'sendoff_delivery_backlog_age_seconds{breaker="closed"}')).toBe(0)
    await platform().advance('PT3S')
    expect(await sampleOf(platform(), 'sendoff_delivery_backlog_age_seconds{breaker="open"}')).toBeGreaterThanOrEqual(3)
    expect(await sampleOf(platform(), 'sendoff_due_work_backlog')).toBe(0)
    expect(await sampleOf(platform(), 'sendoff_due_work_backlog_age_seconds')).toBe(0)
  })

  test('requests count by operation and class of status, and no label holds an id', async () => {
    const ok = 'sendoff_http_requests_total{operation="events.get",status="2xx"}'
    const refused = 'sendoff_http_requests_total{operation="events.get",status="4xx"}'
    const app = await pinger(platform())
    const { event_id } = await app.ping()
    const [before, beforeRefused] = [await sampleOf(platform(), ok), await sampleOf(platform(), refused)]
    await platform().get(`/v1.0/events/${event_id}`, app.token)
    await platform().get('/v1.0/events/evt_unknown', app.token)
    await platform().get('/v1.0/events/evt_unknown')
    expect(await sampleOf(platform(), ok)).toBe((before ?? 0) + 1)
    expect(await sampleOf(platform(), refused)).toBe((beforeRefused ?? 0) + 2)
    const { body, headers } = await platform().get('/metrics')
    expect(body).toContain('sendoff_http_requests_total{operation="oauth",status="2xx"}')
    expect(body).toContain('process_resident_memory_bytes')
    expect(body).not.toMatch(/(org|app|evt|whe|dlv|acct)_[0-9a-f]{8}/)
    expect(headers.get('content-type')).toContain('text/plain')
  })

  test('no more than this machine reads them: a page of another site does not', async () => {
    const foreign = await platform().get('/metrics', undefined, { headers: { origin: 'https://example.com' } })
    expect([foreign.status, foreign.body.code]).toEqual([404, 'not_found'])
    const posted = await platform().post('/metrics')
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  })
})

const NAMES = [
  'sendoff_delivery_attempts_total{class="2xx"}',
  'sendoff_delivery_attempts_total{class="5xx"}',
  'sendoff_delivery_latency_seconds_count{attempt="first"}',
  'sendoff_delivery_latency_seconds_count{attempt="retry"}',
  'sendoff_events_total{type="ping"}',
]

async function samples(platform: Platform): Promise<Record<string, number | undefined>> {
  const found: Record<string, number | undefined> = {}
  for (const name of NAMES) found[name] = await sampleOf(platform, name)
  return found
}

describe('in live mode', () => {
  test('metrics are read with the token of the configuration, and by nobody else', async () => {
    const token = 't'.repeat(32)
    const ask = await startLive({ SENDOFF_METRICS_TOKEN: token })
    const given = await ask(`Bearer ${token}`)
    expect([given.status, given.text.includes('sendoff_endpoints')]).toEqual([200, true])
    expect(await ask()).toMatchObject({ status: 401, text: expect.stringContaining('"token_missing"') })
    for (const wrong of [`Bearer ${token}x`, 'Bearer x', `Basic ${token}`, 'Bearer']) {
      expect(await ask(wrong)).toMatchObject({ status: 401, text: expect.stringContaining('"token_invalid"') })
    }
  })

  test('without one there are no metrics, not even on this machine, from which everybody comes behind a proxy', async () => {
    const ask = await startLive()
    expect(await ask()).toMatchObject({ status: 404, text: expect.stringContaining('"not_found"') })
    expect(await ask('Bearer undefined')).toMatchObject({ status: 404 })
  })

  test('a short token is refused at the start', () => {
    expect(() => readConfig({ ...live, SENDOFF_METRICS_TOKEN: 'short' })).toThrow('SENDOFF_METRICS_TOKEN')
  })
})

const live = {
  SENDOFF_MODE: 'live',
  SENDOFF_HOST: '127.0.0.1',
  SENDOFF_ISSUER: 'https://sendoff.example',
  SENDOFF_MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
  SENDOFF_COOKIE_KEYS: 'a cookie key that is at least 32 characters long',
  SENDOFF_SMTP_URL: 'smtp://127.0.0.1:9',
  SENDOFF_MAIL_FROM: 'Sendoff <no-reply@sendoff.example>',
  SENDOFF_LOG_LEVEL: 'silent',
}

/** Starts a server in live mode. @returns asks it for its metrics */
async function startLive(more: Record<string, string> = {}) {
  const port = await freePort()
  const directories = { SENDOFF_DATA_DIR: temporaryDirectory(), PORT: String(port) }
  const server = await startServer(readConfig({ ...live, ...directories, ...more }))
  onTestFinished(() => server.stop())
  return async (authorization?: string) => {
    const headers = authorization === undefined ? {} : { authorization }
    const response = await fetch(`http://127.0.0.1:${port}/metrics`, { headers })
    return { status: response.status, text: await response.text() }
  }
}

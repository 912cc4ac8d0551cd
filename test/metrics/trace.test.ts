import { expect, test } from 'vitest'
import { newSpan, readTraceparent, spanOfAttempt, writeTraceparent } from '../../packages/server/src/trace.ts'
import { createEndpoint, settle } from '../support/endpoints.ts'
import { pinger } from '../support/pings.ts'
import { Caller, onEachStore } from '../support/platform.ts'
import { startProcess } from '../support/process.ts'
import { startReceiver } from '../support/receiver.ts'

const TRACE = '0af7651916cd43dd8448eb211c80319c'
const PARENT = `00-${TRACE}-b7ad6b7169203331-01`
const FORM = /^00-([0-9a-f]{32})-([0-9a-f]{16})-0[01]$/

const partsOf = (header: unknown) => {
  const [, traceId, spanId] = FORM.exec(String(header)) ?? []
  return { traceId, spanId }
}

onEachStore((platform) => {
  test('the trace of an event’s request continues in each of its attempts, with their own spans', async () => {
    const app = await pinger(platform())
    const failing = await startReceiver((_, count) => (count === 1 ? 500 : 204))
    const { endpoint_id } = await createEndpoint(platform(), app.token, failing.url)
    const path = `/v1.0/webhook-endpoints/${endpoint_id}/test`
    await platform().post(path, app.token, undefined, { traceparent: PARENT })
    await settle(platform())
    await platform().advance('PT1M')
    const sent = failing.received.map(({ headers }) => partsOf(headers.traceparent))
    expect(sent.map(({ traceId }) => traceId)).toEqual([TRACE, TRACE])
    expect(new Set([...sent.map(({ spanId }) => spanId), 'b7ad6b7169203331']).size).toBe(3)
    expect(failing.received[0]?.headers.traceparent).toMatch(/-01$/)
  })

  test.each(['nonsense', `00-${'0'.repeat(32)}-b7ad6b7169203331-01`, PARENT.toUpperCase(), `${PARENT}-more`])(
    'a traceparent that is not valid (%s) is left out of account',
    async (traceparent) => {
      const app = await pinger(platform())
      const path = `/v1.0/webhook-endpoints/${app.endpointId}/test`
      expect((await platform().post(path, app.token, undefined, { traceparent })).status).toBe(202)
      await settle(platform())
      const { traceId } = partsOf(app.receiver.received[0]?.headers.traceparent)
      expect(traceId).toMatch(/^[0-9a-f]{32}$/)
      expect(traceId).not.toBe(TRACE)
    },
  )

  test('the events of a request in both organisations share its trace; due work has none, and its delivery one of its own', async () => {
    const receivers = [await startReceiver(), await startReceiver()]
    const { org_id, dept_id, associated_org_id } = platform().association('upstream')
    for (const [index, orgId] of [org_id, associated_org_id].entries()) {
      const token = await platform().appToken(orgId, 'webhook:write')
      await createEndpoint(platform(), token, receivers[index]?.url ?? '')
    }
    const token = await platform().appToken(org_id, 'org:unlink', 'member:offboard')
    const body = { dept_id, associated_org_id }
    await platform().post('/v1.0/organization/unlink', token, body, { traceparent: PARENT })
    await settle(platform())
    for (const { received } of receivers) {
      expect(received.map(({ headers }) => partsOf(headers.traceparent).traceId)).toEqual([TRACE])
    }

    const { account_id } = platform().member(org_id, 'member')
    const effective_at = new Date(Date.now() + 3_600_000).toISOString()
    const scheduled = { account_id, effective_at, reason_code: 'other' }
    const { status } = await platform().post('/v1.0/offboardings', token, scheduled, { traceparent: PARENT })
    expect(status).toBe(201)
    await platform().advance('PT2H')
    const departed = receivers[0]?.received.find(({ event }) => event.type === 'member.departed')
    const { traceId } = partsOf(departed?.headers.traceparent)
    expect(traceId).toMatch(/^[0-9a-f]{32}$/)
    expect(traceId).not.toBe(TRACE)
  })

  test('an endpoint may not have a traceparent of its own', async () => {
    const app = await pinger(platform())
    for (const name of ['traceparent', 'Tracestate']) {
      const headers = [{ name, value: 'x' }]
      const body = { url: 'http://127.0.0.1:9/', headers }
      const refused = await platform().post('/v1.0/webhook-endpoints', app.token, body)
      expect([refused.status, refused.body.errors?.[0].pointer]).toEqual([400, '/headers/0/name'])
    }
  })
})

test('attempts of a delivery without a request are of one trace', () => {
  const [one, again, other] = [spanOfAttempt('dlv_1', null), spanOfAttempt('dlv_1', null), spanOfAttempt('dlv_2', null)]
  expect(again.traceId).toBe(one.traceId)
  expect(again.spanId).not.toBe(one.spanId)
  expect(other.traceId).not.toBe(one.traceId)
  expect(readTraceparent(writeTraceparent(one))).toEqual(one)
})

test.each([
  ['a later version, of which only what is known is read', `01-${TRACE}-b7ad6b7169203331-03-more`, true],
  ['an invalid version', `ff-${TRACE}-b7ad6b7169203331-01`, false],
  ['a span of zeros', `00-${TRACE}-${'0'.repeat(16)}-01`, false],
  ['two of them', `${PARENT}, ${PARENT}`, false],
])('%s', (_, header, isValid) => {
  expect(readTraceparent(header) !== undefined).toBe(isValid)
  if (isValid) expect(newSpan(readTraceparent(header))).toMatchObject({ traceId: TRACE, flags: '01' })
})

test('a request and the attempts that come of it are logged with their trace', async () => {
  const server = await startProcess({ SENDOFF_LOG_LEVEL: 'info' })
  const caller = new Caller(server.base, server.data)
  const receiver = await startReceiver()
  const token = await caller.appToken(caller.organization(0).org_id, 'webhook:write')
  const { body } = await caller.post('/v1.0/webhook-endpoints', token, { url: receiver.url })
  const path = `/v1.0/webhook-endpoints/${body.endpoint_id}/test`
  const ping = await caller.post(path, token, undefined, { traceparent: PARENT })
  await caller.advance('PT0.001S')
  await server.kill('SIGTERM')
  const lines = server
    .stderr()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const traced = lines.filter(({ trace_id }) => trace_id === TRACE)
  expect(traced).toMatchObject([
    { path, status: 202 },
    { delivery_id: ping.body.delivery_id, event_id: ping.body.event_id, attempt: 1, status: 204 },
  ])
  expect(partsOf(receiver.received[0]?.headers.traceparent).spanId).toBe(traced[1].span_id)
})

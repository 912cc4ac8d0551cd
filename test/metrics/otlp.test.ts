import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ConfigurationError, readConfig } from '@sendoff/server'
import { expect, onTestFinished, test } from 'vitest'
import { createEndpoint, ping, settle } from '../support/endpoints.ts'
import { must, openPlatform } from '../support/platform.ts'
import { startReceiver } from '../support/receiver.ts'

const TRACE = '0af7651916cd43dd8448eb211c80319c'
const CALLER = 'b7ad6b7169203331'

/** A collector of OTLP over HTTP that keeps spans, and the headers with which they came. */
async function startCollector(status = 200) {
  const spans: any[] = []
  const authorizations = new Set<string | undefined>()
  let requests = 0
  const server = createServer(async (req, res) => {
    const chunks: Buffer[] = []
    for await (const chunk of req) chunks.push(chunk)
    requests++
    authorizations.add(req.headers.authorization)
    const { resourceSpans } = JSON.parse(Buffer.concat(chunks).toString())
    for (const { scopeSpans } of resourceSpans) for (const scope of scopeSpans) spans.push(...scope.spans)
    res.writeHead(status, { 'content-type': 'application/json' }).end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise<void>((resolve) => void server.close(() => resolve())))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/v1/traces`, spans, authorizations, requests: () => requests }
}

const attributesOf = (span: any) =>
  Object.fromEntries(span.attributes.map(({ key, value }: any) => [key, Object.values(value)[0]]))

async function open(url: string, ratio: number) {
  const { platform, close } = await openPlatform('sqlite', {
    traces: { url, headers: { authorization: 'Bearer of-the-collector' }, ratio },
  })
  onTestFinished(close)
  return platform
}

test('a sampled request and the deliveries of its event are spans of one trace, without anything personal', async () => {
  const collector = await startCollector()
  const platform = await open(collector.url, 0)
  const receiver = await startReceiver((_, count) => (count === 1 ? 500 : 204))
  const token = await platform.appToken(platform.organization(0).org_id, 'webhook:read', 'webhook:write')
  const { endpoint_id } = await createEndpoint(platform, token, `${receiver.url}?key=secret-of-the-consumer`)
  const sampled = { traceparent: `00-${TRACE}-${CALLER}-01` }
  await platform.post(`/v1.0/webhook-endpoints/${endpoint_id}/test`, token, undefined, sampled)
  await platform.get('/v1.0/webhook-endpoints', token, { headers: { traceparent: `00-${TRACE}-${CALLER}-00` } })
  await ping(platform, token, endpoint_id) // Without a trace of the caller, of which none are sent.
  await settle(platform)
  await platform.advance('PT1M')
  await platform.server.stop()

  const [request, ...attempts] = collector.spans.toSorted((a, b) => a.kind - b.kind)
  expect(collector.spans.map(({ traceId }) => traceId)).toEqual(collector.spans.map(() => TRACE))
  expect([request.name, request.kind, request.parentSpanId]).toEqual(['webhookEndpoints.test', 2, CALLER])
  expect(attempts.map(({ name, kind, parentSpanId }) => [name, kind, parentSpanId])).toEqual(
    attempts.map(() => ['deliver ping', 3, request.spanId]),
  )
  const sent = receiver.received
    .map(({ headers }) => String(headers.traceparent))
    .filter((sent) => sent.includes(TRACE))
  expect(attempts.map(({ spanId }) => `00-${TRACE}-${spanId}-01`).toSorted()).toEqual(sent.toSorted())
  expect(attempts.length).toBeGreaterThan(0)
  for (const span of collector.spans) {
    expect(BigInt(span.endTimeUnixNano) >= BigInt(span.startTimeUnixNano)).toBe(true)
    expect(
      Object.keys(attributesOf(span)).filter(
        (key) =>
          !/^(http\.(request\.method|response\.status_code)|error\.type|sendoff\.(request|event|delivery|endpoint)_id|sendoff\.attempt)$/.test(
            key,
          ),
      ),
    ).toEqual([])
  }
  const everything = JSON.stringify(collector.spans)
  for (const secret of ['secret-of-the-consumer', token, '127.0.0.1']) expect(everything).not.toContain(secret)
  expect([...collector.authorizations]).toEqual(['Bearer of-the-collector'])
})

test('without a caller’s decision the ratio decides, and a collector that refuses spans disturbs no request', async () => {
  const collector = await startCollector(400)
  const platform = await open(collector.url, 1)
  for (let i = 0; i < 20; i++) expect((await platform.get('/v1.0/sandbox/clock')).status).toBe(200)
  await platform.server.stop()
  expect(collector.requests()).toBeGreaterThan(0)
  expect(collector.spans.filter(({ name }) => name === 'sandbox.getClock').length).toBe(20)
  expect(must(collector.spans[0]).parentSpanId).toBeFalsy()
})

test('the settings of traces are read, and wrong ones named', () => {
  const { traces } = readConfig({
    SENDOFF_OTLP_ENDPOINT: 'http://collector:4318/',
    SENDOFF_OTLP_HEADERS: 'a=b=c, x-key=1',
    SENDOFF_TRACE_RATIO: '0.25',
  })
  expect(traces).toEqual({ url: 'http://collector:4318/v1/traces', headers: { a: 'b=c', 'x-key': '1' }, ratio: 0.25 })
  expect(readConfig({}).traces).toBeUndefined()
  for (const wrong of [
    { SENDOFF_OTLP_ENDPOINT: 'collector' },
    { SENDOFF_OTLP_HEADERS: 'token' },
    { SENDOFF_TRACE_RATIO: '2' },
    { SENDOFF_TRACE_RATIO: 'half' },
  ]) {
    expect(() => readConfig(wrong)).toThrow(ConfigurationError)
    expect(() => readConfig(wrong)).toThrow(Object.keys(wrong)[0])
  }
})

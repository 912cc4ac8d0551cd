import { ConnectionError, isProblem, SendoffError, UnexpectedAnswerError } from '@sendoff/sdk'
import { createPathClient, problems } from '@sendoff/sdk/openapi-fetch'
import { expect, test } from 'vitest'

const unlinking = { dept_id: 3, associated_org_id: 'org_01a21cc5e2997437ba8eb7bb2064d4d6' }
const PROBLEM = { 'content-type': 'application/problem+json' }
const refused = (status: number, code: string) => () =>
  Response.json({ code, title: code }, { status, headers: PROBLEM })
const answered = (body: unknown) => () => Response.json(body)

/** A client over answers given one after the other, and the requests that it sent. */
function clientOf(answers: (() => Response)[], token: () => string = () => 'token') {
  const sent: { url: string; method: string; headers: Headers; body: string | null }[] = []
  const fetch = async (url: string, init: { method: string; headers: Record<string, string>; body: string | null }) => {
    sent.push({ url, method: init.method, headers: new Headers(init.headers), body: init.body })
    const answer = answers.shift()
    if (!answer) throw new Error('no network')
    return answer()
  }
  const options = { baseUrl: 'https://sendoff.test', token, scopes: ['org:unlink'], fetch } as const
  return { client: createPathClient(options), sent }
}
const now = { 'retry-after': '0' }
const busy = () => new Response('', { status: 503, headers: now })

test('a call sends the token, its body and a key, and resolves to data', async () => {
  const { client, sent } = clientOf([answered({ result: true })])
  const { data, error } = await client.POST('/v1.0/organization/unlink', { body: unlinking })
  expect([data?.result, error]).toEqual([true, undefined])
  const [{ url, method, headers, body } = {} as never] = sent
  expect([url, method, JSON.parse(body ?? '')]).toEqual([
    'https://sendoff.test/v1.0/organization/unlink',
    'POST',
    unlinking,
  ])
  expect(headers.get('authorization')).toBe('Bearer token')
  expect(headers.get('idempotency-key')).toMatch(/^[\da-f-]{36}$/)
  expect(headers.get('x-request-id')).toBeTruthy()
})

test('each attempt sends the same body and key', async () => {
  const { client, sent } = clientOf([busy, busy, answered({ result: true })])
  await client.POST('/v1.0/organization/unlink', { body: unlinking, idempotencyKey: 'mine' })
  expect(sent.map(({ headers, body }) => [headers.get('idempotency-key'), body])).toEqual(
    Array.from({ length: 3 }, () => ['mine', JSON.stringify(unlinking)]),
  )
})

test('a problem is returned as error, or thrown as a SendoffError', async () => {
  const { client } = clientOf([refused(404, 'association_not_found'), refused(404, 'association_not_found')])
  const { data, error, response } = await client.POST('/v1.0/organization/unlink', { body: unlinking })
  expect([data, error?.code, response.status]).toEqual([undefined, 'association_not_found', 404])
  client.use(problems)
  const thrown = await client.POST('/v1.0/organization/unlink', { body: unlinking }).catch((one: unknown) => one)
  expect(thrown).toBeInstanceOf(SendoffError)
  expect(isProblem(thrown, 'organization.unlink') && thrown.code).toBe('association_not_found')
})

test('without an answer a call rejects with a ConnectionError, and for a proxy’s page with an UnexpectedAnswerError', async () => {
  const call = (answers: (() => Response)[]) => clientOf(answers).client.GET('/v1.0/organization', { maxRetries: 0 })
  await expect(call([])).rejects.toThrow(ConnectionError)
  await expect(call([() => new Response('<html>')])).rejects.toThrow(UnexpectedAnswerError)
  await expect(call([() => new Response('<html>', { status: 403 })])).rejects.toThrow(UnexpectedAnswerError)
})

test('a refused token is replaced once', async () => {
  const tokens = ['old', 'new']
  const answers = [refused(401, 'token_expired'), answered({ data: [], next_cursor: null })]
  const { client, sent } = clientOf(answers, () => tokens.shift() ?? '')
  const { data } = await client.GET('/v1.0/associations', { params: { query: { limit: 5 } } })
  expect(data?.data).toEqual([])
  expect(sent.map(({ headers }) => headers.get('authorization'))).toEqual(['Bearer old', 'Bearer new'])
})

test('lists in a query have commas, and a path parameter leads nowhere else', async () => {
  const { client, sent } = clientOf([answered({ data: [], next_cursor: null })])
  await client.GET('/v1.0/events', { params: { query: { types: ['member.*', 'ping'], after: 1 } } })
  expect(sent[0]?.url).toBe('https://sendoff.test/v1.0/events?types=member.*,ping&after=1')
  const get = (event_id: string) => client.GET('/v1.0/events/{event_id}', { params: { path: { event_id } } })
  for (const id of ['', '..']) await expect(get(id)).rejects.toThrow('event_id must be an id')
})

test('an operation that takes no token gets none', async () => {
  const { client, sent } = clientOf([answered({})])
  await client.POST('/v1.0/verification-codes', { body: {} as never })
  expect(sent[0]?.headers.has('authorization')).toBe(false)
})

test('an answer of another type is handed on unread', async () => {
  const { client } = clientOf([() => new Response('a,b\n', { headers: { 'content-type': 'text/csv' } })])
  const { data } = await client.GET('/v1.0/members', { headers: { accept: 'text/csv' }, parseAs: 'stream' })
  expect(await new Response(data).text()).toBe('a,b\n')
})

test('an aborted call rejects with the reason of its signal', async () => {
  const { client } = clientOf([answered({})])
  const reason = new Error('enough')
  const call = client.GET('/v1.0/organization', { signal: AbortSignal.abort(reason) })
  await expect(call).rejects.toBe(reason)
})

import { problemCodes } from '@sendoff/api'
import { createClient, isProblem, SendoffError } from '@sendoff/sdk'
import { ContractError, fetchDouble, problem, reply } from '@sendoff/sdk/testing'
import nock from 'nock'
import { describe, expect, test } from 'vitest'
import { problems, shapes } from '../../packages/sdk/src/testing/contract.gen.ts'
import { ALL, BASE_URL, credentials, organization, setUp, unlinked, unlinking } from './support.ts'

setUp()

const APP = { ...credentials, scopes: ALL } as const
const answers = { 'organization.unlink': { status: 200, body: unlinked } } as const
const JSON_TYPE = { 'content-type': 'application/json' }
const TOKEN = { authorization: 'Bearer t' }

describe('the double of fetch', () => {
  test('gives a client the answers of the test, issues tokens, and records the calls', async () => {
    const double = fetchDouble(answers)
    const client = createClient({ ...APP, fetch: double.fetch })
    expect(await client.organization.unlink(unlinking, { idempotencyKey: 'mine' })).toEqual(unlinked)
    expect(double.calls).toMatchObject([
      { operation: 'organization.unlink', params: unlinking, idempotencyKey: 'mine' },
    ])
    double.done()
  })

  test('answers with one reply after the other, and by a function that sees the call', async () => {
    const page = (ids: number[], next_cursor: string | null) => ({
      status: 200 as const,
      body: {
        data: ids.map((n) => ({
          association_id: `assoc_${n}`,
          org_id: 'org_1',
          dept_id: n,
          associated_org_id: 'org_2',
          associated_org_name: 'Other',
          associated_dept_id: 4,
          type: 'partner' as const,
          linked_at: '2026-11-22T08:00:00.000Z',
        })),
        next_cursor,
      },
    })
    const double = fetchDouble({
      'associations.list': ({ params }) => (params.cursor ? page([3], null) : page([1, 2], 'more')),
      'organization.get': [
        problem('organization.get', 'unavailable'),
        { status: 200, body: organization, headers: { 'x-request-id': 'req_7' } },
      ],
    })
    const client = createClient({ ...APP, fetch: double.fetch })
    const seen: number[] = []
    for await (const { dept_id } of client.associations.list({ limit: 2 })) seen.push(dept_id)
    expect(seen).toEqual([1, 2, 3])
    expect(() => double.done()).toThrow('organization.get: 2 of its replies were never used')
    expect(await client.organization.get()).toEqual(organization)
    double.done()
    await expect(client.organization.get()).rejects.toThrow('has 2 replies, and was called again')
  })

  test('answers with a problem, which the client recognises by its code', async () => {
    const double = fetchDouble({
      'organization.unlink': problem('organization.unlink', 'scope_missing', { required_scopes: ['org:unlink'] }),
    })
    const client = createClient({ ...APP, fetch: double.fetch })
    const error = await client.organization.unlink(unlinking).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(SendoffError)
    if (!isProblem(error, 'organization.unlink') || error.code !== 'scope_missing') return expect.unreachable()
    expect(error.problem.required_scopes).toEqual(['org:unlink'])
  })

  test('fails like a network if a function throws', async () => {
    let calls = 0
    const double = fetchDouble({
      'organization.get': () => {
        if (++calls === 1) throw new TypeError('fetch failed')
        return { status: 200, body: organization }
      },
    })
    expect(await createClient({ ...APP, fetch: double.fetch }).organization.get()).toEqual(organization)
    double.done()
  })

  test('rejects with the reason of a signal', async () => {
    const double = fetchDouble({ 'organization.get': { status: 200, body: organization } })
    const signal = AbortSignal.abort(new Error('gave up'))
    await expect(double.fetch(`${BASE_URL}/v1.0/organization`, { signal, headers: TOKEN })).rejects.toThrow('gave up')
  })

  test('refuses an operation for which the test has no reply', async () => {
    const double = fetchDouble({})
    await expect(createClient({ ...APP, fetch: double.fetch }).organization.get()).rejects.toThrow(
      'organization.get: was called, and the test has no reply for it',
    )
  })

  test('a refusal is not a network failure: it is not retried, and done() throws it when the code has swallowed it', async () => {
    const attempts: string[] = []
    const double = fetchDouble(answers)
    const client = createClient({ ...APP, fetch: double.fetch, onRequest: ({ operation }) => attempts.push(operation) })
    const wrong = { ...unlinking, dept_id: '3' } as unknown as typeof unlinking
    await client.organization.unlink(wrong).catch(() => undefined)
    expect(attempts).toEqual(['oauth2.token', 'organization.unlink'])
    expect(() => double.done()).toThrow(ContractError)
    expect(() => double.done()).toThrow('organization.unlink: the body: /dept_id: Instance type "string" is invalid.')
  })
})

describe('the double refuses a request', () => {
  const write = { ...TOKEN, ...JSON_TYPE, 'idempotency-key': 'k' }
  const body = JSON.stringify(unlinking)
  const post = { method: 'POST', headers: write, body }
  const without = (name: keyof typeof write) => {
    const { [name]: _, ...headers } = write
    return { ...post, headers }
  }
  const refused: [string, string, RequestInit, string][] = [
    ['to a path that is unknown', '/v1.0/organisation', { headers: TOKEN }, 'there is no such path'],
    ['with another method', '/v1.0/organization/unlink', { headers: TOKEN }, 'this path has only POST'],
    ['without a token', '/v1.0/organization/unlink', without('authorization'), 'there is no token'],
    ['without an idempotency key', '/v1.0/organization/unlink', without('idempotency-key'), 'is no idempotency key'],
    [
      'with an idempotency key that is none',
      '/v1.0/organization/unlink',
      { ...post, headers: { ...write, 'idempotency-key': 'two words' } },
      'the idempotency key /: String does not match pattern',
    ],
    ['without its body', '/v1.0/organization/unlink', { ...post, body: null }, 'there is no body'],
    ['with a body of no JSON', '/v1.0/organization/unlink', { ...post, body: '{' }, 'the body is no JSON'],
    [
      'with a body of another type',
      '/v1.0/organization/unlink',
      { ...post, headers: { ...write, 'content-type': 'text/plain' } },
      'the body is text/plain',
    ],
    [
      'with a field that is unknown',
      '/v1.0/organization/unlink',
      { ...post, body: JSON.stringify({ ...unlinking, deptid: 3 }) },
      'the body: /: "deptid" is not in the contract',
    ],
    [
      'with a field that is missing',
      '/v1.0/organization/unlink',
      { ...post, body: JSON.stringify({ dept_id: 3 }) },
      'required property "associated_org_id"',
    ],
    [
      'with a body that it does not take',
      '/v1.0/webhook-endpoints/whe_1/test',
      { method: 'POST', headers: write, body: '{}' },
      'takes no body',
    ],
    ['with a parameter that is unknown', '/v1.0/associations?limt=3', { headers: TOKEN }, '"limt" is not in'],
    ['with a parameter that is wrong', '/v1.0/associations?limit=many', { headers: TOKEN }, 'limit in the query /'],
    ['with a parameter beyond its limit', '/v1.0/associations?limit=201', { headers: TOKEN }, '201 is greater than'],
    ['with a parameter twice', '/v1.0/associations?limit=1&limit=2', { headers: TOKEN }, '"limit" is repeated'],
    ['with an id that is badly encoded', '/v1.0/events/a%', { headers: TOKEN }, 'event_id in the path /'],
    ['with a path that is only alike', '/v1x0/organization', { headers: TOKEN }, 'there is no such path'],
    ['with an id that is none', '/v1.0/events/a%20b', { headers: TOKEN }, 'event_id in the path /'],
    ['with an item of a list that is wrong', '/v1.0/events?types=ping,pong', { headers: TOKEN }, 'types in the query'],
    ['of a stream', '/v1.0/events/stream', { headers: TOKEN }, 'the double cannot answer a stream'],
    [
      'of a token with a grant that is unknown',
      '/oauth2/token',
      { method: 'POST', body: new URLSearchParams({ grant_type: 'password', client_id: 'a' }) },
      'grant_type password is unknown',
    ],
    [
      'of a token by nobody',
      '/oauth2/token',
      { method: 'POST', body: new URLSearchParams({ grant_type: 'client_credentials' }) },
      'the app does not authenticate',
    ],
    [
      'of a token as JSON',
      '/oauth2/token',
      { method: 'POST', headers: JSON_TYPE, body: '{}' },
      'the body is not a form',
    ],
  ]
  test.each(refused)('%s', async (_, path, init, reason) => {
    await expect(fetchDouble(answers).fetch(BASE_URL + path, init)).rejects.toThrow(reason)
    await expect(fetchDouble(answers).fetch(BASE_URL + path, init)).rejects.toBeInstanceOf(ContractError)
  })

  test('and accepts a documented one, also below a path of the base URL', async () => {
    const double = fetchDouble({
      ...answers,
      'events.list': { status: 200, body: { data: [], next_cursor: null, last_sequence: 0 } },
    })
    expect((await double.fetch(`${BASE_URL}/eu/v1.0/organization/unlink`, post)).status).toBe(200)
    const query = 'types=ping,member.*&after=7'
    expect((await double.fetch(`${BASE_URL}/v1.0/events?${query}`, { headers: TOKEN })).status).toBe(200)
    expect(double.calls.map(({ params }) => params)).toEqual([unlinking, { types: ['ping', 'member.*'], after: 7 }])
  })
})

describe('the double refuses an answer', () => {
  const wrong: [string, object, string][] = [
    [
      'with a status that is not documented',
      { status: 201, body: unlinked },
      'with 201 is not documented; there are: 200,',
    ],
    ['with a field that is missing', { status: 200, body: { result: true } }, 'required property "association_id"'],
    [
      'with a field that is unknown',
      { status: 200, body: { ...unlinked, unlnked_at: 'x' } },
      '/: "unlnked_at" is not in the contract',
    ],
    ['with a field that is wrong', { status: 200, body: { ...unlinked, result: false } }, '/result: '],
    ['without its body', { status: 200 }, 'the answer with 200 lacks its body'],
    [
      'with a code that the operation does not document',
      { status: 404, body: { code: 'event_not_found' } },
      'with 404 is not documented; with 404 there is: association_not_found',
    ],
    [
      'with a code of another status',
      { ...problem('organization.unlink', 'association_not_found'), status: 400 },
      'with 400 there is: invalid_request',
    ],
    [
      'with a problem that names another status',
      {
        status: 404,
        body: { ...problem('organization.unlink', 'association_not_found').body, status: 400 },
      },
      'its body says 400',
    ],
    [
      'with a problem that lacks what belongs to its code',
      {
        ...problem('organization.unlink', 'scope_missing', { required_scopes: [] }),
        body: { ...problem('organization.unlink', 'ordinary_user_not_allowed').body, code: 'scope_missing' },
      },
      'required property "required_scopes"',
    ],
  ]
  test.each(wrong)('%s, before the first call', (_, answer, reason) => {
    const replies = { 'organization.unlink': answer } as never
    expect(() => fetchDouble(replies)).toThrow(reason)
    expect(() => fetchDouble({ 'organization.unlink': [answer] } as never)).toThrow(ContractError)
    expect(() => reply('organization.unlink', answer as never)).toThrow(reason)
  })

  test('of a function, when it is called', async () => {
    const double = fetchDouble({ 'organization.get': () => ({ status: 200, body: { org_id: 'org_1' } }) as never })
    const client = createClient({ ...APP, fetch: double.fetch })
    await expect(client.organization.get()).rejects.toThrow('organization.get: the answer with 200 is not the contract')
  })

  test('that has a body although the contract has none', () => {
    const answer = { status: 204, body: {} } as never
    expect(() => fetchDouble({ 'webhookEndpoints.delete': answer })).toThrow('it has no body')
    fetchDouble({ 'webhookEndpoints.delete': { status: 204 } })
  })

  test('to an operation that does not exist', () => {
    expect(() => fetchDouble({ 'organization.unlnik': { status: 200 } } as never)).toThrow('no operation')
    expect(() => problem('organization.unlink', 'event_not_found' as never)).toThrow('documents no problem')
  })
})

describe('a reply for nock', () => {
  const at = () => nock(BASE_URL).post('/v1.0/organization/unlink')
  const client = createClient({ baseUrl: BASE_URL, token: 't', scopes: ALL })

  test('answers, one after the other', async () => {
    const unlinks = reply('organization.unlink', [
      problem('organization.unlink', 'unavailable'),
      { status: 200, body: unlinked },
    ])
    at().times(2).reply(unlinks)
    expect(await client.organization.unlink(unlinking)).toEqual(unlinked)
  })

  test('without a body', async () => {
    nock(BASE_URL)
      .delete('/v1.0/webhook-endpoints/whe_1')
      .reply(reply('webhookEndpoints.delete', { status: 204 }))
    expect(await client.webhookEndpoints.delete({ endpoint_id: 'whe_1' })).toBeUndefined()
  })

  test('names the fault of the request in the error, which is not retried', async () => {
    at().reply(reply('organization.unlink', { status: 200, body: unlinked }))
    const wrong = { ...unlinking, dept_id: '3' } as unknown as typeof unlinking
    await expect(client.organization.unlink(wrong)).rejects.toThrow(
      '501 is not an answer of Sendoff: organization.unlink: the body: /dept_id: Instance type "string" is invalid',
    )
  })

  test('refuses to answer another operation', async () => {
    nock(BASE_URL)
      .get('/v1.0/organization')
      .reply(reply('organization.unlink', { status: 200, body: unlinked }))
    await expect(client.organization.get()).rejects.toThrow('this is the reply of organization.unlink')
  })
})

test('the table of the double has every operation and every problem of the contract', () => {
  expect(new Set(Object.keys(problems))).toEqual(new Set(problemCodes.filter((code) => problems[code])))
  expect(problemCodes.filter((code) => !problems[code])).toEqual([])
  expect(shapes.filter(({ method, key }) => (method === 'GET') === Boolean(key))).toEqual([])
})

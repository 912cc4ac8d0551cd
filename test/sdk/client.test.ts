import { operations } from '@sendoff/api'
import { createClient, type Scope } from '@sendoff/sdk'
import nock from 'nock'
import { describe, expect, test, vi } from 'vitest'
import { isAllowed } from '../../packages/sdk/src/operation.ts'
import {
  ALL,
  BASE_URL,
  clientOf,
  credentials,
  organization,
  setUp,
  tokenEndpoint,
  unlinked,
  unlinking,
  withToken,
} from './support.ts'

setUp()

const idsOf = (client: object) =>
  Object.entries(client)
    .flatMap(([namespace, methods]) => Object.keys(methods).map((name) => `${namespace}.${name}`))
    .sort()

const open = Object.entries(operations).flatMap(([id, { callers }]) => (callers.length === 0 ? [id] : []))

describe('the client has the operations that its scopes allow, and no other', () => {
  const table: [Scope[], string[]][] = [
    [[], []],
    [['member:read'], ['departures.get', 'departures.getHandover', 'departures.list', 'members.get', 'members.list']],
    [['org:unlink'], ['organization.previewUnlink', 'organization.unlink']],
    [['org:read'], ['departments.list', 'organization.get', 'organization.getLeavePolicy', 'organization.listAdmins']],
    [['org:association:read'], ['associations.get', 'associations.list']],
    [
      ['event:read', 'webhook:write'],
      [
        'deliveries.redeliver',
        'events.get',
        'events.list',
        'events.listTypes',
        'webhookEndpoints.create',
        'webhookEndpoints.delete',
        'webhookEndpoints.deleteSecret',
        'webhookEndpoints.disable',
        'webhookEndpoints.enable',
        'webhookEndpoints.recover',
        'webhookEndpoints.rotateSecret',
        'webhookEndpoints.test',
        'webhookEndpoints.update',
        'webhookEndpoints.verify',
      ],
    ],
  ]
  test.each(table)('%j', (scopes, expected) => {
    expect(idsOf(createClient({ ...credentials, scopes }))).toEqual([...expected, ...open].sort())
  })

  // No operation has such callers yet, so this one is made up.
  test.each([
    [['org:read'], false],
    [['org:read', 'org:write'], true],
    [['member:read'], true],
    [[], false],
  ])('for one way of calling it takes all scopes, and one way is enough: %j', (granted, expected) => {
    const callers = [{ scopes: ['org:read', 'org:write'] }, { scopes: ['member:read'] }]
    expect(isAllowed({ ...operations['organization.get'], callers }, granted)).toBe(expected)
  })

  test('all of them, but for what is streamed', () => {
    const called = Object.entries(operations).flatMap(([id, { streamed }]) => (streamed ? [] : [id]))
    expect(idsOf(clientOf())).toEqual(called.sort())
  })
})

describe('an address', () => {
  const at = (baseUrl: string) => () => createClient({ ...credentials, scopes: [], baseUrl })

  test.each([
    'http://sendoff.test',
    'http://127.0.0.1.evil.test',
    'http://localhost.evil.test',
    'http://10.0.0.1',
    'ftp://localhost',
    'http://[::2]',
  ])('%s is refused, because tokens could be read on the way', (baseUrl) => {
    expect(at(baseUrl)).toThrow('baseUrl must be https:')
  })
  test.each([
    'https://sendoff.test',
    'http://localhost:8787',
    'http://127.0.0.1:8787',
    'http://127.8.8.8',
    'http://[::1]:8787',
  ])('%s is taken', (baseUrl) => {
    expect(at(baseUrl)).not.toThrow()
  })
  test.each(['https://me:pass@sendoff.test', 'https://sendoff.test?x=1', 'https://sendoff.test#x'])(
    '%s is refused, without repeating it',
    (baseUrl) => {
      expect(at(baseUrl)).toThrow('no user name, password, query or fragment')
    },
  )
  test('that is none is refused', () => {
    expect(at('sendoff')).toThrow(TypeError)
  })
  test('may have a path, with or without a slash at its end', async () => {
    for (const baseUrl of [`${BASE_URL}/eu`, `${BASE_URL}/eu/`]) {
      nock(BASE_URL).get('/eu/v1.0/organization').reply(200, organization)
      const client = createClient({ baseUrl, token: 't', scopes: ['org:read'] })
      expect(await client.organization.get()).toEqual(organization)
    }
  })
  test('without credentials is refused', () => {
    // @ts-expect-error the type demands them too
    expect(() => createClient({ baseUrl: BASE_URL, scopes: [] })).toThrow('clientId and clientSecret, or token')
    expect(() => createClient({ ...credentials, clientSecret: '', scopes: [] })).toThrow('clientId and clientSecret')
  })
})

describe('a call', () => {
  test('sends its body and resolves to the body of the answer', async () => {
    nock(BASE_URL, { reqheaders: { authorization: 'Bearer given-token', 'content-type': 'application/json' } })
      .post('/v1.0/organization/unlink', unlinking)
      .reply(200, unlinked)
    const { result } = await withToken().organization.unlink(unlinking)
    expect(result).toBe(true)
  })

  test('puts parameters into the path, percent-encoded', async () => {
    nock(BASE_URL).get('/v1.0/events/a%2Fb%3F').reply(200, { id: 'a/b?' })
    expect(await withToken().events.get({ event_id: 'a/b?' })).toEqual({ id: 'a/b?' })
  })

  test.each(['', '.', '..', undefined])('with %j for an id is refused before it becomes another path', async (bad) => {
    const association_id = bad as string
    await expect(withToken().associations.get({ association_id })).rejects.toThrow('association_id must be an id')
  })

  test('resolves to undefined when the answer has no body', async () => {
    nock(BASE_URL).delete('/v1.0/webhook-endpoints/whe_1').reply(204)
    expect(await withToken().webhookEndpoints.delete({ endpoint_id: 'whe_1' })).toBeUndefined()
  })

  test('sends a parameter that nobody knows, for the server to refuse it by name', async () => {
    nock(BASE_URL).get('/v1.0/associations').query({ limt: 5 }).reply(200, { data: [], next_cursor: null })
    // @ts-expect-error a typing error of a caller without types
    await withToken().associations.list({ limt: 5 })
    nock(BASE_URL)
      .post('/v1.0/organization/unlink', { ...unlinking, foo: 1 })
      .reply(200, unlinked)
    const more = { ...unlinking, foo: 1 }
    await withToken().organization.unlink(more)
  })

  test('does not follow a redirect, which could carry the token elsewhere', async () => {
    nock(BASE_URL).get('/v1.0/organization').reply(302, '', { location: 'https://elsewhere.test/' })
    await expect(withToken().organization.get()).rejects.toMatchObject({ name: 'UnexpectedAnswerError', status: 302 })
  })

  test('uses the fetch of the moment, so that what is mocked later is mocked', async () => {
    const client = withToken()
    const fetch = vi.spyOn(globalThis, 'fetch').mockResolvedValue(Response.json(organization))
    expect(await client.organization.get()).toEqual(organization)
    expect(fetch).toHaveBeenCalledOnce()
  })
})

describe('the hooks', () => {
  test('see every attempt, and no secret', async () => {
    tokenEndpoint()
    nock(BASE_URL).get('/v1.0/organization').reply(503, '')
    nock(BASE_URL)
      .get('/v1.0/organization')
      .reply(200, organization, { 'x-request-id': 'req_9', 'set-cookie': 'sid=secret-cookie' })
    const seen: { operation: string }[] = []
    const client = createClient({
      ...credentials,
      scopes: ALL,
      onRequest: (request) => seen.push(request),
      onResponse: (response) => seen.push(response),
    })
    await client.organization.get()
    expect(seen.map(({ operation }) => operation)).toEqual([
      ...['oauth2.token', 'oauth2.token'],
      ...['organization.get', 'organization.get', 'organization.get', 'organization.get'],
    ])
    expect(seen.at(-1)).toEqual({
      operation: 'organization.get',
      method: 'GET',
      url: `${BASE_URL}/v1.0/organization`,
      headers: expect.objectContaining({ 'x-request-id': 'req_9', 'set-cookie': '[redacted]' }),
      status: 200,
      duration: expect.any(Number),
    })
    const log = JSON.stringify(seen)
    expect(log).toContain('"authorization":"[redacted]"')
    for (const secret of ['token-1', credentials.clientSecret, btoa('app_1:shhh'), 'secret-cookie']) {
      expect(log).not.toContain(secret)
    }
  })

  test('end the call by throwing, and are not taken for a broken network', async () => {
    const onRequest = vi.fn(() => {
      throw new Error('log is full')
    })
    const client = createClient({ baseUrl: BASE_URL, token: 't', scopes: ['org:read'], onRequest })
    await expect(client.organization.get()).rejects.toThrow('log is full')
    expect(onRequest).toHaveBeenCalledOnce()
  })
})

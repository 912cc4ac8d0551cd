import { operations } from '@sendoff/api'
import { createClient, type Scope } from '@sendoff/sdk'
import nock from 'nock'
import { describe, expect, test, vi } from 'vitest'
import { isAllowed, operationsOf } from '../../packages/sdk/src/operation.ts'
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

describe('the client has the operations that its scopes allow, and no others', () => {
  const table: [Scope[], string[]][] = [
    [[], []],
    [
      ['member:read'],
      [
        ...['departures.get', 'departures.getHandover', 'departures.list', 'members.get', 'members.list'],
        ...['members.listCreations', 'organization.getCounts'],
      ],
    ],
    [
      ['org:unlink'],
      [
        'organization.previewUnlink',
        'organization.unlink',
        'scheduledUnlinks.cancel',
        'scheduledUnlinks.create',
        'scheduledUnlinks.get',
        'scheduledUnlinks.list',
      ],
    ],
    [
      ['org:read'],
      [
        ...['departments.get', 'departments.getDeletion', 'departments.list', 'founderReplacements.get'],
        ...['founderReplacements.list', 'organization.get'],
        ...['organization.getLeavePolicy', 'organization.getPolicies', 'organization.listAdmins'],
      ],
    ],
    [['org:association:read'], ['associations.get', 'associations.list', 'associations.listEnded']],
  ]
  test.each(table)('%j', (scopes, expected) => {
    const rule = 'a new operation of these scopes belongs in the table of this test'
    expect(idsOf(createClient({ ...credentials, scopes })), rule).toEqual([...expected, ...open].sort())
  })

  test.each(ALL)('%s alone, as the contract says', (scope) => {
    const allowed = Object.entries(operations).flatMap(([id, { callers, streamed }]) =>
      !streamed && callers.some(({ scopes }) => (scopes as readonly string[]).every((needed) => needed === scope))
        ? [id]
        : [],
    )
    expect(idsOf(createClient({ ...credentials, scopes: [scope] }))).toEqual([...allowed, ...open].sort())
  })

  // No operation has such callers yet, so this one is invented.
  test.each([
    [['org:read'], false],
    [['org:read', 'org:write'], true],
    [['member:read'], true],
    [[], false],
  ])('needs all scopes of one way of calling, and one way is enough: %j', (granted, expected) => {
    const [operation] = operationsOf('organization:\nget    org:read+org:write member:read')
    expect(operation && isAllowed(operation, granted)).toBe(expected)
  })

  test('all of them', () => {
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
  ])('%s is refused, because tokens could be read in transit', (baseUrl) => {
    expect(at(baseUrl)).toThrow('baseUrl must be an https: URL')
  })
  test.each([
    'https://sendoff.test',
    'http://localhost:8787',
    'http://127.0.0.1:8787',
    'http://127.8.8.8',
    'http://[::1]:8787',
  ])('%s is accepted', (baseUrl) => {
    expect(at(baseUrl)).not.toThrow()
  })
  test.each(['https://me:pass@sendoff.test', 'https://sendoff.test?x=1', 'https://sendoff.test#x'])(
    '%s is refused, without repeating it',
    (baseUrl) => {
      expect(at(baseUrl)).toThrow('no user name, password, query or fragment')
    },
  )
  test.each(['sendoff', '', 'localhost:8787', '127.0.0.1:8787', '//sendoff.test', undefined])(
    '%j is refused, with the correct form',
    (baseUrl) => {
      expect(at(baseUrl as string)).toThrow('baseUrl must be an https: URL (http: to loopback only)')
    },
  )
  test('may have the version at its end, which belongs to the path of each operation', async () => {
    for (const baseUrl of [`${BASE_URL}/v1.0`, `${BASE_URL}/eu/v1.0/`]) {
      nock(BASE_URL)
        .get(/^(\/eu)?\/v1.0\/organization$/)
        .reply(200, organization)
      const client = createClient({ baseUrl, token: 't', scopes: ['org:read'] })
      expect(await client.organization.get()).toEqual(organization)
    }
  })
  test('may have a path, with or without a slash at its end', async () => {
    for (const baseUrl of [`${BASE_URL}/eu`, `${BASE_URL}/eu/`]) {
      nock(BASE_URL).get('/eu/v1.0/organization').reply(200, organization)
      const client = createClient({ baseUrl, token: 't', scopes: ['org:read'] })
      expect(await client.organization.get()).toEqual(organization)
    }
  })
})

test('a program without types is told that scopes are missing', () => {
  const untyped = createClient as unknown as (options?: object) => unknown
  for (const options of [
    undefined,
    { baseUrl: BASE_URL, token: 't' },
    { baseUrl: BASE_URL, token: 't', scopes: 'org:read' },
  ]) {
    expect(() => untyped(options)).toThrow(new TypeError('createClient needs scopes as a list'))
  }
})

describe('a client without credentials', () => {
  test('has the operations that take no token', async () => {
    nock(BASE_URL).get('/v1.0/sandbox/clock').reply(200, { now: 'n' })
    const client = createClient({ baseUrl: BASE_URL, scopes: [] })
    expect(idsOf(client)).toEqual(open.sort())
    expect(await client.sandbox.getClock()).toEqual({ now: 'n' })
  })

  test('is refused if there are scopes, or half of the credentials', () => {
    // @ts-expect-error the type demands them too
    expect(() => createClient({ baseUrl: BASE_URL, scopes: ['org:read'] })).toThrow('needs clientId with clientSecret')
    expect(() => createClient({ ...credentials, clientSecret: '', scopes: [] })).toThrow('needs clientId')
    // @ts-expect-error and this
    expect(() => createClient({ baseUrl: BASE_URL, clientSecret: 's', scopes: ['org:read'] })).toThrow('needs clientId')
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

  test.each(['', '.', '..', undefined])('with %j as an id is refused before it leads to another path', async (bad) => {
    const association_id = bad as string
    await expect(withToken().associations.get({ association_id })).rejects.toThrow('association_id must be an id')
  })

  test('resolves to undefined when the answer has no body', async () => {
    nock(BASE_URL).delete('/v1.0/webhook-endpoints/whe_1').reply(204)
    expect(await withToken().webhookEndpoints.delete({ endpoint_id: 'whe_1' })).toBeUndefined()
  })

  test('sends an unknown parameter, for the server to refuse it by name', async () => {
    nock(BASE_URL).get('/v1.0/associations').query({ limt: 5 }).reply(200, { data: [], next_cursor: null })
    // @ts-expect-error a typing error of a caller without types
    await withToken().associations.list({ limt: 5 })
    nock(BASE_URL)
      .post('/v1.0/organization/unlink', { ...unlinking, foo: 1 })
      .reply(200, unlinked)
    const more = { ...unlinking, foo: 1 }
    await withToken().organization.unlink(more)
  })

  test('treats an undefined limit like a missing one', async () => {
    nock(BASE_URL).get('/v1.0/organization').reply(200, organization)
    const nothing = { timeout: undefined, totalTimeout: undefined, maxRetries: undefined } as object
    const client = createClient({ baseUrl: BASE_URL, token: 't', scopes: ['org:read'], ...nothing })
    expect(await client.organization.get(nothing)).toEqual(organization)
  })

  test('refuses an invalid limit, with which it would never end', async () => {
    const at = { baseUrl: BASE_URL, token: 't', scopes: ['org:read'] } as const
    for (const wrong of [{ maxRetries: Number.NaN }, { timeout: -1 }, { totalTimeout: '5s' as unknown as number }]) {
      expect(() => createClient({ ...at, ...wrong })).toThrow(`${Object.keys(wrong)[0]} must be a number`)
      await expect(createClient(at).organization.get(wrong)).rejects.toThrow('must be a number')
    }
  })

  test('does not follow a redirect, which could carry the token elsewhere', async () => {
    nock(BASE_URL).get('/v1.0/organization').reply(302, '', { location: 'https://elsewhere.test/' })
    await expect(withToken().organization.get()).rejects.toMatchObject({ name: 'UnexpectedAnswerError', status: 302 })
  })

  test('uses the current global fetch, so that a later mock works', async () => {
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
      requestId: 'req_9',
      attempt: 1,
    })
    const log = JSON.stringify(seen)
    expect(log).toContain('"authorization":"[redacted]"')
    for (const secret of ['token-1', credentials.clientSecret, btoa('app_1:shhh'), 'secret-cookie']) {
      expect(log).not.toContain(secret)
    }
  })

  test('see a failed attempt, with the id that was sent to the server', async () => {
    const told: string[] = []
    const onFailure = vi.fn()
    const client = createClient({
      baseUrl: BASE_URL,
      token: 't',
      scopes: ['org:read'],
      fetch: async (_, { headers }) => {
        told.push(new Headers(headers).get('x-request-id') ?? '')
        throw new TypeError('fetch failed')
      },
      onFailure,
    })
    const error = await client.organization.get({ maxRetries: 1 }).catch((thrown) => thrown)
    expect(new Set(told)).toEqual(new Set([error.requestId]))
    expect(onFailure.mock.calls.map(([{ requestId, attempt }]) => [requestId, attempt])).toEqual([
      [error.requestId, 0],
      [error.requestId, 1],
    ])
    expect(onFailure.mock.lastCall?.[0].error).toBe(error)
    expect(JSON.stringify(onFailure.mock.lastCall)).not.toContain('Bearer')
  })

  test('end the call by throwing, which does not count as a network failure', async () => {
    const onRequest = vi.fn(() => {
      throw new Error('log is full')
    })
    const client = createClient({ baseUrl: BASE_URL, token: 't', scopes: ['org:read'], onRequest })
    await expect(client.organization.get()).rejects.toThrow('log is full')
    expect(onRequest).toHaveBeenCalledOnce()
  })
})

describe('a deprecated operation', () => {
  test('causes one warning, however many clients call it', async () => {
    const warn = vi.fn()
    const fetch = async () => Response.json({ dept_id: 1 }, { headers: { deprecation: '@1700000000', sunset: 'then' } })
    for (let i = 0; i < 3; i++) {
      const client = createClient({ baseUrl: BASE_URL, token: 't', scopes: ['org:write'], fetch, warn })
      await client.departments.create({ name: 'A' })
    }
    expect(warn.mock.calls).toEqual([['@sendoff/sdk: departments.create is deprecated, and ends then']])
  })

  test('is known from the contract', () => {
    expect([...operationsOf('a:\nget   list,deprecated x')]).toMatchObject([{ isDeprecated: true, isList: true }])
  })
})

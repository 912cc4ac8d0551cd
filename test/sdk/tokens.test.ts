import { createClient, TokenError, UnexpectedAnswerError } from '@sendoff/sdk'
import nock from 'nock'
import { describe, expect, test, vi } from 'vitest'
import { soon } from '../support/soon.ts'
import {
  ALL,
  BASE_URL,
  clientOf,
  credentials,
  organization,
  PROBLEM,
  problem,
  setUp,
  tokenEndpoint,
} from './support.ts'

setUp()

const organizationFor = (...refused: string[]) =>
  nock(BASE_URL)
    .persist()
    .get('/v1.0/organization')
    .reply((request: Request) =>
      refused.some((token) => request.headers.get('authorization') === `Bearer ${token}`)
        ? [401, problem(401, 'token_revoked'), PROBLEM]
        : [200, organization],
    )

describe('a token', () => {
  test('is requested by client_secret_basic, form-encoded before base64, with the scopes and nothing else', async () => {
    const { asked } = tokenEndpoint()
    organizationFor()
    const client = createClient({
      ...credentials,
      clientId: 'a:b',
      clientSecret: 'ü +%',
      scopes: ['org:read', 'org:unlink'],
    })
    await client.organization.get()
    expect(atob(asked[0]?.headers.get('authorization')?.replace('Basic ', '') ?? '')).toBe('a%3Ab:%C3%BC+%2B%25')
    expect(Object.fromEntries(new URLSearchParams(await asked[0]?.text()))).toEqual({
      grant_type: 'client_credentials',
      scope: 'org:read org:unlink',
    })
  })

  test('is requested for one organisation by resource', async () => {
    const { asked } = tokenEndpoint()
    organizationFor()
    await createClient({ ...credentials, organization: 'org_7', scopes: ['org:read'] }).organization.get()
    expect(new URLSearchParams(await asked[0]?.text()).get('resource')).toBe(`${BASE_URL}/v1.0/organizations/org_7`)
  })

  test('is requested once for 1,000 concurrent calls of a new client', async () => {
    // Without nock, which takes seconds for so many requests.
    let minted = 0
    const fetch = async (url: string) => {
      if (!url.endsWith('/oauth2/token')) return Response.json(organization)
      minted++
      return Response.json({ access_token: 't', token_type: 'Bearer', expires_in: 3600 })
    }
    const client = createClient({ ...credentials, scopes: ALL, fetch })
    const answers = await Promise.all(Array.from({ length: 1000 }, () => client.organization.get()))
    expect(answers).toHaveLength(1000)
    expect(minted).toBe(1)
  })

  test('is requested once more when 1,000 calls are refused with it, one after the other and long after its successor is in use', async () => {
    const late = Promise.withResolvers<void>()
    let minted = 0
    let refusals = 0
    const fetch = async (url: string, { headers }: RequestInit) => {
      if (url.endsWith('/oauth2/token')) {
        return Response.json({ access_token: `token-${++minted}`, token_type: 'Bearer', expires_in: 3600 })
      }
      const token = new Headers(headers).get('authorization')
      if (token === 'Bearer token-1' && minted > 0 && revoked) {
        const mine = ++refusals
        // The first is refused immediately, and each of the others later than the one before.
        if (mine > 1) await late.promise
        for (let turn = 0; turn < mine; turn++) await undefined
        return Response.json(problem(401, 'token_expired'), { status: 401, headers: PROBLEM })
      }
      late.resolve()
      return Response.json(organization)
    }
    let revoked = false
    const client = createClient({ ...credentials, scopes: ALL, fetch })
    await client.organization.get()
    revoked = true
    const answers = await Promise.all(Array.from({ length: 1000 }, () => client.organization.get()))
    expect(answers).toHaveLength(1000)
    expect(refusals).toBe(1000)
    expect(minted).toBe(2)
  })

  test('is replaced once per call; a second refusal is the answer', async () => {
    const { minted } = tokenEndpoint()
    organizationFor('token-1', 'token-2', 'token-3')
    await expect(clientOf().organization.get()).rejects.toMatchObject({ code: 'token_revoked', status: 401 })
    expect(minted).toHaveLength(2)
  })

  test('is kept when another token was refused', async () => {
    const { minted } = tokenEndpoint()
    nock(BASE_URL).persist().get('/v1.0/organization').reply(403, problem(403, 'org_not_authorized'), PROBLEM)
    const client = clientOf()
    await expect(client.organization.get()).rejects.toMatchObject({ code: 'org_not_authorized' })
    await expect(client.organization.get()).rejects.toMatchObject({ code: 'org_not_authorized' })
    expect(minted).toHaveLength(1)
  })

  test('is not requested for an operation that takes none', async () => {
    const { minted } = tokenEndpoint()
    const sent: (string | null)[] = []
    nock(BASE_URL)
      .get('/v1.0/sandbox/clock')
      .reply((request: Request) => {
        sent.push(request.headers.get('authorization'))
        return [200, { now: '', real_now: '', offset_ms: 0 }]
      })
    await clientOf().sandbox.getClock()
    expect(minted).toEqual([])
    expect(sent).toEqual([null])
  })
})

/** A platform that accepts one token, and issues those of `mint`. */
const taking = (good: string, mint: () => Response) => async (url: string, init: RequestInit) => {
  if (url.endsWith('/oauth2/token')) return mint()
  const token = new Headers(init.headers).get('authorization')
  if (token === `Bearer ${good}`) return Response.json(organization)
  return Response.json(problem(401, 'token_revoked'), { status: 401, headers: PROBLEM })
}
const issue = (access_token: string, expires_in = 3600) =>
  Response.json({ access_token, token_type: 'Bearer', expires_in })

describe('a refused token', () => {
  test('is not used again when its successor was requested before the refusal: another one is requested', async () => {
    const asked: (string | undefined)[] = []
    const waiting: ((token: string) => void)[] = []
    const token = (refused?: string) => {
      asked.push(refused)
      return new Promise<string>((resolve) => waiting.push(resolve))
    }
    const arrived = Promise.withResolvers<void>()
    const refuse = Promise.withResolvers<void>()
    const platform = taking('new', () => issue('unused'))
    const fetch = async (url: string, init: RequestInit) => {
      arrived.resolve()
      await refuse.promise
      return platform(url, init)
    }
    const client = createClient({ baseUrl: BASE_URL, token, scopes: ['org:read'], fetch })
    const first = client.organization.get()
    waiting[0]?.('old')
    await arrived.promise
    const second = client.organization.get()
    await soon(() => expect(asked).toHaveLength(2))
    refuse.resolve()
    await new Promise(setImmediate)
    waiting[1]?.('old')
    await soon(() => expect(asked).toHaveLength(3))
    waiting[2]?.('new')
    expect(await Promise.all([first, second])).toEqual([organization, organization])
    expect(asked).toEqual([undefined, undefined, 'old'])
  })

  test('costs an attempt, which the hooks count like the others of the call', async () => {
    let minted = 0
    const seen: [string, number][] = []
    const client = createClient({
      ...credentials,
      scopes: ['org:read'],
      fetch: taking('token-2', () => issue(`token-${++minted}`)),
      onRequest: ({ operation, attempt }) => seen.push([operation, attempt]),
    })
    await client.organization.get()
    expect(seen).toEqual([
      ['oauth2.token', 0],
      ['organization.get', 0],
      ['oauth2.token', 0],
      ['organization.get', 1],
    ])
  })
})

describe('a token near its end', () => {
  const at = (seconds: number) => vi.setSystemTime(seconds * 1000)

  test('is used until 120 s before, renewed in the background until 30 s, and then waited for', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    at(0)
    const { minted } = tokenEndpoint(3600)
    const used: (string | null)[] = []
    nock(BASE_URL)
      .persist()
      .get('/v1.0/organization')
      .reply((request: Request) => {
        used.push(request.headers.get('authorization'))
        return [200, organization]
      })
    const client = clientOf()
    await client.organization.get()
    at(3600 - 121)
    await client.organization.get()
    expect(minted).toHaveLength(1)

    at(3600 - 120)
    await client.organization.get()
    await soon(() => expect(minted).toHaveLength(2))
    await soon(async () => {
      await client.organization.get()
      expect(used.at(-1)).toBe('Bearer token-2')
    })
    expect(used.slice(0, 3)).toEqual(['Bearer token-1', 'Bearer token-1', 'Bearer token-1'])

    at(2 * 3600 - 120 - 29)
    await client.organization.get()
    expect(used.at(-1)).toBe('Bearer token-3')
    expect(minted).toHaveLength(3)
  })

  test('is kept for half of its life if that is short, so that not every call requests another', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    at(0)
    let minted = 0
    const client = createClient({
      ...credentials,
      scopes: ['org:read'],
      fetch: async (url) =>
        url.endsWith('/oauth2/token') ? issue(`token-${++minted}`, 20) : Response.json(organization),
    })
    for (let call = 0; call < 10; call++) await client.organization.get()
    at(9)
    await client.organization.get()
    expect(minted).toBe(1)
    at(16)
    await client.organization.get()
    expect(minted).toBe(2)
  })

  test('is still used when its renewal fails, which is not retried for 5 s', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    at(0)
    let attempts = 0
    nock(BASE_URL)
      .persist()
      .post('/oauth2/token')
      .reply(() =>
        ++attempts === 1 ? [200, { access_token: 't', token_type: 'bearer', expires_in: 100 }] : [503, 'down'],
      )
    organizationFor()
    const client = clientOf({ maxRetries: 0 })
    await client.organization.get()
    at(60)
    await client.organization.get()
    await soon(() => expect(attempts).toBe(2))
    // Two more round trips: by then the failure has been noted.
    await client.organization.get()
    await client.organization.get()
    at(64)
    await client.organization.get()
    expect(attempts).toBe(2)
    at(65.1)
    await client.organization.get()
    await soon(() => expect(attempts).toBe(3))
  })
})

describe('a token of the caller', () => {
  test('is sent unchanged, and its refusal is not retried', async () => {
    const sent: (string | null)[] = []
    const fetch = async (_: string, { headers }: RequestInit) => {
      sent.push(new Headers(headers).get('authorization'))
      return Response.json(problem(401, 'token_revoked'), { status: 401, headers: PROBLEM })
    }
    const client = createClient({ baseUrl: BASE_URL, token: 'given', scopes: ['org:read'], fetch })
    await expect(client.organization.get()).rejects.toMatchObject({ code: 'token_revoked' })
    expect(sent).toEqual(['Bearer given'])
  })

  test('may come from a function, which is called again when its token is refused', async () => {
    organizationFor('old')
    const token = vi.fn().mockResolvedValueOnce('old').mockResolvedValue('new')
    const client = createClient({ baseUrl: BASE_URL, token, scopes: ['org:read'] })
    expect(await client.organization.get()).toEqual(organization)
    expect(token).toHaveBeenCalledTimes(2)
  })

  test('comes from one call of the function for all waiting calls, which receives the refused token', async () => {
    const token = vi.fn(async (refused?: string) => (refused === 'old' ? 'new' : 'old'))
    organizationFor('old')
    const client = createClient({ baseUrl: BASE_URL, token, scopes: ['org:read'] })
    await Promise.all(Array.from({ length: 10 }, () => client.organization.get()))
    expect(token.mock.calls).toEqual([[undefined], ['old']])
  })

  test('is cached until shortly before its expiresAt', async () => {
    const token = vi.fn(() => ({ value: 'kept', expiresAt: Date.now() + 3_600_000 }))
    organizationFor()
    const client = createClient({ baseUrl: BASE_URL, token, scopes: ['org:read'] })
    await client.organization.get()
    await client.organization.get()
    expect(token).toHaveBeenCalledOnce()
  })

  test.each([['two words'], ['line\r\nbreak'], [''], [42], [undefined]])(
    '%j is refused before anything is sent',
    async (bad) => {
      const token = (() => bad) as () => string
      await expect(createClient({ baseUrl: BASE_URL, token, scopes: ['org:read'] }).organization.get()).rejects.toThrow(
        'bearer token',
      )
    },
  )
})

describe('the token endpoint', () => {
  const answering = (status: number, body: unknown) => {
    nock(BASE_URL)
      .persist()
      .post('/oauth2/token')
      .reply(status, body as object)
    return clientOf({ maxRetries: 0 })
      .organization.get()
      .catch((error: unknown) => error)
  }

  test('refuses with a TokenError that has the members of RFC 6749', async () => {
    const error = await answering(401, { error: 'invalid_client', error_description: 'No such app.' })
    expect(error).toBeInstanceOf(TokenError)
    expect(error).toMatchObject({
      status: 401,
      error: 'invalid_client',
      error_description: 'No such app.',
      message: expect.stringContaining('oauth2.token: 401 invalid_client: No such app. (request '),
    })
  })

  const good = { access_token: 'tok-secret', token_type: 'Bearer', expires_in: 3600 }
  test.each([
    ['a token that is a number', { ...good, access_token: 7 }],
    ['a token that would end its header', { ...good, access_token: 'tok-secret\r\nx: y' }],
    ['no token', { token_type: 'Bearer', expires_in: 3600 }],
    ['another type of token', { ...good, token_type: 'mac' }],
    ['a life in text', { ...good, expires_in: '3600' }],
    ['no life', { ...good, expires_in: 0 }],
    ['a life unknown', { access_token: 'tok-secret', token_type: 'Bearer' }],
    ['null', 'null'],
    ['no JSON', '{"access_token": "tok-sec'],
  ])('is not trusted when it answers with %s, and the error does not repeat the answer', async (_, body) => {
    const error = await answering(200, body)
    expect(error).toBeInstanceOf(TokenError)
    expect(error).toMatchObject({ status: 200, error: undefined })
    expect(String(error)).not.toContain('tok-sec')
  })

  test('behind a proxy that answers with a page gives an UnexpectedAnswerError', async () => {
    const error = await answering(502, '<html>Bad gateway</html>')
    expect(error).toBeInstanceOf(UnexpectedAnswerError)
    expect(error).toMatchObject({ operation: 'oauth2.token', status: 502, excerpt: '<html>Bad gateway</html>' })
  })

  test('is asked again after a failure that may be temporary', async () => {
    nock(BASE_URL).post('/oauth2/token').reply(503, 'down')
    const { minted } = tokenEndpoint()
    organizationFor()
    await clientOf().organization.get()
    expect(minted).toHaveLength(1)
  })
})

describe('a caller who aborted before the call', () => {
  test('causes no request, not even for a token', async () => {
    const fetch = vi.fn()
    const client = createClient({ ...credentials, scopes: ALL, fetch })
    const signal = AbortSignal.abort(new Error('gave up'))
    await expect(client.organization.get({ signal })).rejects.toThrow('gave up')
    expect(fetch).not.toHaveBeenCalled()
  })
})

describe('a caller who aborts during a token request', () => {
  test('sends nothing more, and calls no hook', async () => {
    const minted = Promise.withResolvers<Response>()
    const caller = new AbortController()
    const seen: string[] = []
    const client = createClient({
      ...credentials,
      scopes: ['org:read'],
      fetch: async (url) => (url.endsWith('/oauth2/token') ? minted.promise : Response.json(organization)),
      onRequest: ({ operation }) => seen.push(operation),
    })
    const call = client.organization.get({ signal: caller.signal })
    caller.abort(new Error('gave up'))
    await expect(call).rejects.toThrow('gave up')
    minted.resolve(issue('t'))
    await client.organization.get()
    expect(seen).toEqual(['oauth2.token', 'organization.get'])
  })

  test('is released immediately, and the others get the token', async () => {
    const minted = Promise.withResolvers<void>()
    const asked = Promise.withResolvers<void>()
    nock(BASE_URL)
      .post('/oauth2/token')
      .reply(async () => {
        asked.resolve()
        await minted.promise
        return [200, { access_token: 't', token_type: 'Bearer', expires_in: 3600 }, {}]
      })
    organizationFor()
    const client = clientOf()
    const caller = new AbortController()
    const first = client.organization.get({ signal: caller.signal })
    const second = client.organization.get()
    await asked.promise
    caller.abort(new Error('gave up'))
    await expect(first).rejects.toThrow('gave up')
    minted.resolve()
    expect(await second).toEqual(organization)
  })
})

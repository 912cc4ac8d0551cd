import { createClient, privateKeyJwt, refreshToken, TokenError, type TokenStore, type UserTokens } from '@sendoff/sdk'
import { exportJWK, generateKeyPair, importJWK, jwtVerify } from 'jose'
import { describe, expect, test, vi } from 'vitest'
import { BASE_URL, organization, PROBLEM, problem } from './support.ts'

type Form = Record<string, string>

/** A token endpoint and an operation in one `fetch`. */
function platform(
  token: (form: Form, headers: Headers) => Response | Promise<Response>,
  isGood: (token: string) => boolean = () => true,
) {
  const used: string[] = []
  const fetch = async (url: string, { headers: given, body }: RequestInit) => {
    const headers = new Headers(given)
    if (url.endsWith('/oauth2/token')) return token(Object.fromEntries(new URLSearchParams(String(body))), headers)
    used.push(headers.get('authorization')?.replace('Bearer ', '') ?? '')
    if (isGood(used.at(-1) ?? '')) return Response.json(organization)
    return Response.json(problem(401, 'token_expired'), { status: 401, headers: PROBLEM })
  }
  return { fetch, used }
}

const issue = (access_token: string, more: object = {}) =>
  Response.json({ access_token, token_type: 'Bearer', expires_in: 3600, ...more })

describe('an app with a private key', () => {
  test.each([
    ['ES256', 'P-256'],
    ['EdDSA', 'Ed25519'],
  ])('authenticates with %s, to the issuer alone, with a new assertion for each attempt', async (alg, crv) => {
    vi.spyOn(Math, 'random').mockReturnValue(0)
    const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true, crv })
    const jwk = { ...(await exportJWK(privateKey)), kid: 'k1', use: 'sig', alg }
    const forms: Form[] = []
    const { fetch } = platform((form, headers) => {
      expect(headers.has('authorization')).toBe(false)
      forms.push(form)
      return forms.length === 1 ? new Response('', { status: 503 }) : issue('t')
    })
    const clientAssertion = privateKeyJwt(jwk)
    await createClient({
      baseUrl: BASE_URL,
      clientId: 'app_1',
      clientAssertion,
      scopes: ['org:read'],
      fetch,
    }).organization.get()
    const seen = new Set<string | undefined>()
    for (const { client_assertion = '', ...form } of forms) {
      expect(form).toEqual({
        grant_type: 'client_credentials',
        scope: 'org:read',
        client_id: 'app_1',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      })
      const key = await importJWK(await exportJWK(publicKey), alg)
      const { payload, protectedHeader } = await jwtVerify(client_assertion, key, {
        issuer: 'app_1',
        subject: 'app_1',
        audience: BASE_URL,
        requiredClaims: ['jti', 'iat', 'exp'],
      })
      expect(protectedHeader).toEqual({ alg, kid: 'k1' })
      expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(60)
      seen.add(payload.jti)
    }
    expect(seen.size).toBe(2)
    vi.restoreAllMocks()
  })

  test('that is unusable fails the call with its own error, without a retry', async () => {
    const clientAssertion = vi.fn(async () => {
      throw new Error('the key is in a safe')
    })
    const fetch = vi.fn()
    const client = createClient({ baseUrl: BASE_URL, clientId: 'a', clientAssertion, scopes: ['org:read'], fetch })
    await expect(client.organization.get()).rejects.toThrow(/^the key is in a safe$/)
    expect(clientAssertion).toHaveBeenCalledOnce()
    expect(fetch).not.toHaveBeenCalled()
  })

  test('is refused if it is of another kind or public', async () => {
    const rsa = await exportJWK((await generateKeyPair('RS256', { extractable: true })).privateKey)
    const { d: _, ...publicKey } = await exportJWK((await generateKeyPair('ES256', { extractable: true })).privateKey)
    for (const key of [rsa, publicKey]) expect(() => privateKeyJwt(key)).toThrow('private JWK on P-256 or Ed25519')
  })
})

describe('an issuer that is not the address', () => {
  const address = 'http://localhost:8787/sendoff'

  test('is named in the resource of an organisation', async () => {
    const forms: Form[] = []
    const { fetch } = platform((form) => {
      forms.push(form)
      return issue('t')
    })
    await createClient({
      baseUrl: address,
      issuer: BASE_URL,
      clientId: 'app_1',
      clientSecret: 'shhh',
      organization: 'org_7',
      scopes: ['org:read'],
      fetch,
    }).organization.get()
    expect(forms[0]?.resource).toBe(`${BASE_URL}/v1.0/organizations/org_7`)
  })

  test('is the audience of an assertion', async () => {
    const audiences: string[] = []
    const { fetch } = platform(() => issue('t'))
    const clientAssertion = async (_clientId: string, audience: string) => {
      audiences.push(audience)
      return 'a.b.c'
    }
    await createClient({
      baseUrl: address,
      issuer: BASE_URL,
      clientId: 'app_1',
      clientAssertion,
      scopes: ['org:read'],
      fetch,
    }).organization.get()
    expect(audiences).toEqual([BASE_URL])
  })

  test.each(['invalid_target', 'invalid_client'])('is what a refusal as %s asks for', async (error) => {
    const { fetch } = platform(() => Response.json({ error, error_description: 'not me' }, { status: 400 }))
    const call = createClient({ baseUrl: address, clientId: 'a', clientSecret: 's', scopes: ['org:read'], fetch })
    const thrown = await call.organization.get().catch((failure: unknown) => failure)
    expect(thrown).toMatchObject({
      error_description: 'not me',
      message: expect.stringContaining(': is baseUrl its issuer?'),
    })
  })
})

describe('a person’s tokens', () => {
  const HOUR = 3_600_000
  const first: UserTokens = { accessToken: 'access-1', refreshToken: 'refresh-1', expiresAt: 0 }

  /** A token endpoint that rotates refresh tokens, and ends the grant when one is used twice. */
  function rotating() {
    let n = 1
    const forms: Form[] = []
    const { fetch, used } = platform(
      (form) => {
        forms.push(form)
        if (form.refresh_token !== `refresh-${n}`) return Response.json({ error: 'invalid_grant' }, { status: 400 })
        n++
        return issue(`access-${n}`, { refresh_token: `refresh-${n}` })
      },
      (token) => token === `access-${n}`,
    )
    return { fetch, used, forms }
  }

  const stored = (tokens = first) => {
    const store = {
      tokens,
      get: () => store.tokens,
      set: vi.fn(async (next: UserTokens) => {
        await undefined
        store.tokens = next
      }),
    }
    return store
  }
  const person = (store: TokenStore, fetch: ReturnType<typeof platform>['fetch']) =>
    createClient({ baseUrl: BASE_URL, clientId: 'app_1', grant: refreshToken(store), scopes: ['org:read'], fetch })

  test('are refreshed once for all waiting calls, and stored before use', async () => {
    const { fetch, used, forms } = rotating()
    const store = stored()
    const usedBefore: number[] = []
    store.set.mockImplementation(async (tokens) => {
      usedBefore.push(used.length)
      store.tokens = tokens
    })
    const client = person(store, fetch)
    await Promise.all(Array.from({ length: 100 }, () => client.organization.get()))
    expect(forms).toEqual([{ grant_type: 'refresh_token', refresh_token: 'refresh-1', client_id: 'app_1' }])
    expect(usedBefore).toEqual([0])
    expect(new Set(used)).toEqual(new Set(['access-2']))
    expect(store.tokens).toMatchObject({ accessToken: 'access-2', refreshToken: 'refresh-2' })
    expect(store.tokens.expiresAt).toBeGreaterThan(Date.now() + HOUR - 60_000)
  })

  test('are read from the store while they are valid, and refreshed when they are refused', async () => {
    const { fetch, used, forms } = rotating()
    const client = person(stored({ ...first, expiresAt: Date.now() + HOUR }), fetch)
    await client.organization.get()
    expect(forms).toEqual([])
    const revoked = person(
      stored({ accessToken: 'old', refreshToken: 'refresh-1', expiresAt: Date.now() + HOUR }),
      fetch,
    )
    await revoked.organization.get()
    expect(used).toEqual(['access-1', 'old', 'access-2'])
  })

  test('that another process has refreshed are not refreshed again', async () => {
    const { fetch, forms } = rotating()
    const store = stored()
    let locked: Promise<unknown> = Promise.resolve()
    const shared: TokenStore = {
      ...store,
      lock: (work) => {
        const mine = locked.then(work)
        locked = mine.catch(() => undefined)
        return mine
      },
    }
    await Promise.all([1, 2, 3].map(() => person(shared, fetch).organization.get()))
    expect(forms).toHaveLength(1)
  })

  test('are refreshed once for all clients that share the grant', async () => {
    const { fetch, forms } = rotating()
    const grant = refreshToken(stored())
    const clients = [1, 2, 3].map(() =>
      createClient({ baseUrl: BASE_URL, clientId: 'app_1', grant, scopes: ['org:read'], fetch }),
    )
    await Promise.all(clients.map((client) => client.organization.get()))
    expect(forms).toHaveLength(1)
  })

  test('are refreshed once for all clients that share the store, each with a grant of its own', async () => {
    const { fetch, forms } = rotating()
    const store = stored()
    await Promise.all([1, 2, 3].map(() => person(store, fetch).organization.get()))
    expect(forms).toHaveLength(1)
  })

  test('that could not be stored are kept, and stored before the next call', async () => {
    const { fetch, used, forms } = rotating()
    const store = stored()
    store.set.mockRejectedValueOnce(new Error('disk full'))
    const client = person(store, fetch)
    await expect(client.organization.get()).rejects.toThrow('disk full')
    expect(used).toEqual([])
    await client.organization.get()
    expect(forms).toHaveLength(1)
    expect(store.tokens.refreshToken).toBe('refresh-2')
  })

  test('keep their refresh token if the server does not rotate', async () => {
    const { fetch } = platform(() => issue('access-2'))
    const store = stored()
    await person(store, fetch).organization.get()
    expect(store.tokens).toMatchObject({ accessToken: 'access-2', refreshToken: 'refresh-1' })
  })

  test('of an ended grant give a TokenError, so that the person signs in again', async () => {
    const { fetch } = rotating()
    const error = await person(stored({ ...first, refreshToken: 'stolen' }), fetch)
      .organization.get()
      .catch((thrown) => thrown)
    expect(error).toBeInstanceOf(TokenError)
    expect(error).toMatchObject({ error: 'invalid_grant', operation: 'oauth2.token' })
  })

  test('are refreshed by a confidential app with its secret', async () => {
    const { fetch } = platform((form, headers) => {
      expect(headers.get('authorization')).toBe(`Basic ${btoa('app_1:shhh')}`)
      expect(form).toEqual({ grant_type: 'refresh_token', refresh_token: 'refresh-1' })
      return issue('access-2')
    })
    const grant = refreshToken(stored())
    await createClient({
      baseUrl: BASE_URL,
      clientId: 'app_1',
      clientSecret: 'shhh',
      grant,
      scopes: ['org:read'],
      fetch,
    }).organization.get()
  })
})

import { createHash, randomUUID } from 'node:crypto'
import { userScopes } from '@sendoff/api'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose'
import { beforeEach, describe, expect, test } from 'vitest'
import { actAs, atOnce, createApp, type TestClient, thirdPartyClient } from '../support/oauth.ts'
import { onEachStore } from '../support/platform.ts'

const TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
type Keys = Awaited<ReturnType<typeof generateKeyPair>>

onEachStore((platform) => {
  const orgId = () => platform().organization(1).org_id
  const jwk = async ({ publicKey }: Keys, kid = 'one') => ({ ...(await exportJWK(publicKey)), kid })

  describe('with a key', () => {
    let keys: Keys
    let client: TestClient & { app_id: string }

    beforeEach(async () => {
      keys = await generateKeyPair('ES256', { extractable: true })
      const settings = { kind: 'internal', redirect_uris: [], token_endpoint_auth_method: 'private_key_jwt' }
      client = await createApp(platform(), orgId(), { ...settings, jwks: { keys: [await jwk(keys)] } })
    })

    const now = () => Math.floor(Date.now() / 1000)
    const claims = (changes: JWTPayload = {}): JWTPayload => ({
      iss: client.client_id,
      sub: client.client_id,
      aud: platform().base,
      jti: randomUUID(),
      iat: now(),
      exp: now() + 60,
      ...changes,
    })
    const sign = (payload: JWTPayload, { privateKey }: Keys = keys, header = {}) =>
      new SignJWT(payload).setProtectedHeader({ alg: 'ES256', kid: 'one', ...header }).sign(privateKey)
    const ask = (client_assertion: string, more = {}) => {
      const parameters = { grant_type: 'client_credentials', scope: 'org:read', client_assertion_type: TYPE }
      return platform().call('POST', '/oauth2/token', {
        raw: new URLSearchParams({ ...parameters, client_assertion, ...more }),
      })
    }
    const refused = { status: 401, body: { error: 'invalid_client' } }

    test('an app gets a token, and has no secret', async () => {
      expect(client).not.toHaveProperty('client_secret')
      const { status, body } = await ask(await sign(claims()))
      expect(status).toBe(200)
      expect((await platform().get('/v1.0/organization', body.access_token)).body.org_id).toBe(orgId())
      const act = await actAs(platform(), platform().member(orgId(), 'admin').account_id, ...userScopes)
      const secret = await act('POST', `/v1.0/apps/${client.app_id}/secrets`)
      expect([secret.status, secret.body.code]).toEqual([409, 'app_uses_no_secret'])
    })

    test('an assertion works once, even in twenty simultaneous requests', async () => {
      const assertion = await sign(claims())
      const answers = await atOnce(20, () => ask(assertion))
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
      expect(await ask(assertion)).toMatchObject(refused)
    })

    const WRONG: [string, (own: JWTPayload) => JWTPayload][] = [
      ['for the token endpoint instead of the issuer', (own) => ({ ...own, aud: `${own.aud}/oauth2/token` })],
      ['for several audiences', (own) => ({ ...own, aud: [String(own.aud), 'https://other.example'] })],
      ['for somebody else', (own) => ({ ...own, aud: 'https://other.example' })],
      ['of another issuer', (own) => ({ ...own, iss: 'app_other' })],
      ['about another subject', (own) => ({ ...own, sub: 'app_other' })],
      ['that has expired', (own) => ({ ...own, exp: Math.floor(Date.now() / 1000) - 60 })],
      ['that is good for ten years', (own) => ({ ...own, exp: Math.floor(Date.now() / 1000) + 315_360_000 })],
      ['without an expiry', ({ exp: _, ...own }) => own],
      ['without an id', ({ jti: _, ...own }) => own],
      ['that is not good yet', (own) => ({ ...own, nbf: Math.floor(Date.now() / 1000) + 60 })],
    ]
    test.each(WRONG)('an assertion %s is refused', async (_, change) => {
      const answer = await ask(await sign(change(claims())))
      expect([answer.status, answer.body.error]).toEqual([401, 'invalid_client'])
    })

    test('an assertion for five minutes by a clock that is a few seconds ahead is taken', async () => {
      expect((await ask(await sign(claims({ iat: now() + 5, nbf: now() + 5, exp: now() + 305 })))).status).toBe(200)
    })

    test.each([
      ['exp', { exp: now() + 400 }, 'the assertion is valid for more than 300 s, or the clock of its maker is ahead'],
      ['nbf', { nbf: now() + 60 }, 'jwt not active yet'],
      ['aud', { aud: 'https://other.example' }, /^audience \(aud\) must equal/],
      ['iss', { iss: 'app_other' }, 'iss (JWT issuer) must be the client_id'],
    ])('the refusal of an assertion with a wrong %s says why', async (_, change, reason) => {
      const { body } = await ask(await sign(claims(change)), { client_id: client.client_id })
      const [, told] = /^client authentication failed: (.*)$/.exec(body.error_description) ?? []
      expect(told).toMatch(typeof reason === 'string' ? new RegExp(`^${reason.replaceAll(/[()]/g, '\\$&')}$`) : reason)
    })

    test('an assertion that is not signed with the key is refused', async () => {
      const other = await generateKeyPair('ES256')
      const { publicKey } = keys
      const shared = new TextEncoder().encode(JSON.stringify(await exportJWK(publicKey)))
      const forged = [
        await sign(claims(), other),
        await sign(claims(), other, { jwk: await exportJWK(other.publicKey) }),
        new UnsecuredJWT(claims()).encode(),
        await new SignJWT(claims()).setProtectedHeader({ alg: 'HS256', kid: 'one' }).sign(shared),
      ]
      for (const assertion of forged)
        expect(await ask(assertion, { client_id: client.client_id })).toMatchObject(refused)
    })

    test('a forged Host header does not make an assertion for another server valid', async () => {
      const assertion = await sign(claims({ aud: 'http://evil.example' }))
      const headers = { 'x-forwarded-host': 'evil.example' }
      const raw = new URLSearchParams({
        grant_type: 'client_credentials',
        client_assertion_type: TYPE,
        client_assertion: assertion,
      })
      expect(await platform().call('POST', '/oauth2/token', { raw, headers })).toMatchObject(refused)
    })

    test('the key is replaced, and the former is refused', async () => {
      const next = await generateKeyPair('EdDSA', { extractable: true })
      const act = await actAs(platform(), platform().member(orgId(), 'admin').account_id, ...userScopes)
      const path = `/v1.0/apps/${client.app_id}`
      const both = { keys: [await jwk(keys), await jwk(next, 'two')] }
      expect((await act('PATCH', path, { jwks: both })).body.jwks).toEqual(both)
      const header = { alg: 'EdDSA', kid: 'two' }
      for (const assertion of [await sign(claims()), await sign(claims(), next, header)]) {
        expect((await ask(assertion)).status).toBe(200)
      }
      await act('PATCH', path, { jwks: { keys: [await jwk(next, 'two')] } })
      expect(await ask(await sign(claims()))).toMatchObject(refused)
      expect((await ask(await sign(claims(), next, header))).status).toBe(200)
    })
  })

  describe('an app can’t be created with', () => {
    test('keys that are private, weak, of another kind, repeated, or for another method', async () => {
      const act = await actAs(platform(), platform().member(orgId(), 'admin').account_id, ...userScopes)
      const before = (await act('GET', '/v1.0/apps')).body
      const ec = await generateKeyPair('ES256', { extractable: true })
      const weak = await crypto.subtle.generateKey(
        { name: 'RSASSA-PKCS1-v1_5', modulusLength: 1024, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' },
        true,
        ['sign', 'verify'],
      )
      const good = await jwk(ec)
      const { kty, n, e } = await exportJWK(weak.publicKey)
      const keySets: [object[] | undefined, string][] = [
        [undefined, '/jwks'],
        [[], '/jwks/keys'],
        [[{ ...(await exportJWK(ec.privateKey)), kid: 'one' }], '/jwks/keys/0'],
        [[{ kty, n, e, kid: 'one' }], '/jwks/keys/0'],
        [[{ ...good, alg: 'PS256' }], '/jwks/keys/0'],
        [[{ ...good, x: 'AAAA' }], '/jwks/keys/0'],
        [[{ kty: 'oct', k: 'AAAA', kid: 'one' }], '/jwks/keys/0/kty'],
        [[good, good], '/jwks/keys/1/kid'],
      ]
      const app = { name: 'App', kind: 'internal', scopes: ['org:read'], token_endpoint_auth_method: 'private_key_jwt' }
      for (const [keys, pointer] of keySets) {
        const { status, body } = await act('POST', '/v1.0/apps', { ...app, ...(keys && { jwks: { keys } }) })
        expect([status, body.code]).toEqual([400, 'invalid_request'])
        expect(body.errors[0].pointer.startsWith(pointer)).toBe(true)
      }
      const mixed = await act('POST', '/v1.0/apps', {
        ...app,
        token_endpoint_auth_method: 'client_secret_basic',
        jwks: { keys: [good] },
      })
      expect([mixed.status, mixed.body.errors[0].pointer]).toEqual([400, '/jwks'])
      const { token_endpoint_auth_method: _, ...plain } = app
      const alone = await act('POST', '/v1.0/apps', { ...plain, token_endpoint_auth_method: 'none' })
      expect([alone.status, alone.body.errors[0].pointer]).toEqual([400, '/redirect_uris'])
      expect((await act('GET', '/v1.0/apps')).body).toEqual(before)
    })
  })

  describe('with a secret', () => {
    const ask = (parameters: Record<string, string>, headers = {}) =>
      platform().call('POST', '/oauth2/token', {
        headers,
        raw: new URLSearchParams({ grant_type: 'client_credentials', ...parameters }),
      })

    test('two methods together, a changed secret and a method that is not the app’s are refused', async () => {
      const { client_id, client_secret } = thirdPartyClient(platform())
      const basic = (id: string, secret: string) => ({ authorization: `Basic ${btoa(`${id}:${secret}`)}` })
      const both = await ask({ client_id, client_secret }, basic(client_id, client_secret))
      expect([both.status, both.body.error]).toEqual([400, 'invalid_request'])
      for (const secret of [`${client_secret} `, `${client_secret}\0`, client_secret.slice(1), '', 'osk_']) {
        expect((await ask({ scope: 'event:read' }, basic(client_id, secret))).status).not.toBe(200)
      }
      const public_ = await ask({ client_id })
      expect([public_.status, public_.body.error]).toEqual([401, 'invalid_client'])
      const hash = createHash('sha256').update(client_secret).digest('hex')
      const assertion = await new SignJWT({ aud: platform().base, jti: randomUUID() })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer(client_id)
        .setSubject(client_id)
        .setExpirationTime('1m')
        .sign(new TextEncoder().encode(hash))
      const passed = await ask({ client_id, client_assertion_type: TYPE, client_assertion: assertion })
      expect([passed.status, passed.body.error]).toEqual([401, 'invalid_client'])
    })

    test('a public client gets no token of its own', async () => {
      const { status, body } = await ask({ client_id: 'app_sendoff', scope: 'org:read' })
      expect([status, body.error]).toEqual([400, 'invalid_request'])
    })
  })

  test('an internal app of a dissolved organisation gets no token', async () => {
    const organization = platform().organization(1)
    const founder = platform().member(organization.org_id, 'founder')
    const token = await platform().userToken(founder.account_id, 'org:dissolve')
    const command = { reason_code: 'no_longer_used', confirm_name: organization.name }
    const { status, body } = await platform().post('/v1.0/organization/dissolution', token, command)
    expect([status, body.code]).toEqual([202, undefined])
    const [app] = organization.apps
    expect((await platform().askToken(app as never, { scope: 'org:read' })).status).toBe(200)
    await platform().advance('PT73H')
    const answer = await platform().askToken(app as never, { scope: 'org:read' })
    expect([answer.status, answer.body.error]).toEqual([401, 'invalid_client'])
  })
})

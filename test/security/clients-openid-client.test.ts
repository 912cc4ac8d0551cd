import { exportJWK } from 'jose'
import * as client from 'openid-client'
import { describe, expect, test } from 'vitest'
import { actAs, answerAs, createApp, ownClient, type Person, readWith, thirdPartyClient } from '../support/oauth.ts'
import { must, onSqlite, type Role } from '../support/platform.ts'

onSqlite((platform) => {
  const organization = () => platform().organization(1)
  const person = (role: Role) => platform().member(organization().org_id, role)
  const discover = (id: string, authentication: client.ClientAuth) =>
    client.discovery(new URL(platform().base), id, undefined, authentication, {
      algorithm: 'oauth2',
      execute: [client.allowInsecureRequests],
    })
  const resource = () => `${platform().base}/v1.0/organizations/${organization().org_id}`

  /** Takes the person where the library sends them, and back to the app. */
  const answer = async (url: URL, who: Person, decision = 'allow') =>
    (await answerAs(platform(), Object.fromEntries(url.searchParams), who, decision)).url

  async function request(redirect_uri: string, more: Record<string, string> = {}) {
    const pkceCodeVerifier = client.randomPKCECodeVerifier()
    const expectedState = client.randomState()
    const parameters = {
      redirect_uri,
      scope: 'org:read',
      state: expectedState,
      code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
      code_challenge_method: 'S256',
      ...more,
    }
    return { parameters, checks: { pkceCodeVerifier, expectedState } }
  }

  describe('openid-client authenticates by the discovered metadata for the app’s own token', () => {
    const METHODS = [
      ['basic', client.ClientSecretBasic],
      ['post', client.ClientSecretPost],
    ] as const
    test.each(METHODS)('client_secret_%s', async (_, method) => {
      const { client_id, client_secret } = must(organization().apps[0])
      const config = await discover(client_id, method(client_secret))
      const tokens = await client.clientCredentialsGrant(config, { scope: 'org:read', resource: resource() })
      expect([tokens.token_type, tokens.expires_in, tokens.scope]).toEqual(['bearer', 3600, 'org:read'])
      const url = new URL('/v1.0/organization', platform().base)
      const read = await client.fetchProtectedResource(config, tokens.access_token, url, 'GET')
      expect(((await read.json()) as { org_id: string }).org_id).toBe(organization().org_id)
    })

    test.each(['ES256', 'Ed25519', 'RS256', 'PS256'])('private_key_jwt, signed with %s', async (alg) => {
      const keys = await client.randomDPoPKeyPair(alg, { extractable: true })
      const { kty, crv, x, y, n, e } = await exportJWK(keys.publicKey)
      const jwk = Object.fromEntries(
        Object.entries({ kty, crv, x, y, n, e, kid: 'one', alg }).filter(([, value]) => value !== undefined),
      )
      const settings = { kind: 'internal', redirect_uris: [], token_endpoint_auth_method: 'private_key_jwt' }
      const app = await createApp(platform(), organization().org_id, { ...settings, jwks: { keys: [jwk] } })
      const config = await discover(app.client_id, client.PrivateKeyJwt({ key: keys.privateKey, kid: 'one' }))
      const tokens = await client.clientCredentialsGrant(config, { scope: 'org:read' })
      expect(await readWith(platform(), tokens.access_token)).toEqual([200, undefined])
      // Each request has an assertion of its own.
      expect((await client.tokenIntrospection(config, tokens.access_token)).active).toBe(true)
      await client.tokenRevocation(config, tokens.access_token)
      expect(await readWith(platform(), tokens.access_token)).toEqual([401, 'token_revoked'])
    })
  })

  test('openid-client: code, PKCE, iss, refresh, introspect, revoke', async () => {
    const app = thirdPartyClient(platform())
    const config = await discover(app.client_id, client.ClientSecretBasic(app.client_secret))
    expect(config.serverMetadata().supportsPKCE()).toBe(true)
    expect(config.serverMetadata().authorization_response_iss_parameter_supported).toBe(true)
    const { parameters, checks } = await request(app.redirect_uri)
    const back = await answer(client.buildAuthorizationUrl(config, parameters), person('admin'))
    expect(back.searchParams.get('iss')).toBe(config.serverMetadata().issuer)
    const tokens = await client.authorizationCodeGrant(config, back, checks)
    expect(tokens.claims()).toBeUndefined()
    const refreshed = await client.refreshTokenGrant(config, must(tokens.refresh_token))
    expect(refreshed.refresh_token).not.toBe(tokens.refresh_token)
    const told = await client.tokenIntrospection(config, refreshed.access_token, { token_type_hint: 'access_token' })
    expect(told).toMatchObject({ active: true, client_id: app.client_id, scope: 'org:read', iss: platform().base })
    const ofRefresh = await client.tokenIntrospection(config, must(refreshed.refresh_token))
    expect(ofRefresh).toMatchObject({ active: true, client_id: app.client_id })
    await client.tokenRevocation(config, must(refreshed.refresh_token), { token_type_hint: 'refresh_token' })
    for (const token of [tokens.access_token, refreshed.access_token]) {
      expect(await readWith(platform(), token)).toEqual([401, 'token_revoked'])
      expect(await client.tokenIntrospection(config, token)).toEqual({ active: false })
    }
  })

  test('openid-client: a pushed request (PAR) and a proof of possession (DPoP), to the refreshed token', async () => {
    const config = await discover(ownClient.client_id, client.None())
    const DPoP = client.getDPoPHandle(config, await client.randomDPoPKeyPair())
    const { parameters, checks } = await request(ownClient.redirect_uri)
    const url = await client.buildAuthorizationUrlWithPAR(config, parameters, { DPoP })
    expect([...url.searchParams.keys()].sort()).toEqual(['client_id', 'request_uri'])
    const back = await answer(url, person('member'))
    const tokens = await client.authorizationCodeGrant(config, back, checks, undefined, { DPoP })
    expect(tokens.token_type).toBe('dpop')
    const refreshed = await client.refreshTokenGrant(config, must(tokens.refresh_token), undefined, { DPoP })
    const read = new URL('/v1.0/organization', platform().base)
    for (const { access_token } of [tokens, refreshed]) {
      const got = await client.fetchProtectedResource(config, access_token, read, 'GET', null, undefined, { DPoP })
      expect(got.status).toBe(200)
      expect(await readWith(platform(), access_token)).toEqual([401, 'token_invalid'])
    }
    const other = client.getDPoPHandle(config, await client.randomDPoPKeyPair())
    const stolen = client.refreshTokenGrant(config, must(refreshed.refresh_token), undefined, { DPoP: other })
    await expect(stolen).rejects.toMatchObject({ error: 'invalid_grant' })
  })

  test('openid-client: private_key_jwt throughout, with PAR and DPoP, to introspection and revocation', async () => {
    const keys = await client.randomDPoPKeyPair('ES256', { extractable: true })
    const { kty, crv, x, y } = await exportJWK(keys.publicKey)
    const jwks = { keys: [{ kty, crv, x, y, kid: 'one', alg: 'ES256' }] }
    const app = await createApp(platform(), organization().org_id, {
      token_endpoint_auth_method: 'private_key_jwt',
      jwks,
    })
    const config = await discover(app.client_id, client.PrivateKeyJwt({ key: keys.privateKey, kid: 'one' }))
    const DPoP = client.getDPoPHandle(config, await client.randomDPoPKeyPair())
    const { parameters, checks } = await request(app.redirect_uri, { resource: resource() })
    const back = await answer(await client.buildAuthorizationUrlWithPAR(config, parameters, { DPoP }), person('admin'))
    const tokens = await client.authorizationCodeGrant(config, back, checks, undefined, { DPoP })
    const refreshed = await client.refreshTokenGrant(config, must(tokens.refresh_token), undefined, { DPoP })
    const own = await client.clientCredentialsGrant(config, { scope: 'org:read', resource: resource() }, { DPoP })
    const read = new URL('/v1.0/organization', platform().base)
    for (const { access_token } of [tokens, refreshed, own]) {
      const got = await client.fetchProtectedResource(config, access_token, read, 'GET', null, undefined, { DPoP })
      expect(((await got.json()) as { org_id: string }).org_id).toBe(organization().org_id)
      const told = await client.tokenIntrospection(config, access_token)
      expect(told).toMatchObject({
        active: true,
        token_type: 'DPoP',
        cnf: { jkt: expect.any(String) },
        aud: resource(),
      })
    }
    await client.tokenRevocation(config, must(refreshed.refresh_token))
    const afterwards = [tokens, refreshed, own].map(({ access_token }) =>
      client.tokenIntrospection(config, access_token),
    )
    expect((await Promise.all(afterwards)).map(({ active }) => active)).toEqual([false, false, true])
    await client.tokenRevocation(config, own.access_token)
    expect(await client.tokenIntrospection(config, own.access_token)).toEqual({ active: false })
  })

  describe('openid-client reports errors', () => {
    test('by the authorization endpoint: refused, unknown scope, another state, another issuer', async () => {
      const app = thirdPartyClient(platform())
      const config = await discover(app.client_id, client.ClientSecretBasic(app.client_secret))
      const refused = await request(app.redirect_uri)
      const no = await answer(client.buildAuthorizationUrl(config, refused.parameters), person('admin'), 'refuse')
      await expect(client.authorizationCodeGrant(config, no, refused.checks)).rejects.toMatchObject({
        error: 'access_denied',
      })
      const unknown = await request(app.redirect_uri, { scope: 'nonsense' })
      const url = client.buildAuthorizationUrl(config, unknown.parameters)
      const { headers } = await fetch(url, { redirect: 'manual' })
      const told = new URL(must(headers.get('location')))
      await expect(client.authorizationCodeGrant(config, told, unknown.checks)).rejects.toMatchObject({
        error: 'invalid_scope',
      })
      await expect(client.buildAuthorizationUrlWithPAR(config, unknown.parameters)).rejects.toMatchObject({
        error: 'invalid_scope',
        status: 400,
      })
      const good = await request(app.redirect_uri)
      const back = await answer(client.buildAuthorizationUrl(config, good.parameters), person('admin'))
      const mixedUp = new URL(back)
      mixedUp.searchParams.set('iss', 'https://elsewhere.example')
      await expect(client.authorizationCodeGrant(config, mixedUp, good.checks)).rejects.toThrow()
      const forged = { ...good.checks, expectedState: 'another' }
      await expect(client.authorizationCodeGrant(config, back, forged)).rejects.toThrow()
      expect((await client.authorizationCodeGrant(config, back, good.checks)).access_token).toBeDefined()
    })

    test('by the token endpoint: wrong secret, code used twice, scope, resource, an ended authorization', async () => {
      const app = thirdPartyClient(platform())
      const wrong = await discover(app.client_id, client.ClientSecretBasic('osk_wrong'))
      await expect(client.clientCredentialsGrant(wrong, {})).rejects.toMatchObject({
        cause: [{ scheme: 'basic' }],
        status: 401,
      })
      const wrongPost = await discover(app.client_id, client.ClientSecretPost('osk_wrong'))
      await expect(client.clientCredentialsGrant(wrongPost, {})).rejects.toMatchObject({ error: 'invalid_client' })
      const config = await discover(app.client_id, client.ClientSecretPost(app.client_secret))
      const { parameters, checks } = await request(app.redirect_uri)
      const back = await answer(client.buildAuthorizationUrl(config, parameters), person('admin'))
      const tokens = await client.authorizationCodeGrant(config, back, checks)
      const scope = client.clientCredentialsGrant(config, { scope: 'org:unlink', resource: resource() })
      await expect(scope).rejects.toMatchObject({ error: 'invalid_scope', status: 400 })
      const elsewhere = client.clientCredentialsGrant(config, { resource: 'https://elsewhere.example/' })
      await expect(elsewhere).rejects.toMatchObject({ error: 'invalid_target' })
      const act = await actAs(platform(), person('admin').account_id, 'app:read', 'app:write')
      const [authorization] = (await act('GET', '/v1.0/authorizations')).body.data
      await act('DELETE', `/v1.0/authorizations/${authorization.authorization_id}`)
      await expect(client.refreshTokenGrant(config, must(tokens.refresh_token))).rejects.toMatchObject({
        error: 'invalid_grant',
      })
      await expect(client.authorizationCodeGrant(config, back, checks)).rejects.toMatchObject({
        error: 'invalid_grant',
      })
    })

    test('by the API, in WWW-Authenticate: no token, an ended token, a missing scope', async () => {
      const { client_id, client_secret } = must(organization().apps[0])
      const config = await discover(client_id, client.ClientSecretBasic(client_secret))
      const url = new URL('/v1.0/organization', platform().base)
      const { access_token } = await client.clientCredentialsGrant(config, { scope: 'org:read' })
      await client.tokenRevocation(config, access_token)
      await expect(client.fetchProtectedResource(config, access_token, url, 'GET')).rejects.toMatchObject({
        cause: [{ scheme: 'bearer', parameters: { error: 'invalid_token' } }],
        status: 401,
      })
    })
  })
})

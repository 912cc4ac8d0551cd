import { exportJWK } from 'jose'
import * as oauth from 'oauth4webapi'
import { beforeEach, describe, expect, test } from 'vitest'
import { answerAs, createApp, ownClient, type Person, readWith, thirdPartyClient } from '../support/oauth.ts'
import { must, onSqlite, type Role } from '../support/platform.ts'
import { signingKeyOf, signWith } from './signing-key.ts'

const insecure = { [oauth.allowInsecureRequests]: true }

onSqlite((platform) => {
  const organization = () => platform().organization(1)
  const person = (role: Role) => platform().member(organization().org_id, role)
  let as: oauth.AuthorizationServer
  beforeEach(async () => {
    const issuer = new URL(platform().base)
    const answer = await oauth.discoveryRequest(issuer, { algorithm: 'oauth2', ...insecure })
    as = await oauth.processDiscoveryResponse(issuer, answer)
  })
  const audience = () => `${platform().base}/v1.0`
  const asRequest = (access_token: string, headers = {}) =>
    new Request(`${platform().base}/v1.0/organization`, {
      headers: { authorization: `Bearer ${access_token}`, ...headers },
    })
  const validate = (token: string, expected = audience()) =>
    oauth.validateJwtAccessToken(as, asRequest(token), expected, insecure)

  /** Signs a person in and returns the answer to the app. */
  async function signIn(client: oauth.Client & { redirect_uri: string }, who: Person, decision = 'allow') {
    const verifier = oauth.generateRandomCodeVerifier()
    const state = oauth.generateRandomState()
    const parameters = {
      client_id: client.client_id,
      redirect_uri: client.redirect_uri,
      response_type: 'code',
      scope: 'org:read',
      state,
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    }
    return { verifier, state, parameters, url: (await answerAs(platform(), parameters, who, decision)).url }
  }

  test('oauth4webapi: a public client; validateAuthResponse, code and PKCE, refresh, introspect, revoke', async () => {
    const client = { client_id: ownClient.client_id, redirect_uri: ownClient.redirect_uri }
    const { url, state, verifier } = await signIn(client, person('member'))
    const parameters = oauth.validateAuthResponse(as, client, url, state)
    const none = oauth.None()
    const redeem = () =>
      oauth.authorizationCodeGrantRequest(as, client, none, parameters, client.redirect_uri, verifier, insecure)
    const tokens = await oauth.processAuthorizationCodeResponse(as, client, await redeem())
    expect(await readWith(platform(), tokens.access_token)).toEqual([200, undefined])
    const refresh = (token: string) => oauth.refreshTokenGrantRequest(as, client, none, token, insecure)
    const refreshed = await oauth.processRefreshTokenResponse(as, client, await refresh(must(tokens.refresh_token)))
    const introspection = await oauth.introspectionRequest(as, client, none, refreshed.access_token, insecure)
    const told = await oauth.processIntrospectionResponse(as, client, introspection)
    expect(told).toMatchObject({ active: true, sub: person('member').account_id, org_id: organization().org_id })
    const revocation = await oauth.revocationRequest(as, client, none, must(refreshed.refresh_token), insecure)
    expect(await oauth.processRevocationResponse(revocation)).toBeUndefined()
    expect(await readWith(platform(), refreshed.access_token)).toEqual([401, 'token_revoked'])
    const again = oauth.processRefreshTokenResponse(as, client, await refresh(must(refreshed.refresh_token)))
    await expect(again).rejects.toMatchObject({ error: 'invalid_grant', status: 400 })
    await expect(oauth.processAuthorizationCodeResponse(as, client, await redeem())).rejects.toMatchObject({
      error: 'invalid_grant',
    })
  })

  test('oauth4webapi: validateAuthResponse reports a refusal, and accepts no other issuer or state', async () => {
    const { client_id, redirect_uri } = thirdPartyClient(platform())
    const client = { client_id, redirect_uri }
    const refused = await signIn(client, person('admin'), 'refuse')
    expect(() => oauth.validateAuthResponse(as, client, refused.url, refused.state)).toThrow(
      expect.objectContaining({ error: 'access_denied' }),
    )
    const { url, state } = await signIn(client, person('admin'))
    expect(oauth.validateAuthResponse(as, client, url, state).get('code')).toBe(url.searchParams.get('code'))
    const changed = (change: (parameters: URLSearchParams) => void) => {
      const other = new URL(url)
      change(other.searchParams)
      return () => oauth.validateAuthResponse(as, client, other, state)
    }
    expect(changed((parameters) => parameters.set('iss', 'https://elsewhere.example'))).toThrow()
    // The metadata say that there must be one (RFC 9207 section 2.4).
    expect(changed((parameters) => parameters.delete('iss'))).toThrow()
    expect(changed((parameters) => parameters.set('state', 'another'))).toThrow()
  })

  describe('oauth4webapi: validateJwtAccessToken, a third party’s check of RFC 9068,', () => {
    test('accepts every kind of access token', async () => {
      const app = thirdPartyClient(platform())
      const { org_id } = platform().organization(0)
      const resource = `${audience()}/organizations/${org_id}`
      const tokens: [string, string, string][] = [
        [
          await platform().appToken(organization().org_id, 'org:read'),
          audience(),
          organization().apps[0]?.client_id ?? '',
        ],
        [await platform().clientToken(app, ['org:read'], resource), resource, app.client_id],
        [await platform().clientToken(app, ['event:read']), audience(), app.client_id],
        [await platform().userToken(person('member').account_id, 'org:read'), audience(), person('member').account_id],
      ]
      for (const [token, expected, sub] of tokens) {
        const claims = await validate(token, expected)
        expect(claims).toMatchObject({ iss: platform().base, aud: expected, sub, jti: expect.any(String) })
        await expect(validate(token, 'https://elsewhere.example/')).rejects.toThrow()
      }
    })

    test('accepts one that is bound to a key with the proof that this library makes, and not without', async () => {
      const { client_id, client_secret } = must(organization().apps[0])
      const client: oauth.Client = { client_id }
      const DPoP = oauth.DPoP(client, await oauth.generateKeyPair('ES256'))
      const basic = oauth.ClientSecretBasic(client_secret)
      const asked = await oauth.clientCredentialsGrantRequest(
        as,
        client,
        basic,
        { scope: 'org:read' },
        { DPoP, ...insecure },
      )
      const { access_token } = await oauth.processClientCredentialsResponse(as, client, asked)
      let sent: Request | undefined
      const url = new URL(`${platform().base}/v1.0/organization`)
      const answer = await oauth.protectedResourceRequest(access_token, 'GET', url, undefined, null, {
        DPoP,
        ...insecure,
        [oauth.customFetch]: (address: string, init: object) => {
          sent = new Request(address, init)
          return fetch(address, init)
        },
      })
      expect(answer.status).toBe(200)
      const claims = await oauth.validateJwtAccessToken(as, must(sent), audience(), { requireDPoP: true, ...insecure })
      expect(claims.cnf?.jkt).toEqual(expect.any(String))
      await expect(validate(access_token)).rejects.toThrow()
      expect(await readWith(platform(), access_token)).toEqual([401, 'token_invalid'])
    })

    test('agrees with the API on forged ones', async () => {
      const token = await platform().appToken(organization().org_id, 'org:read')
      const claims = JSON.parse(Buffer.from(must(token.split('.')[1]), 'base64url').toString())
      const key = await signingKeyOf(platform())
      const wrong = [
        await signWith(key, claims, { typ: 'JWT' }),
        await signWith(key, { ...claims, iss: 'https://elsewhere.example' }),
        await signWith(key, { ...claims, aud: 'https://elsewhere.example' }),
        await signWith(key, { ...claims, exp: undefined }),
        await signWith(key, { ...claims, jti: undefined as never }),
        await signWith(key, { ...claims, exp: 1 }),
        `${token.slice(0, -4)}AAAA`,
      ]
      for (const forged of wrong) {
        await expect(validate(forged)).rejects.toThrow()
        expect((await readWith(platform(), forged))[0]).toBe(401)
      }
      const same = await signWith(key, claims)
      expect([(await validate(same)).sub, (await readWith(platform(), same))[0]]).toEqual([claims.sub, 200])
    })
  })

  test('oauth4webapi: a confidential client with private_key_jwt pushes its request (PAR) with a proof (DPoP)', async () => {
    const keys = await oauth.generateKeyPair('ES256', { extractable: true })
    const { kty, crv, x, y } = await exportJWK(keys.publicKey)
    const jwks = { keys: [{ kty, crv, x, y, kid: 'one' }] }
    const app = await createApp(platform(), organization().org_id, {
      token_endpoint_auth_method: 'private_key_jwt',
      jwks,
    })
    const client: oauth.Client = { client_id: app.client_id }
    const byKey = oauth.PrivateKeyJwt({ key: keys.privateKey, kid: 'one' })
    const DPoP = oauth.DPoP(client, await oauth.generateKeyPair('ES256'))
    const verifier = oauth.generateRandomCodeVerifier()
    const request = {
      redirect_uri: app.redirect_uri,
      response_type: 'code',
      scope: 'org:read',
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    }
    const pushed = await oauth.pushedAuthorizationRequest(as, client, byKey, request, { DPoP, ...insecure })
    const { request_uri } = await oauth.processPushedAuthorizationResponse(as, client, pushed)
    const { url } = await answerAs(platform(), { client_id: app.client_id, request_uri }, person('admin'))
    const parameters = oauth.validateAuthResponse(as, client, url, oauth.expectNoState)
    const redeem = (options: object) =>
      oauth.authorizationCodeGrantRequest(as, client, byKey, parameters, app.redirect_uri, verifier, {
        ...options,
        ...insecure,
      })
    // The code is bound to the key with which the request was pushed (RFC 9449 section 10.1).
    await expect(oauth.processAuthorizationCodeResponse(as, client, await redeem({}))).rejects.toThrow()
    const again = await oauth.pushedAuthorizationRequest(as, client, byKey, request, { DPoP, ...insecure })
    const second = await oauth.processPushedAuthorizationResponse(as, client, again)
    const back = await answerAs(
      platform(),
      { client_id: app.client_id, request_uri: second.request_uri },
      person('admin'),
    )
    const good = oauth.validateAuthResponse(as, client, back.url, oauth.expectNoState)
    const answer = await oauth.authorizationCodeGrantRequest(as, client, byKey, good, app.redirect_uri, verifier, {
      DPoP,
      ...insecure,
    })
    const tokens = await oauth.processAuthorizationCodeResponse(as, client, answer)
    expect(tokens.token_type).toBe('dpop')
  })

  test('oauth4webapi reports a wrong secret, by basic and post, and an unknown scope', async () => {
    const { client_id, client_secret } = must(organization().apps[0])
    const client: oauth.Client = { client_id }
    const ask = async (authentication: oauth.ClientAuth, scope = 'org:read') =>
      oauth.processClientCredentialsResponse(
        as,
        client,
        await oauth.clientCredentialsGrantRequest(as, client, authentication, { scope }, insecure),
      )
    await expect(ask(oauth.ClientSecretBasic('osk_wrong'))).rejects.toMatchObject({ status: 401 })
    await expect(ask(oauth.ClientSecretPost('osk_wrong'))).rejects.toMatchObject({ error: 'invalid_client' })
    await expect(ask(oauth.ClientSecretPost(client_secret), 'nonsense')).rejects.toMatchObject({
      error: 'invalid_scope',
    })
    for (const method of [oauth.ClientSecretBasic, oauth.ClientSecretPost])
      expect((await ask(method(client_secret))).scope).toBe('org:read')
  })
})

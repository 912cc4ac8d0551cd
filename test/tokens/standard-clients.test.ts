import * as client from 'openid-client'
import { expect, test } from 'vitest'
import { answerAs, ownClient, readWith, thirdPartyClient } from '../support/oauth.ts'
import { must, onEachStore, type Role } from '../support/platform.ts'

onEachStore((platform) => {
  const organization = () => platform().organization(1)
  const person = (role: Role) => platform().member(organization().org_id, role)
  const discover = (id: string, authentication: client.ClientAuth) =>
    client.discovery(new URL(platform().base), id, undefined, authentication, {
      algorithm: 'oauth2',
      execute: [client.allowInsecureRequests],
    })

  test('openid-client finds the endpoints, signs a person in, refreshes, introspects and revokes', async () => {
    const { client_id, client_secret, redirect_uri } = thirdPartyClient(platform())
    const config = await discover(client_id, client.ClientSecretBasic(client_secret))
    const pkceCodeVerifier = client.randomPKCECodeVerifier()
    const expectedState = client.randomState()
    const url = await client.buildAuthorizationUrlWithPAR(config, {
      redirect_uri,
      scope: 'org:read',
      state: expectedState,
      code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
      code_challenge_method: 'S256',
    })
    const page = await answerAs(platform(), Object.fromEntries(url.searchParams), person('admin'))
    const tokens = await client.authorizationCodeGrant(config, page.url, { pkceCodeVerifier, expectedState })
    expect(await readWith(platform(), tokens.access_token)).toEqual([200, undefined])
    const refreshed = await client.refreshTokenGrant(config, must(tokens.refresh_token))
    const told = await client.tokenIntrospection(config, refreshed.access_token)
    expect([told.active, told.org_id]).toEqual([true, organization().org_id])
    await client.tokenRevocation(config, must(refreshed.refresh_token))
    expect(await readWith(platform(), refreshed.access_token)).toEqual([401, 'token_revoked'])
  })

  test('openid-client signs a person in through a public client with a proof of possession', async () => {
    const config = await discover(ownClient.client_id, client.None())
    const DPoP = client.getDPoPHandle(config, await client.randomDPoPKeyPair())
    const pkceCodeVerifier = client.randomPKCECodeVerifier()
    const url = client.buildAuthorizationUrl(config, {
      redirect_uri: ownClient.redirect_uri,
      scope: 'org:read',
      code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
      code_challenge_method: 'S256',
    })
    const page = await answerAs(platform(), Object.fromEntries(url.searchParams), person('member'))
    const tokens = await client.authorizationCodeGrant(config, page.url, { pkceCodeVerifier }, undefined, { DPoP })
    const read = new URL('/v1.0/organization', platform().base)
    const answer = await client.fetchProtectedResource(config, tokens.access_token, read, 'GET', null, undefined, {
      DPoP,
    })
    expect([answer.status, ((await answer.json()) as { org_id: string }).org_id]).toEqual([200, organization().org_id])
  })

  test('the metadata name the offered features and nothing else (RFC 8414)', async () => {
    const { base } = platform()
    const { body } = await platform().get('/.well-known/oauth-authorization-server')
    expect(body).toMatchObject({
      issuer: base,
      authorization_endpoint: `${base}/oauth2/authorize`,
      pushed_authorization_request_endpoint: `${base}/oauth2/par`,
      token_endpoint: `${base}/oauth2/token`,
      revocation_endpoint: `${base}/oauth2/revoke`,
      introspection_endpoint: `${base}/oauth2/introspect`,
      jwks_uri: `${base}/oauth2/jwks`,
      response_types_supported: ['code'],
      response_modes_supported: ['query'],
      grant_types_supported: ['authorization_code', 'client_credentials', 'refresh_token'],
      code_challenge_methods_supported: ['S256'],
      authorization_response_iss_parameter_supported: true,
    })
    const methods = ['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none']
    expect(body.token_endpoint_auth_methods_supported.toSorted()).toEqual(methods.toSorted())
    for (const [name, value] of Object.entries(body)) {
      if (name.endsWith('_endpoint'))
        expect((await platform().call('PUT', new URL(String(value)).pathname)).status).toBe(405)
    }
    for (const path of ['/oauth2/nothing', '/.well-known/openid-configuration', '/oauth2/session/end']) {
      expect((await platform().get(path)).status).toBe(404)
    }
  })
})

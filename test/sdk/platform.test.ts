import { createClient, privateKeyJwt, refreshToken, type UserTokens } from '@sendoff/sdk'
import { exportJWK, generateKeyPair } from 'jose'
import { expect, test } from 'vitest'
import { createApp, ownClient, thirdPartyClient, tokensFor } from '../support/oauth.ts'
import { must, onEachStore } from '../support/platform.ts'

onEachStore((platform, store) => {
  const organization = () => platform().organization(1)

  test.each([
    ['ES256', 'P-256'],
    ['EdDSA', 'Ed25519'],
  ])('an app with a key calls the platform, its assertions signed with %s', async (alg, crv) => {
    const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true, crv })
    const { client_id } = await createApp(platform(), organization().org_id, {
      kind: 'internal',
      redirect_uris: [],
      token_endpoint_auth_method: 'private_key_jwt',
      jwks: { keys: [{ ...(await exportJWK(publicKey)), kid: 'one' }] },
    })
    const client = createClient({
      baseUrl: platform().base,
      clientId: client_id,
      clientAssertion: privateKeyJwt({ ...(await exportJWK(privateKey)), kid: 'one' }),
      scopes: ['org:read'],
    })
    expect((await client.organization.get()).org_id).toBe(organization().org_id)
  })

  // The store makes no difference to the client.
  test.runIf(store === 'sqlite')(
    '1,000 concurrent calls of a new client request one token, and 1,000 refusals of it one more',
    async () => {
      const { client_id, client_secret } = must(organization().apps[0])
      const tokens: string[] = []
      let refusals = 0
      const client = createClient({
        baseUrl: platform().base,
        clientId: client_id,
        clientSecret: client_secret,
        scopes: ['org:read'],
        fetch: async (url, init) => {
          const response = await fetch(url, init)
          if (url.endsWith('/oauth2/token')) {
            const { access_token } = (await response.clone().json()) as { access_token: string }
            tokens.push(access_token)
          }
          if (response.status === 401) refusals++
          return response
        },
      })
      const thousand = () => Promise.all(Array.from({ length: 1_000 }, () => client.organization.get()))
      expect(await thousand()).toHaveLength(1_000)
      expect(tokens).toHaveLength(1)
      const { status } = await platform().call('POST', '/oauth2/revoke', {
        headers: { authorization: `Basic ${btoa(`${client_id}:${client_secret}`)}` },
        raw: new URLSearchParams({ token: must(tokens[0]) }),
      })
      expect(status).toBe(200)
      expect(await thousand()).toHaveLength(1_000)
      expect(refusals).toBe(1_000)
      expect(tokens).toHaveLength(2)
    },
    120_000,
  )

  test('a third-party app acts for an organisation that authorised it', async () => {
    const { client_id, client_secret } = thirdPartyClient(platform())
    const [organizationId] = must(platform().data.third_party_apps[0]).authorized_org_ids
    const client = createClient({
      baseUrl: platform().base,
      clientId: client_id,
      clientSecret: client_secret,
      organization: must(organizationId),
      scopes: ['org:read'],
    })
    expect((await client.organization.get()).org_id).toBe(organizationId)
  })

  test('a person’s tokens outlive a process: each refresh token is used once, whatever the number of calls', async () => {
    const person = must(organization().members.find(({ role }) => role === 'member'))
    const first = await tokensFor(platform(), ownClient, person)
    let tokens: UserTokens = { accessToken: first.access_token, refreshToken: first.refresh_token, expiresAt: 0 }
    const store = {
      get: () => tokens,
      set: (next: UserTokens) => {
        tokens = next
      },
    }
    const start = () => {
      const grant = refreshToken(store)
      return createClient({ baseUrl: platform().base, clientId: ownClient.client_id, grant, scopes: ['org:read'] })
    }
    const seen = new Set([tokens.refreshToken])
    for (let process = 0; process < 3; process++) {
      const client = start()
      const answers = await Promise.all(Array.from({ length: 20 }, () => client.organization.get()))
      expect(answers.every(({ org_id }) => org_id === organization().org_id)).toBe(true)
      seen.add(tokens.refreshToken)
      tokens = { ...tokens, expiresAt: 0 }
    }
    expect(seen.size).toBe(4)
  })
})

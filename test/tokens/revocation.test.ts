import { beforeEach, describe, expect, test } from 'vitest'
import { callAs, createApp, ownClient, readWith, refresh, thirdPartyClient, tokensFor } from '../support/oauth.ts'
import { must, onEachStore, type Role } from '../support/platform.ts'

onEachStore((platform) => {
  const organization = () => platform().organization(1)
  const person = (role: Role) => platform().member(organization().org_id, role)
  type Client = Parameters<typeof callAs>[1]
  const revoke = (client: Client, token: string, more = {}) =>
    callAs(platform(), client, { token, ...more }, { path: '/oauth2/revoke' })
  const introspect = (client: Client, token: string, more = {}) =>
    callAs(platform(), client, { token, ...more }, { path: '/oauth2/introspect' })
  let client: ReturnType<typeof thirdPartyClient>
  let other: Awaited<ReturnType<typeof createApp>>
  let tokens: Awaited<ReturnType<typeof tokensFor>>

  beforeEach(async () => {
    client = thirdPartyClient(platform())
    other = await createApp(platform(), organization().org_id, {})
    tokens = await tokensFor(platform(), client, person('admin'))
  })

  describe('revoking (RFC 7009)', () => {
    test('an access token ends it immediately, and nothing else', async () => {
      const second = (await refresh(platform(), client, tokens.refresh_token)).body
      for (const _ of [1, 2]) {
        const { status, body } = await revoke(client, tokens.access_token, { token_type_hint: 'access_token' })
        expect([status, body]).toEqual([200, {}])
      }
      expect(await readWith(platform(), tokens.access_token)).toEqual([401, 'token_revoked'])
      expect(await readWith(platform(), second.access_token)).toEqual([200, undefined])
      expect((await refresh(platform(), client, second.refresh_token)).status).toBe(200)
    })

    test('a refresh token ends all tokens of the consent', async () => {
      expect((await revoke(client, tokens.refresh_token)).status).toBe(200)
      expect(await readWith(platform(), tokens.access_token)).toEqual([401, 'token_revoked'])
      expect((await refresh(platform(), client, tokens.refresh_token)).body.error).toBe('invalid_grant')
      const resource = `${platform().base}/v1.0/organizations/${organization().org_id}`
      expect((await platform().askToken(client, { scope: 'org:read', resource })).status).toBe(200)
    })

    test.each(['confidential', 'public'])(
      'a refresh token of a %s client while it is being used leaves nothing that works, whichever comes first',
      async (kind) => {
        const [own, who] = kind === 'public' ? [ownClient, person('member')] : [client, person('admin')]
        for (let round = 0; round < 6; round++) {
          const { refresh_token, access_token } = await tokensFor(platform(), own, who)
          const [revoking, refreshing] = [
            () => revoke(own, refresh_token),
            () => refresh(platform(), own, refresh_token),
          ] as const
          const started =
            round % 2 ? [revoking(), refreshing(), refreshing()] : [refreshing(), revoking(), refreshing()]
          const answers = await Promise.all(started)
          for (const { body } of answers.filter(({ body }) => body.access_token)) {
            expect(await readWith(platform(), body.access_token)).toEqual([401, 'token_revoked'])
            expect((await refresh(platform(), own, body.refresh_token)).body.error).toBe('invalid_grant')
          }
          expect(await readWith(platform(), access_token)).toEqual([401, 'token_revoked'])
        }
      },
    )

    test('a token that an app got for itself ends it', async () => {
      const [app] = organization().apps
      const internal = must(app)
      const token = await platform().clientToken(internal, ['org:read'])
      await revoke(internal, token)
      expect(await readWith(platform(), token)).toEqual([401, 'token_revoked'])
      expect(await readWith(platform(), await platform().clientToken(internal, ['org:read']))).toEqual([200, undefined])
    })

    test("another app's token changes nothing, nor does nonsense, nor a caller that is not the app", async () => {
      for (const token of [tokens.access_token, tokens.refresh_token, 'nonsense', 'a.b.c']) {
        expect((await revoke(other, token)).status).toBe(200)
      }
      const wrong = await revoke({ ...client, client_secret: 'osk_wrong' }, tokens.access_token)
      expect([wrong.status, wrong.body.error]).toEqual([401, 'invalid_client'])
      expect(await readWith(platform(), tokens.access_token)).toEqual([200, undefined])
      expect((await refresh(platform(), client, tokens.refresh_token)).status).toBe(200)
    })

    test('works for public clients too', async () => {
      const own = await tokensFor(platform(), ownClient, person('member'))
      expect((await revoke(ownClient, own.access_token)).status).toBe(200)
      expect(await readWith(platform(), own.access_token)).toEqual([401, 'token_revoked'])
    })
  })

  describe('introspecting (RFC 7662)', () => {
    test('an access token returns its claims while it is valid', async () => {
      const { body } = await introspect(client, tokens.access_token)
      expect(body).toEqual({
        active: true,
        token_type: 'Bearer',
        iss: platform().base,
        aud: `${platform().base}/v1.0`,
        sub: client.client_id,
        client_id: client.client_id,
        org_id: organization().org_id,
        scope: 'org:read',
        jti: expect.any(String),
        iat: expect.any(Number),
        exp: expect.any(Number),
      })
      await revoke(client, tokens.access_token)
      expect((await introspect(client, tokens.access_token)).body).toEqual({ active: false })
    })

    test('a token of an authorization that has ended is not active', async () => {
      const admin = await platform().userToken(person('admin').account_id, 'app:read', 'app:write')
      const [authorization] = (await platform().get('/v1.0/authorizations', admin)).body.data
      await platform().call('DELETE', `/v1.0/authorizations/${authorization.authorization_id}`, { token: admin })
      expect((await introspect(client, tokens.access_token)).body).toEqual({ active: false })
      expect(await readWith(platform(), tokens.access_token)).toEqual([403, 'org_not_authorized'])
      expect((await refresh(platform(), client, tokens.refresh_token)).body.error).toBe('invalid_grant')
    })

    test('a refresh token is active until it is used', async () => {
      const { body } = await introspect(client, tokens.refresh_token)
      expect(body).toMatchObject({ active: true, client_id: client.client_id, scope: 'org:read' })
      await revoke(client, tokens.refresh_token)
      expect((await introspect(client, tokens.refresh_token)).body).toEqual({ active: false })
    })

    test("another app's token is not described", async () => {
      for (const token of [tokens.access_token, tokens.refresh_token, 'nonsense', 'a.b.c']) {
        expect((await introspect(other, token)).body).toEqual({ active: false })
      }
      const wrong = await introspect({ ...client, client_secret: 'osk_wrong' }, tokens.access_token)
      expect([wrong.status, wrong.body.error]).toEqual([401, 'invalid_client'])
    })
  })
})

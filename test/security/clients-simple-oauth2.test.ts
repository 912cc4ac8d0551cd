import { createHash, randomBytes } from 'node:crypto'
import { AuthorizationCode, ClientCredentials } from 'simple-oauth2'
import { describe, expect, test } from 'vitest'
import { answerAs, readWith, thirdPartyClient } from '../support/oauth.ts'
import { must, onSqlite } from '../support/platform.ts'

onSqlite((platform) => {
  const admin = () => platform().member(platform().organization(1).org_id, 'admin')
  const configurationOf = ({ client_id, client_secret }: { client_id: string; client_secret: string }) => ({
    client: { id: client_id, secret: client_secret },
    auth: {
      tokenHost: platform().base,
      tokenPath: '/oauth2/token',
      revokePath: '/oauth2/revoke',
    },
  })
  const authorizePath = '/oauth2/authorize'

  describe.each(['header', 'body'] as const)('simple-oauth2, which authenticates in the %s', (authorizationMethod) => {
    test('gets the app’s own token, and revokes it', async () => {
      const app = must(platform().organization(0).apps[0])
      const client = new ClientCredentials({ ...configurationOf(app), options: { authorizationMethod } })
      const accessToken = await client.getToken({ scope: ['org:read', 'org:unlink'] })
      expect(accessToken.expired()).toBe(false)
      const token = String(accessToken.token.access_token)
      expect(await readWith(platform(), token)).toEqual([200, undefined])
      await accessToken.revoke('access_token')
      expect(await readWith(platform(), token)).toEqual([401, 'token_revoked'])
    })

    test('gets a token for an organisation that authorised the app, by naming it as the resource', async () => {
      const { org_id } = platform().organization(0)
      const app = must(platform().data.third_party_apps.find((one) => one.authorized_org_ids.includes(org_id)))
      const client = new ClientCredentials({ ...configurationOf(app), options: { authorizationMethod } })
      const resource = `${platform().base}/v1.0/organizations/${org_id}`
      const { token } = await client.getToken({ scope: 'org:read', resource } as never)
      const read = await platform().get('/v1.0/organization', String(token.access_token))
      expect([read.status, read.body.org_id]).toEqual([200, org_id])
    })

    test('gets tokens by code and PKCE, refreshes and revokes them', async () => {
      const app = thirdPartyClient(platform())
      const client = new AuthorizationCode({
        ...configurationOf(app),
        auth: { ...configurationOf(app).auth, authorizePath },
        options: { authorizationMethod },
      })
      const code_verifier = randomBytes(32).toString('base64url')
      const url = client.authorizeURL({
        redirect_uri: app.redirect_uri,
        scope: 'org:read',
        state: 'the-state',
        code_challenge: createHash('sha256').update(code_verifier).digest('base64url'),
        code_challenge_method: 'S256',
      } as never)
      const back = await answerAs(platform(), Object.fromEntries(new URL(url).searchParams), admin())
      const code = must(back.url.searchParams.get('code'))
      const redeem = { code, redirect_uri: app.redirect_uri, code_verifier }
      const first = await client.getToken(redeem as never)
      expect(await readWith(platform(), String(first.token.access_token))).toEqual([200, undefined])
      const second = await first.refresh()
      expect(second.token.refresh_token).not.toBe(first.token.refresh_token)
      await second.revokeAll()
      for (const { token } of [first, second]) {
        expect(await readWith(platform(), String(token.access_token))).toEqual([401, 'token_revoked'])
      }
      await expect(second.refresh()).rejects.toMatchObject({ data: { payload: { error: 'invalid_grant' } } })
      await expect(client.getToken(redeem as never)).rejects.toMatchObject({
        data: { payload: { error: 'invalid_grant' } },
      })
    })

    test('reports errors', async () => {
      const app = must(platform().organization(0).apps[0])
      const ask = (client_secret: string, scope: string) =>
        new ClientCredentials({
          ...configurationOf({ ...app, client_secret }),
          options: { authorizationMethod },
        }).getToken({ scope })
      await expect(ask('osk_wrong', 'org:read')).rejects.toMatchObject({
        output: { statusCode: 401 },
        data: { payload: { error: 'invalid_client' } },
      })
      await expect(ask(app.client_secret, 'nonsense')).rejects.toMatchObject({
        output: { statusCode: 400 },
        data: { payload: { error: 'invalid_scope' } },
      })
    })
  })
})

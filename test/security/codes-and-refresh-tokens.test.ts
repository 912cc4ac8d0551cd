import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  answerAs,
  atOnce,
  callAs,
  codeFor,
  createApp,
  ownClient,
  readWith,
  refresh,
  requestOf,
  returned,
  type TestClient,
  thirdPartyClient,
  tokensFor,
} from '../support/oauth.ts'
import { must, onSqlite, type Role } from '../support/platform.ts'

// The other lines of this list are in test/tokens/authorization-code.test.ts and refresh-tokens.test.ts.
onSqlite((platform) => {
  afterEach(() => void vi.useRealTimers())
  const orgId = () => platform().organization(1).org_id
  const person = (role: Role) => platform().member(orgId(), role)
  const later = (seconds: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + seconds * 1000 })
  const dead = [401, 'token_revoked']
  const refusedOf = ({ status, body }: Awaited<ReturnType<typeof callAs>>) => [status, body.error]
  const INVALID_GRANT = [400, 'invalid_grant']
  let client: TestClient & { client_secret: string }
  beforeEach(() => {
    client = thirdPartyClient(platform())
  })

  describe('a code', () => {
    test('is refused with a wrong or no verifier: another, the challenge itself, an empty, a short one, one with a line break', async () => {
      const { parameters, verifier } = requestOf(client)
      const { code } = returned(await answerAs(platform(), parameters, person('admin')))
      const { redirect_uri } = client
      const redeem = { grant_type: 'authorization_code', code: must(code), redirect_uri }
      const wrong = [must(parameters.code_challenge), '', verifier.slice(1), `${verifier}\n`, verifier.toLowerCase()]
      for (const code_verifier of wrong) {
        const answer = await callAs(platform(), client, { ...redeem, code_verifier })
        expect([code_verifier, answer.status]).toEqual([code_verifier, 400])
        expect(['invalid_grant', 'invalid_request']).toContain(answer.body.error)
      }
      expect(refusedOf(await callAs(platform(), client, redeem))).toEqual(INVALID_GRANT)
      expect((await callAs(platform(), client, { ...redeem, code_verifier: verifier })).status).toBe(200)
    })

    test('harms nobody if it leaks after its use: another client or a missing verifier ends no token', async () => {
      const redeem = await codeFor(platform(), client, person('admin'))
      const { body } = await callAs(platform(), client, redeem)
      const other = await createApp(platform(), orgId(), { redirect_uris: [client.redirect_uri] })
      const { code_verifier: _, ...without } = redeem
      expect(refusedOf(await callAs(platform(), other, redeem))).toEqual(INVALID_GRANT)
      expect(refusedOf(await callAs(platform(), client, without))).toEqual(INVALID_GRANT)
      expect(refusedOf(await callAs(platform(), client, { ...redeem, redirect_uri: 'https://x.example/' }))).toEqual(
        INVALID_GRANT,
      )
      expect(await readWith(platform(), body.access_token)).toEqual([200, undefined])
      expect((await refresh(platform(), client, body.refresh_token)).status).toBe(200)
    })

    test('ends the grant by its reuse, with the refresh and access tokens, even those issued since', async () => {
      const redeem = await codeFor(platform(), client, person('admin'))
      const first = (await callAs(platform(), client, redeem)).body
      const second = (await refresh(platform(), client, first.refresh_token)).body
      expect(refusedOf(await callAs(platform(), client, redeem))).toEqual(INVALID_GRANT)
      for (const { access_token, refresh_token } of [first, second]) {
        expect(await readWith(platform(), access_token)).toEqual(dead)
        expect(refusedOf(await refresh(platform(), client, refresh_token))).toEqual(INVALID_GRANT)
      }
      // The organisation's authorization is not the thief's to end.
      const resource = `${platform().base}/v1.0/organizations/${orgId()}`
      expect((await platform().askToken(client, { scope: 'org:read', resource })).status).toBe(200)
    })

    test('is redeemed by one of 20 parallel requests, whose tokens are dead because the code was used twice', async () => {
      const redeem = await codeFor(platform(), client, person('admin'))
      const answers = await atOnce(20, () => callAs(platform(), client, redeem))
      const won = answers.filter(({ status }) => status === 200)
      expect(won).toHaveLength(1)
      expect(await readWith(platform(), must(won[0]).body.access_token)).toEqual(dead)
      expect(refusedOf(await refresh(platform(), client, must(won[0]).body.refresh_token))).toEqual(INVALID_GRANT)
    })

    test('is refused to another client, though both are public and share an address', async () => {
      const settings = { kind: 'internal', token_endpoint_auth_method: 'none', scopes: ['org:read'] }
      const uris = { redirect_uris: ['https://spa.example/back'] }
      const one = await createApp(platform(), orgId(), { ...settings, ...uris })
      const two = await createApp(platform(), orgId(), { ...settings, ...uris })
      const asPublic = ({ client_id }: TestClient) => ({ client_id })
      const redeem = await codeFor(platform(), one, person('member'))
      expect(refusedOf(await callAs(platform(), asPublic(two), redeem))).toEqual(INVALID_GRANT)
      expect((await callAs(platform(), asPublic(client), redeem)).body.error).toBe('invalid_client')
      const { status, body } = await callAs(platform(), asPublic(one), redeem)
      expect(status).toBe(200)
      expect(
        refusedOf(
          await refresh(
            platform(),
            { ...two, ...asPublic(two), client_secret: undefined as never },
            body.refresh_token,
          ),
        ),
      ).toEqual(INVALID_GRANT)
    })

    test('is not accepted as another kind of token, nor another kind as a code', async () => {
      const { refresh_token, access_token } = await tokensFor(platform(), client, person('admin'))
      const redeem = await codeFor(platform(), client, person('admin'))
      const pushed = await callAs(platform(), client, requestOf(client).parameters, { path: '/oauth2/par' })
      const pushedId = pushed.body.request_uri.split(':').at(-1)
      for (const code of [refresh_token, access_token, pushed.body.request_uri, pushedId, client.client_secret])
        expect(refusedOf(await callAs(platform(), client, { ...redeem, code }))).toEqual(INVALID_GRANT)
      for (const wrong of [redeem.code, access_token, pushedId, ''])
        expect((await refresh(platform(), client, wrong)).status).toBe(400)
      const asRequest = {
        client_id: client.client_id,
        request_uri: pushed.body.request_uri.replace(pushedId, redeem.code),
      }
      const asked = await fetch(`${platform().base}/oauth2/authorize?${new URLSearchParams(asRequest)}`, {
        redirect: 'manual',
      })
      expect([asked.status, asked.headers.get('location')]).toEqual([400, null])
      expect((await callAs(platform(), client, redeem)).status).toBe(200)
    })

    test('is valid for a minute, and one that was used and is replayed later is still refused', async () => {
      const [used, unused] = [
        await codeFor(platform(), ownClient, person('member')),
        await codeFor(platform(), ownClient, person('member')),
      ]
      expect((await callAs(platform(), ownClient, used)).status).toBe(200)
      later(61)
      for (const redeem of [used, unused])
        expect(refusedOf(await callAs(platform(), ownClient, redeem))).toEqual(INVALID_GRANT)
    })
  })

  describe('a refresh token', () => {
    test('of a public client gives tokens to one of 20 parallel requests, and the family ends with it', async () => {
      const { refresh_token, access_token } = await tokensFor(platform(), ownClient, person('member'))
      const answers = await atOnce(20, () => refresh(platform(), ownClient, refresh_token))
      const won = answers.filter(({ status }) => status === 200)
      expect(won).toHaveLength(1)
      const { body } = must(won[0])
      for (const token of [access_token, body.access_token]) expect(await readWith(platform(), token)).toEqual(dead)
      expect(refusedOf(await refresh(platform(), ownClient, body.refresh_token))).toEqual(INVALID_GRANT)
    })

    test('has no second branch in the half minute of grace, and after it the oldest kills the family', async () => {
      const first = await tokensFor(platform(), client, person('admin'))
      const second = (await refresh(platform(), client, first.refresh_token)).body
      const third = (await refresh(platform(), client, second.refresh_token)).body
      expect((await refresh(platform(), client, first.refresh_token)).body.refresh_token).toBe(second.refresh_token)
      expect((await refresh(platform(), client, second.refresh_token)).body.refresh_token).toBe(third.refresh_token)
      later(31)
      expect((await refresh(platform(), client, third.refresh_token)).status).toBe(200)
      expect(refusedOf(await refresh(platform(), client, first.refresh_token))).toEqual(INVALID_GRANT)
      expect(refusedOf(await refresh(platform(), client, third.refresh_token))).toEqual(INVALID_GRANT)
      expect(await readWith(platform(), third.access_token)).toEqual(dead)
    })

    test('has no grace after a revocation', async () => {
      const first = await tokensFor(platform(), client, person('admin'))
      const second = (await refresh(platform(), client, first.refresh_token)).body
      await callAs(platform(), client, { token: second.refresh_token }, { path: '/oauth2/revoke' })
      expect(refusedOf(await refresh(platform(), client, first.refresh_token))).toEqual(INVALID_GRANT)
      expect(await readWith(platform(), second.access_token)).toEqual(dead)
    })

    test('ends its family when a former one is revoked, which a client may do after a lost answer', async () => {
      const first = await tokensFor(platform(), client, person('admin'))
      const second = (await refresh(platform(), client, first.refresh_token)).body
      expect(
        (await callAs(platform(), client, { token: first.refresh_token }, { path: '/oauth2/revoke' })).status,
      ).toBe(200)
      expect(refusedOf(await refresh(platform(), client, second.refresh_token))).toEqual(INVALID_GRANT)
      expect(await readWith(platform(), second.access_token)).toEqual(dead)
    })

    test('is not ended by a stranger’s reuse, with or without a secret of their own', async () => {
      const { access_token, refresh_token } = await tokensFor(platform(), ownClient, person('member'))
      const next = (await refresh(platform(), ownClient, refresh_token)).body
      const other = await createApp(platform(), orgId(), {})
      for (const token of [refresh_token, next.refresh_token]) {
        expect(refusedOf(await refresh(platform(), other, token))).toEqual(INVALID_GRANT)
        expect((await refresh(platform(), { client_id: client.client_id } as TestClient, token)).body.error).toBe(
          'invalid_client',
        )
      }
      expect(await readWith(platform(), access_token)).toEqual([200, undefined])
      expect((await refresh(platform(), ownClient, next.refresh_token)).status).toBe(200)
    })

    test('can regain scopes that an earlier refresh left out, but none that the person did not grant', async () => {
      const scope = 'org:read org:association:read'
      const first = await tokensFor(platform(), client, person('admin'), { scope })
      const less = (await refresh(platform(), client, first.refresh_token, { scope: 'org:read' })).body
      expect((await refresh(platform(), client, less.refresh_token, { scope })).body.scope).toBe(scope)
      for (const more of ['org:unlink', `${scope} org:unlink`, 'openid', 'offline_access', 'member:*']) {
        const { status, body } = await refresh(platform(), client, less.refresh_token, { scope: more })
        expect([more, status, body.error]).toEqual([more, 400, 'invalid_scope'])
      }
    })

    test('lives no longer than its consent, which is a year', async () => {
      let { refresh_token } = await tokensFor(platform(), ownClient, person('member'))
      const began = Date.now()
      for (let month = 1; month <= 12; month++) {
        vi.useFakeTimers({ toFake: ['Date'], now: began + month * 29 * 86_400_000 })
        const { status, body } = await refresh(platform(), ownClient, refresh_token)
        expect([month, status]).toEqual([month, 200])
        refresh_token = body.refresh_token
      }
      vi.useFakeTimers({ toFake: ['Date'], now: began + 366 * 86_400_000 })
      expect(refusedOf(await refresh(platform(), ownClient, refresh_token))).toEqual(INVALID_GRANT)
    })
  })
})

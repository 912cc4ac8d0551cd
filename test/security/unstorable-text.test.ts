import { describe, expect, test } from 'vitest'
import { thirdPartyClient } from '../support/oauth.ts'
import { type Answer, onEachStore } from '../support/platform.ts'
import { sentToSignIn, tokenOf } from '../support/sign-in.ts'

// U+0000, which PostgreSQL refuses in a text, and bytes that are half a surrogate pair in UTF-8.
const texts = ['%00', 'app_%00', '%00app_sendoff', '%ED%A0%BD', 'app_%ED%B1%8B%00', '%FF%FE']

onEachStore((platform) => {
  const post = (path: string, raw: string, headers: Record<string, string> = {}) =>
    platform().call('POST', path, {
      raw,
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    })

  const grant = 'grant_type=client_credentials&token=x'

  describe.each(texts)('a text that the store can’t keep, %s,', (text) => {
    test('is answered like an unknown client as a client of the token endpoint and its neighbours', async () => {
      for (const path of ['/oauth2/token', '/oauth2/revoke', '/oauth2/introspect', '/oauth2/par']) {
        const asks: ((id: string) => Promise<Answer>)[] = [
          (id) => post(path, `${grant}&client_id=${id}`),
          (id) => post(path, `${grant}&client_id=${id}&client_secret=${id}`),
        ]
        for (const ask of asks) {
          const [answer, unknown] = [await ask(text), await ask('app_unknown')]
          expect([path, answer.status, answer.body]).toEqual([path, unknown.status, unknown.body])
          expect(answer.status).toBeLessThan(500)
        }
        // The library refuses some as badly encoded and the rest as unknown.
        const { status } = await post(path, grant, { authorization: `Basic ${btoa(`${text}:${text}`)}` })
        expect([400, 401]).toContain(status)
      }
    })

    test('is answered like an unknown client as a client of a request for authorization', async () => {
      const ask = (id: string) => platform().call('GET', `/oauth2/authorize?response_type=code&client_id=${id}`)
      const [answer, unknown] = [await ask(text), await ask('app_unknown')]
      expect([answer.status, unknown.status]).toEqual([400, 400])
      expect(answer.body.error).toBe(unknown.body.error)
    })

    test('is refused as the caller’s fault in any other parameter of the token endpoint', async () => {
      const { client_id, client_secret } = thirdPartyClient(platform())
      const headers = { authorization: `Basic ${btoa(`${client_id}:${client_secret}`)}` }
      for (const parameters of [
        `grant_type=${text}`,
        `grant_type=client_credentials&scope=${text}`,
        `grant_type=client_credentials&scope=org:read&resource=${text}`,
        `grant_type=client_credentials&scope=org:read&resource=${encodeURIComponent(`${platform().base}/v1.0/organizations/org_`)}${text}`,
        `grant_type=authorization_code&code=${text}&redirect_uri=${text}&code_verifier=${text}`,
        `grant_type=refresh_token&refresh_token=${text}`,
      ]) {
        const { status } = await post('/oauth2/token', parameters, headers)
        expect([parameters, status]).toEqual([parameters, 400])
      }
      for (const path of ['/oauth2/revoke', '/oauth2/introspect']) {
        expect((await post(path, `token=${text}`, headers)).status).toBe(200)
      }
    })

    test('is answered like an unknown sign-in in the address of a sign-in', async () => {
      expect((await platform().call('GET', `/sign-in/${text}`)).status).toBeLessThan(500)
    })
  })

  test.each(['\u0000', 'a\u0000', '\u0000@example.com', `ana@example.com\u0000`])(
    'U+0000 in a form of the sign-in changes nothing and breaks nothing: %j',
    async (text) => {
      const { visitor, page, uid } = await sentToSignIn(platform())
      const token = tokenOf(page.html)
      for (const [path, fields] of [
        ['', { login: text, password: text }],
        ['/recover', { login: text }],
        ['/recover/code', { code: text, password: text }],
        ['/account', { account_id: text }],
        ['/consent', { account_id: text }],
      ] as const) {
        const { status } = await visitor.post(`/sign-in/${uid}${path}`, { token, ...fields })
        expect([path, status < 500]).toEqual([path, true])
      }
      expect((await visitor.open(`/sign-in/${uid}`)).status).toBe(200)
    },
  )
})

import { createHash, randomUUID } from 'node:crypto'
import { calculateJwkThumbprint, exportJWK, generateKeyPair, SignJWT } from 'jose'
import { beforeEach, expect, test } from 'vitest'
import { atOnce, callAs, claimsOf, codeFor, ownClient, type Person } from '../support/oauth.ts'
import { must, onEachStore } from '../support/platform.ts'

const PATH = '/v1.0/organization'

onEachStore((platform) => {
  type Keys = Awaited<ReturnType<typeof generateKeyPair>>
  let keys: Keys

  beforeEach(async () => {
    keys = await generateKeyPair('ES256', { extractable: true })
  })

  async function proof(htm: string, path: string, { claims = {}, header = {}, by = keys } = {}): Promise<string> {
    const own = { htm, htu: platform().base + path, jti: randomUUID(), ...claims }
    const jwk = await exportJWK(by.publicKey)
    return new SignJWT({ iat: Math.floor(Date.now() / 1000), ...own })
      .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk, ...header })
      .sign(by.privateKey)
  }

  /** A token that is bound to the key. */
  async function boundToken(): Promise<string> {
    const [app] = platform().organization(0).apps
    const parameters = { grant_type: 'client_credentials', scope: 'org:read org:write' }
    const headers = { dpop: await proof('POST', '/oauth2/token') }
    const { status, body } = await callAs(platform(), must(app), parameters, { headers })
    expect([status, body.token_type]).toEqual([200, 'DPoP'])
    return body.access_token
  }

  const ath = (token: string) => createHash('sha256').update(token).digest('base64url')
  const call = (token: string, dpop?: string, scheme = 'DPoP', path = PATH) =>
    platform().call('GET', path, { headers: { authorization: `${scheme} ${token}`, ...(dpop && { dpop }) } })

  test('a token that was requested with a proof is bound to its key, and works with a proof', async () => {
    const token = await boundToken()
    expect(claimsOf(token).cnf).toEqual({ jkt: await calculateJwkThumbprint(await exportJWK(keys.publicKey)) })
    const first = await call(token, await proof('GET', PATH, { claims: { ath: ath(token) } }))
    expect([first.status, first.body.org_id]).toEqual([200, platform().organization(0).org_id])
    const withQuery = await proof('GET', PATH, { claims: { ath: ath(token), htu: `${platform().base}${PATH}?a=b#c` } })
    expect((await call(token, withQuery)).status).toBe(200)
  })

  test('it is refused without a proof or with one for another request, and the answer says how proofs are signed', async () => {
    const token = await boundToken()
    const other = await generateKeyPair('ES256', { extractable: true })
    const good = { ath: ath(token) }
    const now = Math.floor(Date.now() / 1000)
    const jwk = await exportJWK(keys.privateKey)
    const wrong: [string, string | undefined][] = [
      ['no proof', undefined],
      ['another key', await proof('GET', PATH, { claims: good, by: other })],
      ['another method', await proof('POST', PATH, { claims: good })],
      ['another path', await proof('GET', '/v1.0/members', { claims: good })],
      ['another host', await proof('GET', PATH, { claims: { ...good, htu: `http://evil.example${PATH}` } })],
      ['another token', await proof('GET', PATH, { claims: { ath: ath('other') } })],
      ['no token', await proof('GET', PATH)],
      ['old', await proof('GET', PATH, { claims: { ...good, iat: now - 120 } })],
      ['from ahead', await proof('GET', PATH, { claims: { ...good, iat: now + 120 } })],
      ['no id', await proof('GET', PATH, { claims: { ...good, jti: undefined } })],
      ['another type', await proof('GET', PATH, { claims: good, header: { typ: 'JWT' } })],
      ['a private key', await proof('GET', PATH, { claims: good, header: { jwk } })],
      ['nonsense', 'a.b.c'],
    ]
    for (const [what, dpop] of wrong) {
      const answer = await call(token, dpop)
      expect([what, answer.status, answer.body.code]).toEqual([what, 401, 'token_invalid'])
      expect(answer.headers.get('www-authenticate')).toMatch(/^DPoP error="invalid_token", algs="ES256 /)
    }
  })

  test('it is not a bearer token, and a bearer token needs no proof', async () => {
    const token = await boundToken()
    for (const dpop of [undefined, await proof('GET', PATH, { claims: { ath: ath(token) } })]) {
      const { status, body } = await call(token, dpop, 'Bearer')
      expect([status, body.code]).toEqual([401, 'token_invalid'])
    }
    const plain = await platform().appToken(platform().organization(0).org_id, 'org:read')
    const downgraded = await call(plain, await proof('GET', PATH, { claims: { ath: ath(plain) } }))
    expect([downgraded.status, downgraded.body.code]).toEqual([401, 'token_invalid'])
  })

  test('a proof works once, even in twenty simultaneous requests, at the token endpoint and the API', async () => {
    const token = await boundToken()
    const dpop = await proof('GET', PATH, { claims: { ath: ath(token) } })
    const answers = await atOnce(20, () => call(token, dpop))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const again = await call(token, dpop)
    expect([again.status, again.body.code]).toEqual([401, 'token_invalid'])
    const app = must(platform().organization(0).apps[0])
    const asked = { grant_type: 'client_credentials', scope: 'org:read' }
    const headers = { dpop: await proof('POST', '/oauth2/token') }
    const tokens = await atOnce(20, () => callAs(platform(), app, asked, { headers }))
    expect(tokens.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  test('a refresh token of a public client is bound to the key too', async () => {
    const member: Person = must(
      platform()
        .organization(1)
        .members.find(({ role }) => role === 'member'),
    )
    const redeem = await codeFor(platform(), ownClient, member)
    const headers = { dpop: await proof('POST', '/oauth2/token') }
    const { body } = await callAs(platform(), ownClient, redeem, { headers })
    expect(body.token_type).toBe('DPoP')
    const refresh = { grant_type: 'refresh_token', refresh_token: body.refresh_token }
    const other = await generateKeyPair('ES256', { extractable: true })
    const stolen = await callAs(platform(), ownClient, refresh, {
      headers: { dpop: await proof('POST', '/oauth2/token', { by: other }) },
    })
    expect([stolen.status, stolen.body.error]).toEqual([400, 'invalid_grant'])
    expect((await callAs(platform(), ownClient, refresh)).body.error).toBe('invalid_grant')
    const own = await callAs(platform(), ownClient, refresh, {
      headers: { dpop: await proof('POST', '/oauth2/token') },
    })
    expect(own.status).toBe(200)
  })
})

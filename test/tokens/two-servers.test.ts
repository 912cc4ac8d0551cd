import { createHash, randomUUID } from 'node:crypto'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import {
  actAs,
  callAs,
  codeFor,
  createApp,
  ownClient,
  readWith,
  thirdPartyClient,
  tokensFor,
} from '../support/oauth.ts'
import { type Answer, Caller, must, openPlatform, type Platform } from '../support/platform.ts'
import { freePort } from '../support/process.ts'
import { sentToSignIn, signInAs } from '../support/sign-in.ts'

describe('two servers on one PostgreSQL', () => {
  let opened: Awaited<ReturnType<typeof openPlatform>>
  let second: Awaited<ReturnType<Platform['startBeside']>>
  let other: Platform
  const platform = () => opened.platform
  const organization = () => platform().organization(1)
  const one = (role: string) => must(organization().members.find((member) => member.role === role))

  beforeAll(async () => {
    const port = await freePort()
    opened = await openPlatform('postgres', { port, issuer: `http://127.0.0.1:${port}` })
    second = await platform().startBeside({ port: 0 })
  })
  beforeEach(async () => {
    await platform().reset()
    // The helpers for pages need only the part of a platform that makes calls.
    other = new Caller(second.address, platform().data) as unknown as Platform
  })
  afterAll(async () => {
    await second?.stop()
    await opened?.close()
  })

  /** Sends the same request ten times to each of the two servers, all concurrently. */
  const atBoth = async (request: (to: Platform) => Promise<Answer>) => {
    const servers = Array.from({ length: 20 }, (_, i) => (i % 2 ? other : platform()))
    const answers = await Promise.all(servers.map(request))
    return answers.filter(({ status }) => status === 200).length
  }

  test('redeem one code, one refresh token, one assertion and one proof exactly once', async () => {
    const client = thirdPartyClient(platform())
    const code = await codeFor(platform(), client, one('admin'))
    expect(await atBoth((to) => callAs(to, client, code))).toBe(1)

    const { refresh_token } = await tokensFor(platform(), ownClient, one('member'))
    expect(await atBoth((to) => callAs(to, ownClient, { grant_type: 'refresh_token', refresh_token }))).toBe(1)

    const keys = await generateKeyPair('ES256', { extractable: true })
    const { kty, crv, x, y } = await exportJWK(keys.publicKey)
    const settings = { kind: 'internal', redirect_uris: [], token_endpoint_auth_method: 'private_key_jwt' }
    const jwks = { keys: [{ kty, crv, x, y, kid: 'one', alg: 'ES256' }] }
    const { client_id } = await createApp(platform(), organization().org_id, { ...settings, jwks })
    const assertion = await new SignJWT({ iss: client_id, sub: client_id, aud: platform().base, jti: randomUUID() })
      .setProtectedHeader({ alg: 'ES256', kid: 'one' })
      .setExpirationTime('1m')
      .sign(keys.privateKey)
    const parameters = {
      grant_type: 'client_credentials',
      scope: 'org:read',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
    }
    expect(await atBoth((to) => callAs(to, { client_id }, parameters))).toBe(1)

    const proof = (htm: string, path: string, more = {}) =>
      new SignJWT({ htm, htu: platform().base + path, jti: randomUUID(), ...more })
        .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk: { kty, crv, x, y } as never })
        .setIssuedAt()
        .sign(keys.privateKey)
    const app = must(organization().apps[0])
    const own = { grant_type: 'client_credentials', scope: 'org:read' }
    const forToken = { headers: { dpop: await proof('POST', '/oauth2/token') } }
    const answers: Answer[] = []
    expect(await atBoth(async (to) => answers[answers.push(await callAs(to, app, own, forToken)) - 1] as Answer)).toBe(
      1,
    )
    const token = must(answers.find(({ status }) => status === 200)).body.access_token
    const ath = createHash('sha256').update(token).digest('base64url')
    const headers = { authorization: `DPoP ${token}`, dpop: await proof('GET', '/v1.0/organization', { ath }) }
    expect(await atBoth((to) => to.call('GET', '/v1.0/organization', { headers }))).toBe(1)
  })

  test('a token that ends at one is refused by the other on the next call', async () => {
    const client = thirdPartyClient(platform())
    const { access_token } = await tokensFor(platform(), client, one('admin'))
    const person = await tokensFor(platform(), ownClient, one('member'))
    const revoked = await tokensFor(platform(), ownClient, one('founder'))
    for (const token of [access_token, person.access_token, revoked.access_token]) {
      expect(await readWith(other, token)).toEqual([200, undefined])
    }
    await callAs(platform(), ownClient, { token: revoked.access_token }, { path: '/oauth2/revoke' })
    expect(await readWith(other, revoked.access_token)).toEqual([401, 'token_revoked'])
    const act = await actAs(platform(), one('founder').account_id, 'app:read', 'app:write', 'member:condition:write')
    const [authorization] = (await act('GET', '/v1.0/authorizations')).body.data
    await act('DELETE', `/v1.0/authorizations/${authorization.authorization_id}`)
    expect(await readWith(other, access_token)).toEqual([403, 'org_not_authorized'])
    await act('PUT', `/v1.0/members/${one('member').account_id}/condition`, { condition: 'frozen' })
    expect(await readWith(other, person.access_token)).toEqual([403, 'account_restricted'])
  })

  test('a sign-in that began at one continues at the other', async () => {
    const { visitor, page } = await sentToSignIn(platform())
    const elsewhere = { ...page, url: new URL(page.url.pathname, second.address) }
    Object.assign(visitor, { base: second.address })
    expect((await signInAs(visitor, elsewhere, one('admin'))).url.href).toBe(`${elsewhere.url}/account`)
  })

  test('count failed authentications, requests for codes and guesses together', async () => {
    // Real time stands still, so that no minute ends in the middle.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
    onTestFinished(() => void vi.useRealTimers())
    const wrong = { client_id: thirdPartyClient(platform()).client_id, client_secret: 'osk_wrong' }
    const fails = (to: Platform) => callAs(to, wrong, { grant_type: 'client_credentials' })
    const failed = await Promise.all(Array.from({ length: 40 }, (_, i) => fails(i % 2 ? other : platform())))
    expect(failed.filter(({ status }) => status === 401)).toHaveLength(30)
    expect((await fails(other)).status).toBe(429)

    const email = 'noor@people.example'
    const asks = (to: Platform) => to.post('/v1.0/verification-codes', undefined, { email, purpose: 'recover' })
    const asked = await Promise.all(Array.from({ length: 10 }, (_, i) => asks(i % 2 ? other : platform())))
    expect(asked.filter(({ status }) => status === 202)).toHaveLength(5)

    const guess = { email: one('member').email, code: '000000', new_password: 'long enough 1' }
    const guesses = (to: Platform) => to.post('/v1.0/recovery', undefined, guess)
    const guessed = await Promise.all(Array.from({ length: 10 }, (_, i) => guesses(i % 2 ? other : platform())))
    expect(guessed.filter(({ body }) => body.code === 'code_invalid')).toHaveLength(5)
    expect(guessed.filter(({ body }) => body.code === 'too_many_attempts')).toHaveLength(5)
  })
})

import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { must, onEachStore } from '../support/platform.ts'

const PATH = '/v1.0/organization/unlink'

onEachStore((platform) => {
  let token: string
  let command: { dept_id: number; associated_org_id: string }

  beforeEach(async () => {
    const { org_id, dept_id, associated_org_id } = platform().association('upstream')
    token = await platform().appToken(org_id, 'org:unlink')
    command = { dept_id, associated_org_id }
  })
  afterEach(() => void vi.useRealTimers())

  /** The call is refused with this code, before its body is looked at, and nothing changed. */
  async function expectRefused(authorization: string | undefined, status: number, code: string) {
    const headers = { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) }
    for (const raw of [JSON.stringify(command), '{broken', JSON.stringify({ unknown: true })]) {
      const answer = await platform().call('POST', PATH, { raw, headers })
      expect([answer.status, answer.body.code]).toEqual([status, code])
      expect(answer.body).not.toHaveProperty('result')
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/)
    }
    vi.useRealTimers()
    expect(await platform().events(platform().association('upstream').org_id)).toEqual([])
  }

  const bearer = (value: string) => `Bearer ${value}`
  const [HEADER, PAYLOAD, SIGNATURE] = [0, 1, 2]
  const part = (index: number) => must(token.split('.')[index])
  const decoded = (index: number) => JSON.parse(Buffer.from(part(index), 'base64url').toString())
  const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

  test('no token is refused', () => expectRefused(undefined, 401, 'token_missing'))

  test('what is no bearer token is refused', async () => {
    for (const header of [
      'Basic YTpi',
      'Bearer',
      'Bearer a b',
      'Token abc',
      bearer('abc'),
      bearer('a.b.c'),
      bearer('💥'),
    ]) {
      if (header.includes('💥')) continue
      await expectRefused(header, 401, 'token_invalid')
    }
  })

  test('a token in the query is refused', async () => {
    const answer = await platform().post(`${PATH}?access_token=${token}`, undefined, command)
    expect([answer.status, answer.body.code]).toEqual([401, 'token_missing'])
  })

  test('an expired token is refused, however valid it was', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3600_000 + 1000 })
    await expectRefused(bearer(token), 401, 'token_expired')
  })

  test('an edited token is refused', async () => {
    const edited = encoded({ ...decoded(PAYLOAD), scope: 'org:unlink org:read' })
    await expectRefused(bearer([part(HEADER), edited, part(SIGNATURE)].join('.')), 401, 'token_invalid')
    const flipped = part(SIGNATURE).startsWith('A') ? 'B' : 'A'
    await expectRefused(
      bearer(`${part(HEADER)}.${part(PAYLOAD)}.${flipped}${part(SIGNATURE).slice(1)}`),
      401,
      'token_invalid',
    )
    await expectRefused(bearer(`${part(HEADER)}.${part(PAYLOAD)}.`), 401, 'token_invalid')
    const zeros = Buffer.alloc(64).toString('base64url')
    await expectRefused(bearer(`${part(HEADER)}.${part(PAYLOAD)}.${zeros}`), 401, 'token_invalid')
  })

  test('an unsigned token is refused, by whatever name of the algorithm', async () => {
    await expectRefused(bearer(new UnsecuredJWT(decoded(PAYLOAD)).encode()), 401, 'token_invalid')
    for (const alg of ['none', 'None', 'NONE']) {
      const header = encoded({ ...decoded(HEADER), alg })
      await expectRefused(bearer(`${header}.${part(PAYLOAD)}.`), 401, 'token_invalid')
    }
  })

  test('a token that is signed with another key is refused, also if it brings that key along', async () => {
    const { privateKey, publicKey } = await generateKeyPair('ES256')
    const jwk = await exportJWK(publicKey)
    for (const header of [{}, { jwk }, { jku: 'http://127.0.0.1:1/keys' }, { kid: '../../etc/passwd' }]) {
      const forged = await new SignJWT(decoded(PAYLOAD))
        .setProtectedHeader({ ...decoded(HEADER), ...header })
        .sign(privateKey)
      await expectRefused(bearer(forged), 401, 'token_invalid')
    }
  })

  test('a token signed with the public key as a shared secret is refused', async () => {
    const { body } = await platform().get('/oauth2/jwks')
    const forged = await new SignJWT(decoded(PAYLOAD))
      .setProtectedHeader({ ...decoded(HEADER), alg: 'HS256' })
      .sign(new TextEncoder().encode(JSON.stringify(body.keys[0])))
    await expectRefused(bearer(forged), 401, 'token_invalid')
  })

  test("another organisation's token does not reach this one's association", async () => {
    const foreign = await platform().appToken(platform().organization(3).org_id, 'org:unlink')
    const { associated_dept_id, org_id } = platform().association('upstream')
    const named = { dept_id: associated_dept_id, associated_org_id: org_id }
    const answer = await platform().post(PATH, foreign, named)
    expect([answer.status, answer.body.code]).toEqual([404, 'association_not_found'])
  })

  test('a token of before a reset is refused', async () => {
    await platform().reset()
    const answer = await platform().post(PATH, token, command)
    expect([answer.status, answer.body.code]).toEqual([401, 'token_revoked'])
  })

  test('a frozen account is told so, and that an administrator can help', async () => {
    const { members } = platform().organization(0)
    const { account_id } = must(members.find(({ condition }) => condition === 'frozen'))
    const answer = await platform().post(PATH, await platform().userToken(account_id, 'org:unlink'), command)
    expect(answer.status).toBe(403)
    expect(answer.body).toMatchObject({
      code: 'account_restricted',
      condition: 'frozen',
      remediation: { action: 'contact_admin' },
    })
  })
})

import { createHash, createPublicKey } from 'node:crypto'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type PrivateKey, sealPurpose } from '../../packages/server/src/keys/key.ts'
import { rows } from '../support/database.ts'
import { callAs, codeFor, thirdPartyClient, tokensFor } from '../support/oauth.ts'
import { must, onSqlite } from '../support/platform.ts'
import { sealerOf, signingKeyOf, signWith } from './signing-key.ts'

const PATH = '/v1.0/organization/unlink'

onSqlite((platform) => {
  let token: string
  let command: { dept_id: number; associated_org_id: string }
  let orgId: string

  beforeEach(async () => {
    const { org_id, dept_id, associated_org_id } = platform().association('upstream')
    orgId = org_id
    token = await platform().appToken(org_id, 'org:unlink')
    command = { dept_id, associated_org_id }
  })
  afterEach(() => void vi.useRealTimers())

  /** Expects that the call is refused with this code before its body is read, and that nothing changed. */
  async function expectRefused(authorization: string | undefined, status: number, code: string, what = '') {
    const headers = { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) }
    for (const raw of [JSON.stringify(command), '{broken']) {
      const answer = await platform().call('POST', PATH, { raw, headers })
      expect([what, answer.status, answer.body.code]).toEqual([what, status, code])
      expect(answer.body).not.toHaveProperty('result')
      if (status === 401) expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/)
    }
    vi.useRealTimers()
    expect(await platform().events(platform().association('upstream').org_id)).toEqual([])
  }

  const bearer = (value: string) => `Bearer ${value}`
  const [HEADER, PAYLOAD, SIGNATURE] = [0, 1, 2]
  const part = (index: number) => must(token.split('.')[index])
  const decoded = (index: number) => JSON.parse(Buffer.from(part(index), 'base64url').toString())
  const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  /** A token as the platform would sign it, except for these claims. */
  const signed = async (claims: JWTPayload, header: object = {}) =>
    signWith(await signingKeyOf(platform()), { ...decoded(PAYLOAD), ...claims }, header)

  test('a valid token is accepted, also one for one organisation and one that names its type in full', async () => {
    const read = await platform().appToken(orgId, 'org:read')
    const named = await platform().clientToken(
      must(platform().organizationOf(orgId).apps[0]),
      ['org:read'],
      `${platform().base}/v1.0/organizations/${orgId}`,
    )
    const own = await signed({ scope: 'org:read' }, { typ: 'application/at+jwt' })
    for (const good of [read, named, own, await signed({ scope: 'org:read' })]) {
      const { status, body } = await platform().get('/v1.0/organization', good)
      expect([status, body.org_id]).toEqual([200, orgId])
    }
    expect((await platform().post(PATH, token, command)).body.result).toBe(true)
  })

  describe('in the header, the API refuses', () => {
    test('no token', () => expectRefused(undefined, 401, 'token_missing'))

    test('anything but a bearer token', async () => {
      const headers = ['Basic YTpi', 'Bearer', 'Bearer a b', 'Token abc', bearer('abc'), bearer('a.b.c')]
      for (const header of [...headers, bearer(`${token}.${part(SIGNATURE)}.a`), `${bearer(token)}, ${bearer(token)}`])
        await expectRefused(header, 401, 'token_invalid', header)
    })

    test('a token in the query, in a cookie or in the body', async () => {
      const inQuery = await platform().post(`${PATH}?access_token=${token}`, undefined, command)
      const inCookie = await platform().post(PATH, undefined, command, { cookie: `access_token=${token}` })
      const inBody = await platform().post(PATH, undefined, { ...command, access_token: token })
      const inForm = await platform().call('POST', PATH, { raw: new URLSearchParams({ access_token: token }) })
      for (const { status, body } of [inQuery, inCookie, inBody, inForm])
        expect([status, body.code]).toEqual([401, 'token_missing'])
    })

    test('a client’s secret, a code, a refresh token, and the digest of a token', async () => {
      const client = thirdPartyClient(platform())
      const admin = must(
        platform()
          .organization(1)
          .members.find(({ role }) => role === 'admin'),
      )
      const { refresh_token } = await tokensFor(platform(), client, admin)
      const { code } = await codeFor(platform(), client, admin)
      const before = (await platform().events(platform().organization(1).org_id)).length
      for (const value of [client.client_secret, code, refresh_token, createHash('sha256').update(token).digest('hex')])
        await expectRefused(bearer(value), 401, 'token_invalid')
      expect(await platform().events(platform().organization(1).org_id)).toHaveLength(before)
    })
  })

  describe('by its signature, the API refuses', () => {
    test('alg none, None, NONE: an unsigned token under any name of the algorithm', async () => {
      await expectRefused(bearer(new UnsecuredJWT(decoded(PAYLOAD)).encode()), 401, 'token_invalid')
      for (const alg of ['none', 'None', 'NONE', 'nOnE', '', null]) {
        const header = encoded({ ...decoded(HEADER), alg })
        for (const signature of ['', part(SIGNATURE)])
          await expectRefused(bearer(`${header}.${part(PAYLOAD)}.${signature}`), 401, 'token_invalid', `${alg}`)
      }
    })

    test('HS256 with the public key as PEM, DER, JWK or coordinate as the shared secret', async () => {
      const { body } = await platform().get('/oauth2/jwks')
      const [jwk] = body.keys
      const key = createPublicKey({ key: jwk, format: 'jwk' })
      const pem = String(key.export({ type: 'spki', format: 'pem' }))
      const coordinates = [Buffer.from(jwk.x, 'base64url'), Buffer.from(jwk.y, 'base64url')]
      const secrets = [
        Buffer.from(pem),
        Buffer.from(pem.trim()),
        key.export({ type: 'spki', format: 'der' }),
        Buffer.from(JSON.stringify(jwk)),
        Buffer.from(JSON.stringify(body)),
        ...coordinates,
        Buffer.concat(coordinates),
        Buffer.from(jwk.x),
      ]
      for (const secret of secrets) {
        for (const alg of ['HS256', 'HS512']) {
          const forged = await new SignJWT(decoded(PAYLOAD))
            .setProtectedHeader({ ...decoded(HEADER), alg })
            .sign(new Uint8Array(secret))
          await expectRefused(bearer(forged), 401, 'token_invalid', alg)
        }
      }
    })

    test('a kid that is unknown, a path, SQL, a URL or missing, signed with another key', async () => {
      const { privateKey } = await generateKeyPair('ES256')
      const known = decoded(HEADER).kid
      const kids = [
        'key_unknown',
        '../../../dev/null',
        "' or 1=1 --",
        'http://127.0.0.1:1/key',
        `${known}\0`,
        known,
        '',
      ]
      for (const kid of [...kids, undefined, '__proto__']) {
        const header = { alg: 'ES256', typ: 'at+jwt', ...(kid !== undefined && { kid }) }
        const forged = await new SignJWT(decoded(PAYLOAD)).setProtectedHeader(header).sign(privateKey)
        await expectRefused(bearer(forged), 401, 'token_invalid', kid)
      }
    })

    test('another key that the token brings along: jku, jwk, x5u and x5c are ignored', async () => {
      const { privateKey, publicKey } = await generateKeyPair('ES256')
      const jwk = await exportJWK(publicKey)
      const url = 'http://127.0.0.1:1/keys'
      for (const header of [{ jwk }, { jku: url }, { x5u: url }, { x5c: ['AAAA'] }, { jwk: { ...jwk, kid: 'own' } }]) {
        for (const kid of [decoded(HEADER).kid, 'own']) {
          const forged = await new SignJWT(decoded(PAYLOAD))
            .setProtectedHeader({ ...decoded(HEADER), kid, ...header })
            .sign(privateKey)
          await expectRefused(bearer(forged), 401, 'token_invalid', Object.keys(header)[0])
        }
      }
    })

    test('another algorithm, with a key of its own', async () => {
      for (const alg of ['RS256', 'PS256', 'ES384', 'EdDSA']) {
        const { privateKey } = await generateKeyPair(alg)
        const forged = await new SignJWT(decoded(PAYLOAD))
          .setProtectedHeader({ ...decoded(HEADER), alg })
          .sign(privateKey)
        await expectRefused(bearer(forged), 401, 'token_invalid', alg)
      }
    })

    test('unknown crit: an extension that must be understood and is not', async () => {
      const header = { crit: ['urn:example:unknown'], 'urn:example:unknown': 1 }
      await expectRefused(bearer(await signed({}, header)), 401, 'token_invalid')
    })

    test('an edited payload, even if only its spelling changed', async () => {
      for (const edit of [{ scope: 'org:unlink org:read' }, { exp: 9_999_999_999 }, {}]) {
        const edited = Buffer.from(JSON.stringify({ ...decoded(PAYLOAD), ...edit }, null, 1)).toString('base64url')
        await expectRefused(bearer([part(HEADER), edited, part(SIGNATURE)].join('.')), 401, 'token_invalid')
      }
    })

    test('a signature that is all zeros, empty, cut, changed, or another token’s', async () => {
      const other = must((await platform().appToken(orgId, 'org:unlink', 'org:read')).split('.')[SIGNATURE])
      const flipped = part(SIGNATURE).startsWith('A') ? 'B' : 'A'
      const ones = Buffer.alloc(64, 255).toString('base64url')
      const zeros = Buffer.alloc(64).toString('base64url')
      for (const signature of [
        zeros,
        ones,
        '',
        part(SIGNATURE).slice(0, -4),
        flipped + part(SIGNATURE).slice(1),
        other,
      ])
        await expectRefused(bearer(`${part(HEADER)}.${part(PAYLOAD)}.${signature}`), 401, 'token_invalid', signature)
    })

    test('a key removed after rotation', async () => {
      const { privateKey } = await generateKeyPair('ES256', { extractable: true })
      const own = { ...(await exportJWK(privateKey)), kid: 'key_retired', alg: 'ES256', use: 'sig' } as PrivateKey
      const sealed = sealerOf(platform()).seal(JSON.stringify(own), sealPurpose('access_token'))
      const key = { kid: own.kid, purpose: 'access_token', sealed, state: 'retired', created_at: 0 } as const
      await rows(platform(), (db) =>
        db
          .insertInto('signing_key')
          .values({ ...key, until: Date.now() + 60_000 })
          .execute(),
      )
      await platform().get('/oauth2/jwks')
      const old = await signWith(own, { ...decoded(PAYLOAD), scope: 'org:read' })
      expect((await platform().get('/v1.0/organization', old)).status).toBe(200)
      await rows(platform(), (db) => db.deleteFrom('signing_key').where('kid', '=', own.kid).execute())
      await platform().get('/oauth2/jwks')
      await expectRefused(bearer(old), 401, 'token_invalid')
    })
  })

  describe('by its claims, though signed with the platform’s key, the API refuses', () => {
    const seconds = () => Math.floor(Date.now() / 1000)
    const WRONG: [string, () => JWTPayload | Record<string, unknown>, (string | undefined)?][] = [
      ['an expired one', () => ({ exp: seconds() - 1 }), 'token_expired'],
      ['one with no exp', () => ({ exp: undefined })],
      ['one with an exp that is no number', () => ({ exp: '9999999999' })],
      ['one with nbf ahead', () => ({ nbf: seconds() + 60 })],
      ['one with the wrong aud', () => ({ aud: 'https://elsewhere.example/v1.0' })],
      ['one with missing aud', () => ({ aud: undefined })],
      ['one with an aud that begins as ours', () => ({ aud: `${platform().base}/v1.0/` })],
      ['one with the issuer as aud', () => ({ aud: platform().base })],
      ['one with several aud', () => ({ aud: [`${platform().base}/v1.0`, 'https://elsewhere.example'] })],
      ['one with wrong iss', () => ({ iss: 'https://elsewhere.example' })],
      ['one with an iss that begins as ours', () => ({ iss: `${platform().base}/` })],
      ['one with no iss', () => ({ iss: undefined })],
      ['one with no jti', () => ({ jti: undefined })],
      ['one with no client', () => ({ client_id: undefined })],
      ['one with scopes in a list', () => ({ scope: ['org:unlink'] })],
    ]
    test.each(WRONG)('%s', async (_, claims, code = 'token_invalid') => {
      await expectRefused(bearer(await signed(claims() as JWTPayload)), 401, code)
    })

    test('a token whose typ is JWT, absent, or another’s: ID token, assertion, proof or event as access token', async () => {
      for (const typ of ['JWT', undefined, 'dpop+jwt', 'logout+jwt', 'secevent+jwt', 'at', 'at+jwt;x'])
        await expectRefused(bearer(await signed({}, { typ })), 401, 'token_invalid', typ)
    })

    test('a token that has expired since it was last checked', async () => {
      expect((await platform().get('/v1.0/organization', token)).body.code).toBe('scope_missing')
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3600_000 + 1000 })
      await expectRefused(bearer(token), 401, 'token_expired')
    })

    test('a token for another organisation, by any claim (confused deputy)', async () => {
      const other = platform().organization(3)
      const resource = `${platform().base}/v1.0/organizations/${other.org_id}`
      const stranger = must(other.members[0]).account_id
      const third = thirdPartyClient(platform()).client_id
      const confused: [JWTPayload, number, string][] = [
        [{ aud: resource }, 401, 'token_invalid'],
        [{ org_id: other.org_id }, 401, 'token_revoked'],
        [{ org_id: other.org_id, aud: resource }, 401, 'token_revoked'],
        [{ org_id: undefined }, 401, 'token_revoked'],
        [{ client_id: must(other.apps[0]).client_id }, 401, 'token_revoked'],
        [{ client_id: third }, 401, 'token_revoked'],
        [{ client_id: third, org_id: other.org_id }, 403, 'org_not_authorized'],
        [{ account_id: stranger }, 401, 'token_revoked'],
        [{ account_id: 'acct_none' }, 401, 'token_revoked'],
      ]
      for (const [claims, status, code] of confused)
        await expectRefused(bearer(await signed(claims)), status, code, JSON.stringify(claims))
    })
  })

  test('another organisation’s token does not reach this one’s association', async () => {
    const foreign = await platform().appToken(platform().organization(3).org_id, 'org:unlink')
    const { associated_dept_id, org_id } = platform().association('upstream')
    const named = { dept_id: associated_dept_id, associated_org_id: org_id }
    const answer = await platform().post(PATH, foreign, named)
    expect([answer.status, answer.body.code]).toEqual([404, 'association_not_found'])
  })

  test('a missing scope is refused with 403 and named, even if another contains it or is a part of it', async () => {
    const scopes = ['', 'org:read', 'org', 'org:unlin', 'org:unlink:all', 'xorg:unlink', 'org:*', '*', 'ORG:UNLINK']
    for (const scope of [
      ...scopes,
      'org:unlink,org:read',
      'org:unlink\torg:read',
      'org:read\norg:unlink',
      '"org:unlink"',
    ]) {
      const answer = await platform().post(PATH, await signed({ scope }), command)
      expect([scope, answer.status, answer.body.code]).toEqual([scope, 403, 'scope_missing'])
      expect(answer.body.required_scopes).toEqual(['org:unlink'])
    }
    expect(await platform().events(orgId)).toEqual([])
  })

  test('a token from before a reset is refused', async () => {
    await platform().reset()
    const answer = await platform().post(PATH, token, command)
    expect([answer.status, answer.body.code]).toEqual([401, 'token_revoked'])
  })

  test('a frozen account learns so, and that an administrator can help', async () => {
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

  test('the published keys are public ones, and no endpoint returns a private one', async () => {
    const { body } = await platform().get('/oauth2/jwks')
    for (const key of body.keys) expect(Object.keys(key).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y'])
    const { d } = await signingKeyOf(platform())
    expect(JSON.stringify(body)).not.toContain(d)
    const client = must(platform().organization(0).apps[0])
    const told = await callAs(platform(), client, { token }, { path: '/oauth2/introspect' })
    expect(JSON.stringify(told.body)).not.toContain(d)
  })
})

import { createHash, createPublicKey, randomUUID } from 'node:crypto'
import { exportJWK, exportSPKI, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import { beforeEach, describe, expect, test } from 'vitest'
import { atOnce, callAs, createApp, ownClient, requestOf, type TestClient, thirdPartyClient } from '../support/oauth.ts'
import { onSqlite } from '../support/platform.ts'
import { signingKeyOf, signWith } from './signing-key.ts'

// The other lines of this list are in test/tokens/client-authentication.test.ts, and the limits in test/limits/token-endpoint.test.ts.
const TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

onSqlite((platform) => {
  const orgId = () => platform().organization(1).org_id
  const form = (parameters: Record<string, string>, headers: Record<string, string> = {}, path = '/oauth2/token') =>
    platform().call('POST', path, { headers, raw: new URLSearchParams(parameters) })
  const basic = (id: string, secret: string) => ({ authorization: `Basic ${btoa(`${id}:${secret}`)}` })
  const grant = { grant_type: 'client_credentials' }

  describe('with a secret', () => {
    test('a wrong secret and an unknown client get the same answer, by each method and at each endpoint', async () => {
      const { client_id, client_secret } = thirdPartyClient(platform())
      const answers = []
      for (const path of ['/oauth2/token', '/oauth2/revoke', '/oauth2/introspect', '/oauth2/par']) {
        for (const [id, secret] of [
          [client_id, 'osk_wrong'],
          ['app_unknown', client_secret],
        ] as const) {
          for (const answer of [
            await form({ ...grant, token: 'x' }, basic(id, secret), path),
            await form({ ...grant, token: 'x', client_id: id, client_secret: secret }, {}, path),
          ]) {
            const names = [...answer.headers.keys()].filter((name) => name !== 'x-request-id').sort()
            answers.push({ path, status: answer.status, body: answer.body, names: names.join() })
          }
        }
        const [first, ...others] = answers.filter((answer) => answer.path === path)
        expect(first).toMatchObject({ status: 401, body: { error: 'invalid_client' } })
        for (const { names: _, ...answer } of others) expect(answer).toEqual({ path, status: 401, body: first?.body })
      }
    })

    test('the hash is not accepted as a secret, in any form in which it could be stored', async () => {
      const { client_id, client_secret } = thirdPartyClient(platform())
      const digest = createHash('sha256').update(client_secret).digest()
      const forms = [digest.toString('hex'), digest.toString('base64'), digest.toString('base64url')]
      for (const hash of [...forms, `sha256:${forms[0]}`]) {
        expect((await form(grant, basic(client_id, hash))).body.error).toBe('invalid_client')
      }
    })

    test('an HS256 assertion keyed with the hash, or with the secret itself, is refused', async () => {
      const { client_id, client_secret } = thirdPartyClient(platform())
      const digest = createHash('sha256').update(client_secret).digest()
      const keys = [digest, Buffer.from(digest.toString('hex')), Buffer.from(digest.toString('base64url'))]
      for (const key of [...keys, Buffer.from(client_secret), Buffer.from('')]) {
        const assertion = await new SignJWT({ aud: platform().base, jti: randomUUID() })
          .setProtectedHeader({ alg: 'HS256' })
          .setIssuer(client_id)
          .setSubject(client_id)
          .setIssuedAt()
          .setExpirationTime('1m')
          .sign(key.length > 0 ? new Uint8Array(key) : new Uint8Array(32))
        const answer = await form({ ...grant, client_id, client_assertion_type: TYPE, client_assertion: assertion })
        expect([answer.status, answer.body.error]).toEqual([401, 'invalid_client'])
      }
    })

    test('two methods at once are refused: basic with post, basic with an assertion, post with an assertion, two ids', async () => {
      const { client_id, client_secret } = thirdPartyClient(platform())
      const other = await createApp(platform(), orgId(), {})
      const assertion = { client_assertion_type: TYPE, client_assertion: 'e30.e30.AA' }
      const own = basic(client_id, client_secret)
      const answers = [
        await form({ ...grant, client_id, client_secret }, own),
        await form({ ...grant, ...assertion }, own),
        await form({ ...grant, ...assertion, client_id, client_secret }),
        await form({ ...grant, client_id: other.client_id }, own),
        await form({ ...grant, client_secret: other.client_secret }, own),
      ]
      for (const { status, body } of answers) {
        expect([400, 401]).toContain(status)
        expect(['invalid_request', 'invalid_client']).toContain(body.error)
      }
    })

    test('a secret with NUL padding, spaces, another case or percent signs, and a deleted one, are refused', async () => {
      const { client_id, client_secret } = thirdPartyClient(platform())
      const changed = [
        `${client_secret}\0`,
        `\0${client_secret}`,
        ` ${client_secret}`,
        `${client_secret}%00`,
        `${client_secret}\n`,
        client_secret.toUpperCase(),
        client_secret.slice(0, -1),
        client_secret + client_secret,
      ]
      for (const secret of changed) {
        expect((await form({ ...grant, client_id, client_secret: secret })).status).toBe(401)
      }
      for (const id of [`${client_id}\0`, client_id.toUpperCase(), `${client_id} `]) {
        expect((await form({ ...grant, client_id: id, client_secret })).status).toBe(401)
      }
      expect((await form({ ...grant, client_id, client_secret })).status).toBe(200)
    })
  })

  describe('a method that is not registered is refused', () => {
    test('for an app with a key: a secret, or nothing', async () => {
      const keys = await generateKeyPair('ES256', { extractable: true })
      const jwks = { keys: [{ ...(await exportJWK(keys.publicKey)), kid: 'one' }] }
      const settings = { token_endpoint_auth_method: 'private_key_jwt', jwks }
      const { client_id } = await createApp(platform(), orgId(), { kind: 'third_party', ...settings })
      for (const secret of ['', 'undefined', 'null', 'osk_', JSON.stringify(jwks)]) {
        expect((await form(grant, basic(client_id, secret))).status).not.toBe(200)
        expect((await form({ ...grant, client_id, client_secret: secret })).status).not.toBe(200)
      }
      expect((await form({ ...grant, client_id })).body.error).toBe('invalid_client')
    })

    test('for an app with a secret: an assertion of its own key, or nothing', async () => {
      const { client_id } = thirdPartyClient(platform())
      const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
      const jwk = await exportJWK(publicKey)
      const assertion = await new SignJWT({ aud: platform().base, jti: randomUUID() })
        .setProtectedHeader({ alg: 'ES256', jwk })
        .setIssuer(client_id)
        .setSubject(client_id)
        .setExpirationTime('1m')
        .sign(privateKey)
      const parameters = { ...grant, client_assertion_type: TYPE, client_assertion: assertion }
      expect((await form(parameters)).body.error).toBe('invalid_client')
      for (const grant_type of ['client_credentials', 'authorization_code', 'refresh_token'])
        expect((await form({ grant_type, client_id, code: 'x', refresh_token: 'x' })).body.error).toBe('invalid_client')
    })

    test('for a public app: a secret; and its id alone gets no token', async () => {
      for (const secret of ['', 'x', 'undefined'])
        expect((await form({ ...grant, scope: 'org:read' }, basic(ownClient.client_id, secret))).status).not.toBe(200)
      const alone = await form({ ...grant, client_id: ownClient.client_id, scope: 'org:read' })
      expect(alone.status).not.toBe(200)
    })
  })

  describe('with a key', () => {
    type Keys = Awaited<ReturnType<typeof generateKeyPair>>
    let keys: Keys
    let client: TestClient

    beforeEach(async () => {
      keys = await generateKeyPair('ES256', { extractable: true })
      const jwks = { keys: [{ ...(await exportJWK(keys.publicKey)), kid: 'one' }] }
      client = await createApp(platform(), orgId(), { token_endpoint_auth_method: 'private_key_jwt', jwks })
    })
    const claims = (changes: JWTPayload = {}): JWTPayload => ({
      iss: client.client_id,
      sub: client.client_id,
      aud: platform().base,
      jti: randomUUID(),
      exp: Math.floor(Date.now() / 1000) + 60,
      ...changes,
    })
    const sign = (payload: JWTPayload, { privateKey }: Keys = keys, header = {}) =>
      new SignJWT(payload).setProtectedHeader({ alg: 'ES256', kid: 'one', ...header }).sign(privateKey)
    const send = (client_assertion: string, more: Record<string, string> = {}, path?: string) =>
      form({ ...grant, client_assertion_type: TYPE, client_assertion, ...more }, {}, path)

    test('a replayed assertion is refused, in sequence at any endpoint, and 20 in parallel', async () => {
      const one = await sign(claims())
      expect((await send(one, { token: 'x' }, '/oauth2/introspect')).status).toBe(200)
      for (const path of ['/oauth2/token', '/oauth2/introspect', '/oauth2/revoke', '/oauth2/par']) {
        const again = await send(one, { token: 'x', ...requestOf(client).parameters }, path)
        expect([path, again.status, again.body.error]).toEqual([path, 401, 'invalid_client'])
      }
      const two = await sign(claims())
      const answers = await atOnce(20, () => send(two))
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
      for (const { status, body } of answers) if (status !== 200) expect(body.error).toBe('invalid_client')
    })

    test('a replayed assertion is refused with another header, or within the tolerance of clocks', async () => {
      const exp = Math.floor(Date.now() / 1000) - 5
      const late = await sign(claims({ exp }))
      const first = (await send(late)).status
      const payload = claims()
      expect((await send(await sign(payload))).status).toBe(200)
      // Signed again, it is another text with the same id.
      expect((await send(await sign(payload, keys, { typ: 'JWT' }))).status).toBe(401)
      expect([first, (await send(late)).status]).toEqual([first, 401])
    })

    test('an assertion with a wrong aud or iss, expired, without exp or jti, or with too long a life is refused', async () => {
      const now = Math.floor(Date.now() / 1000)
      const wrong: JWTPayload[] = [
        { aud: `${platform().base}/oauth2/token` },
        { aud: `${platform().base}/` },
        { aud: platform().base.replace('127.0.0.1', 'localhost') },
        { aud: [platform().base] },
        { iss: ownClient.client_id },
        { iss: platform().base },
        { exp: now - 60 },
        // The requests before it may take some seconds of the life that it has too much.
        { exp: now + 300 + 15 + 60 },
        { exp: Number.MAX_SAFE_INTEGER },
        { exp: undefined as never },
        { jti: undefined as never },
        { jti: '' },
      ]
      for (const change of wrong) {
        const { status, body } = await send(await sign(claims(change)), { client_id: client.client_id })
        expect([change, status, body.error]).toEqual([change, 401, 'invalid_client'])
      }
      const another = await sign(claims({ sub: thirdPartyClient(platform()).client_id }))
      const named = await send(another, { client_id: client.client_id })
      expect([named.status, named.body.error]).toEqual([400, 'invalid_request'])
      expect((await send(another)).body.error).toBe('invalid_client')
      expect((await send(await sign(claims()))).status).toBe(200)
    })

    test('an assertion signed with another key, none, HS256 with the public key as PEM, DER or JWK, or another app’s key is refused', async () => {
      const other = await generateKeyPair('ES256', { extractable: true })
      const jwk = await exportJWK(keys.publicKey)
      const pem = await exportSPKI(keys.publicKey)
      const der = createPublicKey(pem).export({ type: 'spki', format: 'der' })
      const forged = [await sign(claims(), other), await sign(claims(), other, { kid: undefined })]
      for (const secret of [
        Buffer.from(pem),
        der,
        Buffer.from(JSON.stringify(jwk)),
        Buffer.from(jwk.x ?? '', 'base64url'),
      ]) {
        forged.push(
          await new SignJWT(claims()).setProtectedHeader({ alg: 'HS256', kid: 'one' }).sign(new Uint8Array(secret)),
        )
      }
      for (const alg of ['none', 'None']) {
        const header = Buffer.from(JSON.stringify({ alg, kid: 'one' })).toString('base64url')
        forged.push(`${header}.${Buffer.from(JSON.stringify(claims())).toString('base64url')}.`)
      }
      for (const assertion of forged) {
        const { status, body } = await send(assertion, { client_id: client.client_id })
        expect([status, body.error]).toEqual([401, 'invalid_client'])
      }
      // Another app with the same key id.
      const jwks = { keys: [{ ...(await exportJWK(other.publicKey)), kid: 'one' }] }
      const second = await createApp(platform(), orgId(), { token_endpoint_auth_method: 'private_key_jwt', jwks })
      const own = { iss: second.client_id, sub: second.client_id }
      const stolen = await send(await sign(claims(own), other), { client_id: client.client_id })
      expect([stolen.status, stolen.body.error]).not.toContain(200)
      expect((await send(await sign(claims(own)))).status).toBe(401)
      expect((await send(await sign(claims(own), other))).status).toBe(200)
    })

    test('an access token of the app is not an assertion, even if the app names the platform’s key as its own', async () => {
      const { body } = await platform().get('/oauth2/jwks')
      const settings = { token_endpoint_auth_method: 'private_key_jwt', jwks: { keys: body.keys } }
      const { client_id } = await createApp(platform(), orgId(), settings)
      const now = Math.floor(Date.now() / 1000)
      const issued = { iss: platform().base, sub: client_id, client_id, jti: randomUUID(), iat: now, exp: now + 60 }
      for (const aud of [`${platform().base}/v1.0`, platform().base]) {
        const token = await signWith(await signingKeyOf(platform()), { ...issued, aud })
        const answer = await send(token, { client_id })
        expect([answer.status, answer.body.error]).toEqual([401, 'invalid_client'])
      }
    })

    test('an assertion of another or an invented type is refused', async () => {
      for (const client_assertion_type of [
        '',
        'urn:ietf:params:oauth:client-assertion-type:saml2-bearer',
        `${TYPE} `,
      ]) {
        const answer = await send(await sign(claims()), { client_assertion_type })
        expect(answer.status).not.toBe(200)
      }
    })
  })

  test('the authorization endpoint authenticates nobody: a secret or an assertion there changes nothing', async () => {
    const client = thirdPartyClient(platform())
    const { parameters } = requestOf(client, { redirect_uri: 'https://evil.example/' })
    const query = new URLSearchParams({ ...parameters, client_secret: client.client_secret })
    const answer = await fetch(`${platform().base}/oauth2/authorize?${query}`, { redirect: 'manual' })
    expect([answer.status, answer.headers.get('location')]).toEqual([400, null])
    expect((await callAs(platform(), client, { ...grant, scope: 'event:read' })).status).toBe(200)
  })
})

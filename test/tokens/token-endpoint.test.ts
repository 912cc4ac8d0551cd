import { request } from 'node:http'
import { createRemoteJWKSet, jwtVerify } from 'jose'
import { expect, test } from 'vitest'
import { must, onEachStore } from '../support/platform.ts'

onEachStore((platform) => {
  const app = () => must(platform().organization(0).apps[0])
  const form = (parameters: Record<string, string>) =>
    platform().call('POST', '/oauth2/token', { raw: new URLSearchParams(parameters) })

  test('an internal app gets a token by basic authentication and by post, for its organisation and an hour', async () => {
    const { client_id, client_secret } = app()
    const posted = await form({ grant_type: 'client_credentials', scope: 'org:read', client_id, client_secret })
    const basic = await platform().askToken(app(), { scope: 'org:read' })
    for (const { status, body, headers } of [posted, basic]) {
      expect(status).toBe(200)
      expect(body).toEqual({
        access_token: expect.any(String),
        expires_in: 3600,
        scope: 'org:read',
        token_type: 'Bearer',
      })
      expect(headers.get('cache-control')).toBe('no-store')
    }
  })

  test('the token is a JWT of RFC 9068 that the published keys verify', async () => {
    const metadata = (await platform().get('/.well-known/oauth-authorization-server')).body
    expect(metadata.token_endpoint).toBe(`${platform().base}/oauth2/token`)
    const token = await platform().clientToken(app(), ['org:unlink', 'org:read'])
    const keys = createRemoteJWKSet(new URL(metadata.jwks_uri))
    const { payload, protectedHeader } = await jwtVerify(token, keys, { issuer: metadata.issuer, typ: 'at+jwt' })
    expect(protectedHeader.alg).toBe('ES256')
    expect(payload).toEqual({
      iss: platform().base,
      sub: app().client_id,
      client_id: app().client_id,
      aud: `${platform().base}/v1.0`,
      scope: 'org:unlink org:read',
      org_id: platform().organization(0).org_id,
      gid: expect.any(String),
      jti: expect.any(String),
      iat: expect.any(Number),
      exp: (payload.iat ?? 0) + 3600,
    })
  })

  test('a token works as soon as it is issued', async () => {
    const token = await platform().clientToken(app(), ['org:read'])
    const answer = await platform().get('/v1.0/organization', token)
    expect(answer.body).toMatchObject({
      org_id: platform().organization(0).org_id,
      name: 'Aster Manufacturing',
      status: 'active',
    })
  })

  test('a wrong secret and an unknown app get the same answer', async () => {
    const wrong = await platform().askToken({ ...app(), client_secret: 'osk_wrong' }, {})
    const unknown = await platform().askToken({ client_id: 'app_unknown', client_secret: 'osk_wrong' }, {})
    for (const { status, body } of [wrong, unknown]) {
      expect(status).toBe(401)
      expect(body.error).toBe('invalid_client')
    }
    expect(wrong.body).toEqual(unknown.body)
  })

  test('the stored hash of a secret does not work as a secret', async () => {
    const { createHash } = await import('node:crypto')
    const hash = createHash('sha256').update(app().client_secret).digest('hex')
    expect((await platform().askToken({ ...app(), client_secret: hash }, {})).status).toBe(401)
  })

  test('an unknown scope, or one that the app may not have, is refused and never left out', async () => {
    const reader = must(platform().organization(0).apps[1])
    for (const scope of [
      'org:unlink',
      'member:read org:unlink',
      'org:unlin',
      'org',
      'org:unlink:x',
      'member:read nonsense',
    ]) {
      const { status, body } = await platform().askToken(reader, { scope })
      expect([status, body.error]).toEqual([400, 'invalid_scope'])
    }
    expect((await platform().askToken(reader, { scope: 'member:read' })).status).toBe(200)
  })

  test('the refusal names the scope, and says if an organisation must be named for it', async () => {
    const reader = must(platform().organization(0).apps[1])
    const thirdParty = must(platform().data.third_party_apps[0])
    const [orgId] = thirdParty.authorized_org_ids
    const resource = `${platform().base}/v1.0/organizations/${orgId}`
    for (const [client, form, description] of [
      [reader, { scope: 'member:read org:unlink' }, 'the app may not have the scope org:unlink'],
      [reader, { scope: 'org:unlin' }, 'there is no such scope'],
      [thirdParty, { scope: 'org:dissolve', resource }, 'the app may not have the scope org:dissolve'],
      [
        thirdParty,
        { scope: 'org:unlink' },
        'without an organisation the app may not have the scope org:unlink; name the organisation by resource',
      ],
    ] as const) {
      const { body } = await platform().askToken(client, form)
      expect(body).toMatchObject({ error: 'invalid_scope', error_description: description })
    }
  })

  test('an app gets no scope that only people may have', async () => {
    for (const scope of ['org:dissolve', 'account:deregister', 'member:leave', 'app:write']) {
      expect((await platform().askToken(app(), { scope })).body.error).toBe('invalid_scope')
    }
  })

  test('a token without a scope allows nothing', async () => {
    const { body } = await platform().askToken(app(), {})
    const answer = await platform().get('/v1.0/organization', body.access_token)
    expect([answer.status, answer.body.code]).toEqual([403, 'scope_missing'])
  })

  test('other grants, resources and methods are refused', async () => {
    const { client_id, client_secret } = app()
    expect((await form({ grant_type: 'password', client_id, client_secret })).body.error).toBe('unsupported_grant_type')
    expect((await form({ grant_type: 'authorization_code', client_id, client_secret })).status).toBe(400)
    const elsewhere = await platform().askToken(app(), { resource: 'https://elsewhere.example' })
    expect(elsewhere.body.error).toBe('invalid_target')
    const read = await platform().get('/oauth2/token')
    expect([read.status, read.headers.get('allow'), read.body.error]).toEqual([405, 'POST, OPTIONS', 'invalid_request'])
  })

  test('an internal app gets no token for another organisation', async () => {
    const resource = `${platform().base}/v1.0/organizations/${platform().organization(1).org_id}`
    const { status, body } = await platform().askToken(app(), { scope: 'org:read', resource })
    expect([status, body.error]).toEqual([400, 'invalid_target'])
  })

  test('a forged Host header changes neither issuer nor endpoints', async () => {
    for (const headers of [
      { host: 'evil.example' },
      { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
    ]) {
      const text = await new Promise<string>((resolve, reject) => {
        const sent = request(`${platform().base}/.well-known/oauth-authorization-server`, { headers }, async (res) => {
          let body = ''
          for await (const chunk of res) body += chunk
          resolve(body)
        })
        sent.on('error', reject).end()
      })
      expect(text).not.toContain('evil')
      expect(JSON.parse(text).issuer).toBe(platform().base)
    }
  })
})

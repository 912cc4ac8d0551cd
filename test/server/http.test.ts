import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { type IncomingMessage, request } from 'node:http'
import { join } from 'node:path'
import { problemCodes } from '@sendoff/api'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { type Answer, openPlatform, type Platform } from '../support/platform.ts'

const root = join(import.meta.dirname, '../..')

// Nothing here depends on the store, nor changes what is in it.
let platform: Platform
let close: () => Promise<void>
beforeAll(async () => {
  const opened = await openPlatform('sqlite')
  platform = opened.platform
  close = opened.close
})
afterAll(() => close())

const get = (path: string, headers: Record<string, string> = {}) => platform.call('GET', path, { headers })

async function head(path: string, token = '') {
  const response = await fetch(platform.base + path, { method: 'HEAD', headers: { authorization: `Bearer ${token}` } })
  return { status: response.status, headers: response.headers, body: await response.text() }
}

describe('health', () => {
  test('/healthz and /readyz answer 200 without a token, to GET and HEAD', async () => {
    for (const [path, status] of [
      ['/healthz', 'ok'],
      ['/readyz', 'ready'],
    ] as const) {
      expect(await get(path)).toMatchObject({ status: 200, body: { status } })
      expect(await head(path)).toMatchObject({ status: 200, body: '' })
    }
  })
})

describe('X-Request-Id', () => {
  test.each(['a', 'req_01', '0af7651916cd43dd8448eb211c80319c', 'A.b-C_9', 'x'.repeat(64)])(
    'of the caller is kept: %s',
    async (id) => {
      const { headers, body } = await get('/v1.0/nowhere', { 'x-request-id': id })
      expect(headers.get('x-request-id')).toBe(id)
      expect(body.request_id).toBe(id)
    },
  )

  test.each(['', 'two words', 'x'.repeat(65), '<script>', 'a,b', 'ä', '{jndi:ldap://evil.example}'])(
    'of the caller is replaced if it could do harm in a log: %s',
    async (id) => {
      const { headers, body } = await get('/v1.0/nowhere', { 'x-request-id': id })
      expect(headers.get('x-request-id')).toMatch(/^req_[0-9a-f]{32}$/)
      expect(body.request_id).toBe(headers.get('x-request-id'))
    },
  )

  test('is on every answer, and another one each time', async () => {
    const { org_id } = platform.organization(0)
    const token = await platform.appToken(org_id, 'org:read')
    const answers = await Promise.all([
      get('/healthz'),
      get('/docs'),
      get('/openapi.json'),
      get('/problems/not_found'),
      get('/nowhere'),
      get('/v1.0/organization'),
      platform.get('/v1.0/organization', token),
      platform.call('PUT', '/v1.0/organization'),
      get('/oauth2/jwks'),
      platform.call('POST', '/oauth2/token'),
      get('/v1.0/associations/%E0%A4%A'),
    ])
    const ids = answers.map(({ headers }) => headers.get('x-request-id'))
    expect(ids.filter((id) => !id?.startsWith('req_'))).toEqual([])
    expect(new Set(ids).size).toBe(answers.length)
  })
})

describe('problems', () => {
  const zh = { title: '未找到', code: 'not_found' }
  const en = { title: 'Not found', code: 'not_found' }

  test.each([
    ['zh', zh],
    ['zh-CN', zh],
    ['zh-cn', zh],
    ['zh-Hans-CN', zh],
    // There is one Chinese text, which serves a reader of Taiwan's better than English.
    ['zh-TW', zh],
    ['fr, zh;q=0.5', zh],
    ['en;q=0.1, zh;q=0.9', zh],
    ['en', en],
    ['en-GB', en],
    ['zh;q=0.1, en;q=0.9', en],
    ['zh;q=0', en],
    ['fr', en],
    ['*', en],
    ['', en],
    ['!!', en],
    ['en;q=x', en],
  ])('speak the language that "%s" asks for', async (language, expected) => {
    const answer = await get('/v1.0/nowhere', { 'accept-language': language })
    expect(answer.body).toMatchObject(expected)
    expectProblem(answer, 404)
  })

  test('are English when no language is asked for', async () => {
    const outgoing = request(`${platform.base}/v1.0/nowhere`).end()
    const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage]
    expect(incoming.statusCode).toBe(404)
    expect(await text(incoming)).toContain('"title":"Not found"')
  })

  test('are the same in both languages except for title, detail and the fault of each place', async () => {
    const { org_id } = platform.organization(0)
    const token = await platform.appToken(org_id, 'org:unlink', 'org:association:read', 'webhook:write')
    for (const ask of [
      (language: string) => platform.call('GET', '/v1.0/organization', { headers: { 'accept-language': language } }),
      (language: string) =>
        platform.call('GET', '/v1.0/organization', { token, headers: { 'accept-language': language } }),
      (language: string) =>
        platform.call('POST', '/v1.0/organization/unlink', {
          token,
          body: { dept_id: 'x' },
          headers: { 'accept-language': language, 'x-request-id': 'same' },
        }),
      // Not by the schema: by a rule.
      (language: string) =>
        platform.call('POST', '/v1.0/webhook-endpoints', {
          token,
          body: { url: 'https://10.0.0.1/webhooks' },
          headers: { 'accept-language': language },
        }),
      (language: string) =>
        platform.call('GET', '/v1.0/associations?cursor=none', { token, headers: { 'accept-language': language } }),
      (language: string) =>
        platform.call('POST', '/v1.0/organization/unlink', {
          token,
          body: { dept_id: 1, associated_org_id: org_id },
          headers: { 'accept-language': language, 'idempotency-key': 'with spaces' },
        }),
    ]) {
      const [english, chinese] = [await ask('en'), await ask('zh-CN')]
      expect(chinese.status).toBe(english.status)
      expect(chinese.body.code).toBe(english.body.code)
      for (const { title, detail } of [chinese.body, ...(chinese.body.errors ?? []).map(withTitle)]) {
        expect(title + detail).toMatch(/\p{Script=Han}/u)
      }
      for (const { title, detail } of [english.body, ...(english.body.errors ?? []).map(withTitle)]) {
        expect(title + detail).not.toMatch(/\p{Script=Han}/u)
      }
      const places = ({ body }: Answer) => body.errors?.map((one: any) => [one.in, one.pointer])
      expect(places(chinese)).toEqual(places(english))
    }
  })

  test('have a type whose URL answers with a page about the code, in both languages', async () => {
    const { body } = await get('/v1.0/nowhere')
    expect(body.type).toBe(`${platform.base}/problems/not_found`)
    for (const code of problemCodes) {
      const english = await get(`/problems/${code}`)
      expect([english.status, english.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8'])
      expect(english.body).toMatch(new RegExp(`^${code} \\(HTTP \\d{3}\\)\\n\\n.+\\n.+`))
      expect(english.body).not.toMatch(/\p{Script=Han}/u)
      expect((await get(`/problems/${code}`, { 'accept-language': 'zh-CN' })).body).toMatch(/\p{Script=Han}/u)
    }
    expectProblem(await get('/problems/no_such_code'), 404)
  })

  test.each([
    ['GET', '/', 404, 'not_found'],
    ['GET', '/v1.0', 404, 'not_found'],
    ['GET', '/v1.0/nowhere', 404, 'not_found'],
    ['POST', '/v1.0/nowhere', 404, 'not_found'],
    ['GET', '/v1.0/../nowhere', 404, 'not_found'],
    ['GET', '/docs/../../package.json', 404, 'not_found'],
    ['GET', '//evil.example/', 404, 'not_found'],
    ['GET', '/v1.0/associations/%E0%A4%A', 400, 'invalid_request'],
    ['GET', '/v1.0/associations/%', 400, 'invalid_request'],
    ['GET', '/problems/%FF', 400, 'invalid_request'],
    ['GET', '/%FF', 404, 'not_found'],
    ['PATCH', '/v1.0/sandbox/clock', 405, 'method_not_allowed'],
  ])('%s %s is %d %s', async (method, path, status, code) => {
    // `fetch` would resolve the dots.
    const { port } = new URL(platform.base)
    const outgoing = request({ host: '127.0.0.1', port, method, path }).end()
    const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage]
    expect(incoming.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect([incoming.statusCode, JSON.parse(await text(incoming)).code]).toEqual([status, code])
  })
})

test('HEAD is answered as GET is, without a body', async () => {
  const token = await platform.appToken(platform.organization(0).org_id, 'org:read')
  for (const path of ['/v1.0/organization', '/v1.0/nowhere', '/openapi.yaml', '/docs', '/docs/api']) {
    const [short, full] = [await head(path, token), await platform.get(path, token)]
    expect([short.status, short.body]).toEqual([full.status, ''])
    for (const name of ['content-type', 'content-length', 'cache-control']) {
      expect(short.headers.get(name), name).toBe(full.headers.get(name))
    }
  }
  const refused = await head('/v1.0/organization/unlink', token)
  expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'POST'])
})

test.each([
  ...[
    '/healthz',
    '/readyz',
    '/docs',
    '/docs/api',
    '/docs/guides/partner',
    '/openapi.yaml',
    '/openapi.json',
    '/problems/not_found',
  ].map((path) => ({
    path,
    methods: ['POST', 'PUT', 'PATCH', 'DELETE'],
    allow: 'GET, HEAD',
  })),
  // The authorization server's endpoints answer as RFC 6749 says, which test/tokens looks at.
  { path: '/webhooks/jwks', methods: ['POST', 'PUT', 'PATCH', 'DELETE'], allow: 'GET, HEAD' },
  { path: '/oauth2/jwks', methods: ['POST', 'PUT', 'PATCH', 'DELETE'], allow: 'GET, HEAD' },
])('$path refuses other methods with 405 and Allow: $allow', async ({ path, methods, allow }) => {
  for (const method of methods) {
    const response = await fetch(platform.base + path, { method })
    expect([method, response.status, response.headers.get('allow')]).toEqual([method, 405, allow])
    if (method !== 'HEAD') expect(((await response.json()) as { code: string }).code).toBe('method_not_allowed')
  }
})

test('the contract is served like the file, as YAML and as JSON, and names the server that serves it', async () => {
  const written = await readFile(join(root, 'openapi.yaml'), 'utf8')
  const file = written.replaceAll('http://127.0.0.1:8787', platform.base)
  const yaml = await get('/openapi.yaml')
  expect([yaml.headers.get('content-type'), yaml.body]).toEqual(['application/yaml; charset=utf-8', file])
  const json = await get('/openapi.json')
  expect(json.headers.get('content-type')).toBe('application/json; charset=utf-8')
  expect(json.body).toEqual(parse(file))
  expect(json.body.servers).toMatchObject([{ url: platform.base }])
  expect(json.body.components.securitySchemes.app.flows.clientCredentials.tokenUrl).toBe(
    `${platform.base}/oauth2/token`,
  )
})

test('/docs/api is a page that may load nothing from elsewhere', async () => {
  const { status, headers, body } = await get('/docs/api')
  expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
  expect(headers.get('content-security-policy')).toMatch(/^default-src 'none';/)
  expect(headers.get('content-security-policy')).not.toContain('http')
  expect(body).toMatch(/^<!DOCTYPE html>/i)
  expect(body).toContain('organization.unlink')
})

describe('public texts', () => {
  const paths = ['/docs', '/docs/api', '/docs/guides/partner', '/docs/style.css', '/openapi.yaml', '/openapi.json']

  test.each(paths)('%s may be cached for a while, and is not sent again to a caller who has it', async (path) => {
    const first = await plain(path)
    expect(first.headers['cache-control']).toBe('public, max-age=300')
    const etag = String(first.headers.etag)
    const again = await plain(path, { 'if-none-match': etag })
    expect([again.status, again.size, again.headers.etag]).toEqual([304, 0, etag])
    const other = await plain(path, { 'if-none-match': 'W/"other"' })
    expect([other.status, other.size]).toEqual([200, first.size])
  })

  test.each(paths)('%s is compressed if the caller accepts it, and only then', async (path) => {
    const encodings = ['gzip', 'identity', 'br', '']
    const answers = await Promise.all(encodings.map((one) => plain(path, { 'accept-encoding': one })))
    expect(answers.map(({ headers }) => headers['content-encoding'])).toEqual(['gzip', undefined, undefined, undefined])
    for (const { headers } of answers) expect(headers.vary).toContain('Accept-Encoding')
    const [zipped = 0, full = 0, ...others] = answers.map(({ size }) => size)
    expect(zipped).toBeLessThan(full * 0.7)
    expect(others).toEqual([full, full])
  })

  /** Asks without `fetch`, which decompresses and sets headers about caches. */
  async function plain(path: string, headers: Record<string, string> = {}) {
    const outgoing = request(platform.base + path, { headers }).end()
    const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage]
    const size = Buffer.concat(await incoming.toArray()).length
    return { status: incoming.statusCode, headers: incoming.headers, size }
  }
})

test('answers do not reveal the server’s software, and may not be stored or sniffed', async () => {
  const token = await platform.appToken(platform.organization(0).org_id, 'org:read', 'event:read')
  for (const { headers } of [
    await platform.get('/v1.0/organization', token),
    await platform.get('/v1.0/events', token),
    await get('/v1.0/organization'),
    await get('/v1.0/nowhere'),
    await platform.post('/v1.0/sandbox/user-tokens', undefined, {}),
    await platform.askToken(platform.organization(0).apps[0] as any, { scope: 'org:read' }),
  ]) {
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect([headers.get('x-powered-by'), headers.get('server'), headers.get('etag')]).toEqual([null, null, null])
  }
})

function expectProblem({ headers, body }: Answer, status: number): void {
  expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  expect(body).toMatchObject({
    type: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/problems\/\w+$/),
    title: expect.any(String),
    status,
    detail: expect.any(String),
    code: expect.any(String),
    request_id: headers.get('x-request-id'),
  })
}

const withTitle = ({ detail }: { detail: string }) => ({ title: '', detail })

async function text(incoming: IncomingMessage): Promise<string> {
  return Buffer.concat(await incoming.toArray()).toString()
}

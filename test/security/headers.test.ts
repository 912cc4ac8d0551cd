import { createHash } from 'node:crypto'
import { request } from 'node:http'
import { readConfig, startServer } from '@sendoff/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPlatform } from '../support/platform.ts'
import { temporaryDirectory } from '../support/process.ts'

const PATHS = [
  '/v1.0/organization',
  '/v1.0/verification-codes',
  '/oauth2/token',
  '/oauth2/jwks',
  '/webhooks/jwks',
  '/.well-known/oauth-authorization-server',
  '/openapi.json',
  '/healthz',
  '/docs',
  '/docs/api',
  '/problems/token_missing',
  '/nothing-here',
]

type Got = { status: number; headers: Record<string, string | string[] | undefined>; body: string }

/** @param path the request target: a path, or a whole URL as for a proxy */
function get(base: string, path: string, headers: Record<string, string> = {}): Promise<Got> {
  return new Promise((resolve, reject) => {
    const sent = request(base, { path, headers }, async (res) => {
      let body = ''
      for await (const chunk of res) body += chunk
      resolve({ status: res.statusCode ?? 0, headers: res.headers, body })
    })
    sent.on('error', reject).end()
  })
}

describe('a sandbox', () => {
  let opened: Awaited<ReturnType<typeof openPlatform>>
  beforeAll(async () => {
    opened = await openPlatform('sqlite')
  })
  afterAll(() => opened?.close())

  test.each(PATHS)('%s forbids browsers to run scripts, frame, sniff and send referrers', async (path) => {
    const { headers } = await get(opened.platform.base, path)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'content-security-policy': expect.stringMatching(/^default-src 'none'.*frame-ancestors 'none'/),
    })
    expect(headers).not.toHaveProperty('x-powered-by')
    expect(headers).not.toHaveProperty('strict-transport-security')
    if (path !== '/docs/api') expect(headers['content-security-policy']).not.toContain('unsafe')
  })

  test.each(PATHS)('%s does not depend on the host that a caller writes', async (path) => {
    const plain = await get(opened.platform.base, path, { 'x-request-id': 'same' })
    const forged = await get(opened.platform.base, path, {
      'x-request-id': 'same',
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      forwarded: 'host=evil.example;proto=https',
      'x-forwarded-for': '192.0.2.1',
    })
    expect(JSON.stringify(forged)).not.toContain('evil')
    const { date: _, ...headers } = plain.headers
    expect(forged).toMatchObject({ status: plain.status, headers, body: plain.body })
  })
})

describe('a host in the request line, as for a proxy (RFC 9112 section 3.2.2),', () => {
  let opened: Awaited<ReturnType<typeof openPlatform>>
  beforeAll(async () => {
    opened = await openPlatform('sqlite')
  })
  afterAll(() => opened?.close())

  const paths = [
    ...PATHS,
    '/sign-in/nothing',
    '/sign-in/nothing?lang=zh-CN',
    '/oauth2/authorize?client_id=app_none',
    '/',
  ]
  test.each(paths)('changes nothing of %s', async (path) => {
    const { base } = opened.platform
    const plain = await get(base, path, { 'x-request-id': 'same', accept: '*/*' })
    for (const host of ['http://evil.example', 'https://user@evil.example:444', 'HTTP://evil.example']) {
      const forged = await get(base, `${host}${path}`, { 'x-request-id': 'same', accept: '*/*' })
      expect(JSON.stringify(forged)).not.toContain('evil')
      const { date: _, ...headers } = plain.headers
      expect(forged).toMatchObject({ status: plain.status, headers, body: plain.body })
    }
  })

  test('gives 404 where no known path is left', async () => {
    for (const target of ['*', 'http://', 'http://evil.example//evil.example/healthz']) {
      expect((await get(opened.platform.base, target)).status, target).toBe(404)
    }
  })
})

const startLive = () =>
  startServer(
    readConfig({
      SENDOFF_MODE: 'live',
      SENDOFF_HOST: '127.0.0.1',
      PORT: '0',
      SENDOFF_ISSUER: 'https://sendoff.example',
      SENDOFF_MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
      SENDOFF_COOKIE_KEYS: 'a secret of 32 characters at least',
      SENDOFF_SMTP_URL: 'smtps://user:password@mail.example:465',
      SENDOFF_MAIL_FROM: 'no-reply@sendoff.example',
      SENDOFF_LOG_LEVEL: 'silent',
      SENDOFF_DATA_DIR: temporaryDirectory(),
    }),
  )

test('the cookies of a sign-in behind a proxy are sent over https only, and no script reads them', async () => {
  const server = await startLive()
  try {
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: 'app_sendoff',
      redirect_uri: 'http://127.0.0.1:50000/callback',
      scope: 'account:read',
      state: 'state',
      code_challenge: createHash('sha256').update('v'.repeat(43)).digest('base64url'),
      code_challenge_method: 'S256',
    })
    // The proxy’s request: without encryption, and with its own host name.
    const { status, headers } = await get(server.address, `/oauth2/authorize?${query}`, { host: 'internal:8787' })
    expect([status, headers.location]).toEqual([
      303,
      expect.stringMatching(/^(https:\/\/sendoff\.example)?\/sign-in\//),
    ])
    const cookies = [headers['set-cookie'] ?? []].flat()
    expect(cookies.length).toBeGreaterThan(0)
    for (const cookie of cookies) expect(cookie).toMatch(/^(?=.*; secure)(?=.*; httponly)(?=.*; samesite=lax)/i)
  } finally {
    await server.stop()
  }
})

test('a live server makes browsers return over https, whatever the proxy in front of it says', async () => {
  const server = await startLive()
  try {
    expect(server.base).toBe('https://sendoff.example')
    for (const path of PATHS) {
      const { headers, body } = await get(server.address, path, { host: 'evil.example' })
      expect(headers['strict-transport-security']).toBe('max-age=63072000')
      expect(body).not.toContain('evil.example')
    }
    expect(JSON.parse((await get(server.address, '/nothing-here')).body).type).toBe(
      'https://sendoff.example/problems/not_found',
    )
  } finally {
    await server.stop()
  }
})

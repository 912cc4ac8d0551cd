import { describe, expect, onTestFinished, test } from 'vitest'
import type { Database } from '../../packages/server/src/store/schema.ts'
import { rows } from '../support/database.ts'
import { ask, callAs, codeFor, ownClient, requestOf, thirdPartyClient } from '../support/oauth.ts'
import { must, openPlatform, type Platform, stores } from '../support/platform.ts'

const MOST = 300

describe.each(stores())('on %s', (store) => {
  test('one network’s requests for authorization are stored up to the limit, pushed or not', async () => {
    const platform = await open({ trustedProxies: ['127.0.0.1'] })
    const { parameters } = requestOf(ownClient, { scope: 'account:read' })
    const from = (address: string, headers: Record<string, string> = {}) =>
      fetch(`${platform.base}/oauth2/authorize?${new URLSearchParams(parameters)}`, {
        redirect: 'manual',
        headers: { 'x-forwarded-for': address, ...headers },
      })
    // A refused request is not stored, and so not counted.
    const broken = requestOf(ownClient, { scope: 'nonsense' }).parameters
    for (let i = 0; i < 5; i++) expect((await ask(platform, broken)).headers.get('location')).toMatch(/invalid_scope/)
    expect((await from('192.0.2.1')).headers.get('location')).toMatch(/^\/sign-in\//)
    expect((await push(platform, parameters, '192.0.2.1')).status).toBe(201)
    expect(await rows(platform, counts)).toEqual([{ subject: 'authorization_request:192.0.2.1', count: 2 }])
    // Stands for 298 more, in a minute that does not end before the test does.
    const later = { count: MOST, window_ends_at: Date.now() + 600_000 }
    await rows(platform, (db) => db.updateTable('counter').set(later).where('count', '=', 2).execute())
    const kept = () => rows(platform, (db) => db.selectFrom('oidc_model').select('id_digest').execute())
    const before = await kept()
    for (const [language, words] of [
      ['en', 'Too many sign-ins'],
      ['zh-CN', '登录过于频繁'],
    ] as const) {
      const page = await from('192.0.2.1', { accept: 'text/html', 'accept-language': language })
      expect([page.status, page.headers.get('content-type')]).toEqual([429, 'text/html; charset=utf-8'])
      expect(await page.text()).toContain(words)
      const seconds = Number(page.headers.get('retry-after'))
      expect(seconds).toBeGreaterThan(0)
      expect(seconds).toBeLessThanOrEqual(600)
      expect(page.headers.get('cache-control')).toContain('no-store')
      expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    }
    const pushed = await push(platform, parameters, '192.0.2.1')
    expect([pushed.status, pushed.body]).toEqual([
      429,
      { error: 'too_many_requests', error_description: 'too many requests for authorization' },
    ])
    expect(pushed.headers.get('ratelimit')).toMatch(/^"authorization_requests";r=0;t=\d+$/)
    expect(await kept()).toEqual(before)
    expect((await from('192.0.2.2')).headers.get('location')).toMatch(/^\/sign-in\//)
  })

  test('30 wrong codes of a public client are answered; a right one works, and an app with a secret is not counted', async () => {
    const platform = await open({})
    const confidential = thirdPartyClient(platform)
    const wrong = (client: Parameters<typeof callAs>[1]) =>
      callAs(platform, client, {
        grant_type: 'authorization_code',
        code: 'wrong',
        redirect_uri: 'http://127.0.0.1:61234/callback',
        code_verifier: 'x'.repeat(43),
      })
    for (let i = 0; i < 35; i++) expect((await wrong(confidential)).body.error).toBe('invalid_grant')
    const person = must(platform.organization(1).members[0])
    const right = await codeFor(platform, ownClient, person, { scope: 'account:read' })
    const answers = await Promise.all(Array.from({ length: 40 }, () => wrong(ownClient)))
    expect(answers.filter(({ body }) => body.error === 'invalid_grant')).toHaveLength(30)
    const refused = answers.filter(({ status }) => status === 429)
    expect(refused).toHaveLength(10)
    expect(must(refused[0]).body.error).toBe('too_many_requests')
    expect((await callAs(platform, ownClient, right)).status).toBe(200)
  })

  const push = (platform: Platform, parameters: Record<string, string>, address: string) =>
    callAs(platform, ownClient, parameters, { path: '/oauth2/par', headers: { 'x-forwarded-for': address } })

  const counts = (db: Database) =>
    db.selectFrom('counter').select(['subject', 'count']).where('subject', 'like', 'authorization_request:%').execute()

  async function open(changes: Parameters<typeof openPlatform>[1]) {
    const { platform, close } = await openPlatform(store, changes)
    onTestFinished(close)
    return platform
  }
})

import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { type Answer, must, openPlatform, type Platform, stores } from '../support/platform.ts'

describe.each(stores())('on %s', (store) => {
  // Real time stands still, so that no minute ends in the middle of a test.
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test('30 of 200 simultaneous wrong secrets are answered; the right one works throughout, even from the same address', async () => {
    const platform = await open({})
    const app = must(platform.organization(0).apps[0])
    const wrong = () => platform.askToken({ ...app, client_secret: 'osk_wrong' }, { scope: 'org:read' })
    const [answers, right] = await Promise.all([
      Promise.all(Array.from({ length: 200 }, wrong)),
      Promise.all(Array.from({ length: 20 }, () => platform.askToken(app, { scope: 'org:read' }))),
    ])
    expect(count(answers)).toEqual({ 401: 30, 429: 170 })
    expect(count(right)).toEqual({ 200: 20 })
    const refused = must(answers.find(({ status }) => status === 429))
    expect(refused.body).toEqual({
      error: 'too_many_requests',
      error_description: 'too many failed authentications from this address',
    })
    const seconds = Number(refused.headers.get('retry-after'))
    expect(seconds).toBeGreaterThan(0)
    expect(seconds).toBeLessThanOrEqual(60)
    expect(refused.headers.get('ratelimit')).toMatch(/^"failures";r=0;t=\d+$/)
    expect(refused.headers.get('cache-control')).toContain('no-store')
    expect((await platform.askToken(app, { scope: 'org:read' })).status).toBe(200)

    // The count is in the store, not in the process.
    await platform.restart()
    expect((await wrong()).status).toBe(429)
  })

  test('failures count for an address, which only a trusted proxy may name', async () => {
    const platform = await open({ trustedProxies: ['127.0.0.1'] })
    const app = must(platform.organization(0).apps[0])
    const from = (address: string) => askFrom(platform, address, app.client_id, 'osk_wrong')
    for (let i = 0; i < 30; i++) expect((await from(`192.0.2.1, 2001:db8::${i}`)).status).toBe(401)
    expect((await from('2001:db8::ffff')).status).toBe(429)
    expect((await from('2001:db8:0:1::1')).status).toBe(401)
    expect((await askFrom(platform, '2001:db8::1', app.client_id, app.client_secret)).status).toBe(200)

    const direct = await open({})
    for (let i = 0; i < 30; i++) await askFrom(direct, `192.0.2.${i}`, app.client_id, 'osk_wrong')
    expect((await askFrom(direct, '192.0.2.99', app.client_id, 'osk_wrong')).status).toBe(429)
  })

  test('an app gets as many tokens in a minute as the setting says, over all servers, and other apps are not affected', async () => {
    const platform = await open({ tokensPerMinute: 12 })
    const [app, other] = platform.organization(0).apps
    const ask = () => platform.askToken(must(app), { scope: 'member:read' })
    const answers = await Promise.all(Array.from({ length: 20 }, ask))
    expect(count(answers)).toEqual({ 200: 12, 429: 8 })
    const refused = must(answers.find(({ status }) => status === 429))
    expect(refused.body.error).toBe('too_many_requests')
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(JSON.stringify(refused.body)).not.toContain('eyJ')
    const left = answers.flatMap(({ headers }) => /r=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1] ?? [])
    expect(Math.max(...left.map(Number))).toBe(11)
    expect(Math.min(...left.map(Number))).toBe(0)
    expect((await platform.askToken(must(other), { scope: 'member:read' })).status).toBe(200)
    await platform.restart()
    expect((await ask()).status).toBe(429)
  })

  test('without the setting there is no limit of tokens', async () => {
    const platform = await open({})
    const app = must(platform.organization(0).apps[0])
    const answers = await Promise.all(Array.from({ length: 100 }, () => platform.askToken(app, { scope: 'org:read' })))
    expect(count(answers)).toEqual({ 200: 100 })
    expect(must(answers[0]).headers.get('ratelimit')).toBeNull()
  })

  async function open(changes: Parameters<typeof openPlatform>[1]) {
    const { platform, close } = await openPlatform(store, changes)
    onTestFinished(close)
    return platform
  }
})

function askFrom(platform: Platform, address: string, id: string, secret: string): Promise<Answer> {
  return platform.call('POST', '/oauth2/token', {
    headers: { authorization: `Basic ${btoa(`${id}:${secret}`)}`, 'x-forwarded-for': address },
    raw: new URLSearchParams({ grant_type: 'client_credentials' }),
  })
}

function count(answers: Answer[]): Record<number, number> {
  const counted: Record<number, number> = {}
  for (const { status } of answers) counted[status] = (counted[status] ?? 0) + 1
  return counted
}

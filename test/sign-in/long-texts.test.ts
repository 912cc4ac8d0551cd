import { expect, test } from 'vitest'
import { onEachStore } from '../support/platform.ts'
import { sentToSignIn, thirdPartyApp } from '../support/sign-in.ts'
import { authorizationRequest, Visitor } from '../support/visitor.ts'

onEachStore((platform) => {
  const authorize = (parameters: object, headers = {}) =>
    fetch(
      platform().base + authorizationRequest(thirdPartyApp(platform()), { scope: 'org:read', ...parameters }).path,
      {
        redirect: 'manual',
        headers,
      },
    )
  const push = (parameters: object) => {
    const app = thirdPartyApp(platform())
    return platform().call('POST', '/oauth2/par', {
      headers: { authorization: `Basic ${btoa(`${app.client_id}:${app.client_secret}`)}` },
      raw: new URLSearchParams(authorizationRequest(app, { scope: 'org:read', ...parameters }).path.split('?')[1]),
    })
  }

  test('a state of more than 2,000 characters is refused, and is not sent on', async () => {
    const page = await authorize({ state: "'".repeat(2001) }, { accept: 'text/html' })
    expect([page.status, page.headers.get('location')]).toEqual([400, null])
    expect((await page.text()).length).toBeLessThan(4096)
    const program = await authorize({ state: "'".repeat(2001) })
    expect([program.status, await program.json()]).toEqual([
      400,
      { error: 'invalid_request', error_description: 'state must have 2000 characters at most' },
    ])
    const pushed = await push({ state: "'".repeat(40_000) })
    expect([pushed.status, pushed.body.error]).toEqual([400, 'invalid_request'])
    expect(JSON.stringify(pushed.body).length).toBeLessThan(500)
  })

  test('a state of 2,000 characters is taken', async () => {
    expect((await authorize({ state: 'ü'.repeat(2000) })).headers.get('location')).toMatch(/^\/sign-in\//)
    expect((await push({ state: "'".repeat(2000) })).status).toBe(201)
  })

  test('an unknown scope is repeated in short', async () => {
    const app = thirdPartyApp(platform())
    for (const scope of ['s'.repeat(50_000), Array.from({ length: 8000 }, (_, at) => `s${at}`).join(' ')]) {
      const { status, body } = await platform().askToken(app, { scope })
      expect([status, body.error]).toEqual([400, 'invalid_scope'])
      expect(JSON.stringify(body).length).toBeLessThan(500)
    }
  })

  test('many resources are refused together', async () => {
    const app = thirdPartyApp(platform())
    const raw = new URLSearchParams([
      ['grant_type', 'client_credentials'],
      ...Array(1500).fill(['resource', 'https://a.example/b']),
    ])
    const headers = { authorization: `Basic ${btoa(`${app.client_id}:${app.client_secret}`)}` }
    const { status, body } = await platform().call('POST', '/oauth2/token', { headers, raw })
    expect([status, body.error]).toEqual([400, 'invalid_target'])
    expect(JSON.stringify(body).length).toBeLessThan(500)
  })

  test('the text that a person typed is shown again, up to the length of the field', async () => {
    const { visitor, page } = await sentToSignIn(platform())
    const again = await visitor.submit(page, '', { login: '"'.repeat(2500), password: 'x' })
    expect(again.html).toContain(`value="${'&quot;'.repeat(253)}…"`)
    expect(again.html.length).toBeLessThan(8192)
  })

  test('a long address is not repeated by a page', async () => {
    const quotes = "'".repeat(7000)
    const visitor = new Visitor(platform().base)
    const switched = await visitor.open(`/sign-in/${quotes}?lang=en`)
    expect([switched.status, switched.html.length < 4096]).toEqual([404, true])
    const forged = await visitor.post(`/sign-in/a?${quotes}`, {})
    expect([forged.status >= 400, forged.html.length < 4096]).toEqual([true, true])
  })
})

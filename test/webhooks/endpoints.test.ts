import { expect, test } from 'vitest'
import { findInDatabase } from '../support/database.ts'
import { createEndpoint, PATH, ping, webhookToken } from '../support/endpoints.ts'
import { contractSchema } from '../support/events.ts'
import { must, onEachStore } from '../support/platform.ts'

const url = 'http://127.0.0.1:9/webhooks'

onEachStore((platform) => {
  test('creating an endpoint shows its secret, once', async () => {
    const token = await webhookToken(platform())
    const answer = await platform().post(PATH, token, { url, event_types: ['ping'], description: 'Directory' })
    expect(answer.status).toBe(201)
    const { secret, ...shown } = answer.body
    expect(shown).toEqual({
      endpoint_id: expect.stringMatching(/^whe_/),
      app_id: platform().organization(0).apps[0]?.app_id,
      url,
      event_types: ['ping'],
      description: 'Directory',
      format: 'standard',
      headers: [],
      secrets: [{ secret_id: expect.stringMatching(/^whs_/), created_at: expect.any(String), expires_at: null }],
      ordering: 'none',
      deprovisions: false,
      receipt_types: null,
      status: 'enabled',
      disabled_reason: null,
      verification: { verified_at: expect.any(String), next_challenge_at: null, failure: null },
      created_at: expect.stringMatching(/^\d{4}-.*\.\d{3}Z$/),
    })
    expect(Buffer.from(secret.slice('whsec_'.length), 'base64')).toHaveLength(32)
    expect((await platform().get(`${PATH}/${shown.endpoint_id}`, token)).body).toEqual(shown)
    expect((await platform().get(PATH, token)).body).toEqual({ data: [shown], next_cursor: null })
    expect((await contractSchema('CreatedWebhookEndpoint'))(answer.body)).toEqual([])
  })

  test('every endpoint has its own secret', async () => {
    const token = await webhookToken(platform())
    const made = [await createEndpoint(platform(), token, url), await createEndpoint(platform(), token, url)]
    expect(new Set(made.map(({ secret }) => secret)).size).toBe(2)
    expect(new Set(made.map(({ endpoint_id }) => endpoint_id)).size).toBe(2)
  })

  test('the secret is not readable in the database', async () => {
    const { secret, endpoint_id } = await createEndpoint(platform(), await webhookToken(platform()), url)
    const encoded = secret.slice('whsec_'.length)
    const key = Buffer.from(encoded, 'base64')
    const written = [endpoint_id, encoded, key.toString('base64url').slice(0, 40), key.toString('hex')]
    expect(await findInDatabase(platform(), ...written)).toEqual([endpoint_id])
  })

  test('without types an endpoint wants all, and without a description it has none', async () => {
    const { event_types, description } = await createEndpoint(platform(), await webhookToken(platform()), url)
    expect([event_types, description]).toEqual([null, null])
  })

  test('endpoints are listed oldest first, in pages that stay whole while endpoints are added', async () => {
    const token = await webhookToken(platform())
    const ids: string[] = []
    for (let i = 0; i < 5; i++) ids.push((await createEndpoint(platform(), token, `${url}/${i}`)).endpoint_id)
    const page = async (query: string) => {
      const { body } = await platform().get(`${PATH}?limit=2${query}`, token)
      return { ids: body.data.map((one: { endpoint_id: string }) => one.endpoint_id), next: body.next_cursor }
    }
    const first = await page('')
    ids.push((await createEndpoint(platform(), token, url)).endpoint_id)
    const second = await page(`&cursor=${first.next}`)
    const third = await page(`&cursor=${second.next}`)
    expect([first.ids, second.ids, third.ids]).toEqual([ids.slice(0, 2), ids.slice(2, 4), ids.slice(4)])
    expect([typeof first.next, typeof second.next, third.next]).toEqual(['string', 'string', null])
  })

  test('the list refuses a cursor that no page returned', async () => {
    const token = await webhookToken(platform())
    for (const cursor of ['not-one', '', 'a%20b', Buffer.from('after:').toString('base64url')]) {
      const { status, body } = await platform().get(`${PATH}?cursor=${cursor}`, token)
      expect(status).toBe(400)
      expect(body.errors).toMatchObject([{ in: 'query', pointer: '/cursor' }])
    }
  })

  test("another app's endpoint is not found: it can't be read, listed, deleted or tested", async () => {
    const token = await webhookToken(platform())
    const { endpoint_id } = await createEndpoint(platform(), token, url)
    const { delivery_id } = await ping(platform(), token, endpoint_id)
    const app = must(platform().data.third_party_apps[0])
    const resource = `${platform().base}/v1.0/organizations/${platform().organization(0).org_id}`
    const strangers = [
      await webhookToken(platform(), 1),
      // An app that acts for the same organisation is still another app.
      await platform().clientToken(app, ['webhook:read', 'webhook:write'], resource),
      await platform().clientToken(app, ['webhook:read', 'webhook:write']),
    ]
    for (const stranger of strangers) {
      const answers = [
        await platform().get(`${PATH}/${endpoint_id}`, stranger),
        await platform().call('DELETE', `${PATH}/${endpoint_id}`, { token: stranger }),
        await platform().post(`${PATH}/${endpoint_id}/test`, stranger),
      ]
      for (const { status, body } of answers) expect([status, body.code]).toEqual([404, 'webhook_endpoint_not_found'])
      const delivery = await platform().get(`/v1.0/deliveries/${delivery_id}`, stranger)
      expect([delivery.status, delivery.body.code]).toEqual([404, 'delivery_not_found'])
      expect((await platform().get(PATH, stranger)).body.data).toEqual([])
    }
    expect((await platform().get(`${PATH}/${endpoint_id}`, token)).body.status).toBe('enabled')
  })

  test('reading takes webhook:read, changing takes webhook:write, also of a person', async () => {
    const { org_id } = platform().organization(0)
    const { endpoint_id } = await createEndpoint(platform(), await webhookToken(platform()), url)
    const person = await platform().userToken(platform().member(org_id, 'founder').account_id, 'webhook:write')
    const calls = [
      ['GET', PATH, 'webhook:read'],
      ['GET', `${PATH}/${endpoint_id}`, 'webhook:read'],
      ['GET', '/v1.0/deliveries/dlv_1', 'webhook:read'],
      ['POST', PATH, 'webhook:write'],
      ['POST', `${PATH}/${endpoint_id}/test`, 'webhook:write'],
      ['DELETE', `${PATH}/${endpoint_id}`, 'webhook:write'],
    ] as const
    for (const [method, path, scope] of calls) {
      const token = await platform().appToken(org_id, scope === 'webhook:read' ? 'webhook:write' : 'webhook:read')
      const { status, body } = await platform().call(method, path, { token })
      expect([status, body.code, body.required_scopes]).toEqual([403, 'scope_missing', [scope]])
      if (scope === 'webhook:read') {
        expect((await platform().call(method, path, { token: person })).body.required_scopes).toEqual([scope])
      }
    }
  })

  const invalid: [object, string][] = [
    [{}, '/url'],
    [{ url: 7 }, '/url'],
    [{ url: '' }, '/url'],
    [{ url, event_types: [] }, '/event_types'],
    [{ url, event_types: ['ping', 'pong'] }, '/event_types/1'],
    [{ url, description: '' }, '/description'],
    [{ url, description: 'x'.repeat(501) }, '/description'],
    [{ url, description: 'nul \u0000' }, '/description'],
    [{ url, secret: 'whsec_mine' }, '/secret'],
  ]

  test('a body that does not fit the contract is refused with a pointer to the place', async () => {
    const token = await webhookToken(platform())
    for (const [body, pointer] of invalid) {
      const answer = await platform().post(PATH, token, body)
      expect([answer.status, answer.body.code], JSON.stringify(body)).toEqual([400, 'invalid_request'])
      expect(answer.body.errors).toMatchObject([{ in: 'body', pointer }])
    }
    expect((await platform().get(PATH, token)).body.data).toEqual([])
  })
})

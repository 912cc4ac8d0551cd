import { expect, test } from 'vitest'
import { findInDatabase, inDatabase } from '../support/database.ts'
import { createEndpoint, PATH, ping, settle, webhookToken } from '../support/endpoints.ts'
import { onEachStore } from '../support/platform.ts'
import { startReceiver } from '../support/receiver.ts'

const url = 'http://127.0.0.1:9/webhooks'
const headers = [
  { name: 'Authorization', value: 'Bearer 4dc1f0b2-secret-of-the-gateway' },
  { name: 'X-Tenant', value: 'aster' },
]

onEachStore((platform) => {
  test('custom headers are sent with every delivery, and shown masked', async () => {
    const receiver = await startReceiver()
    const token = await webhookToken(platform())
    const { endpoint_id } = await createEndpoint(platform(), token, url)
    const change = await platform().call('PATCH', `${PATH}/${endpoint_id}`, {
      token,
      body: { url: receiver.url, headers },
    })
    expect(change.body.headers).toEqual([
      { name: 'Authorization', masked_value: '••••eway' },
      { name: 'X-Tenant', masked_value: '••••' },
    ])
    await ping(platform(), token, endpoint_id)
    await settle(platform())
    expect(receiver.received[0]?.headers).toMatchObject({
      authorization: 'Bearer 4dc1f0b2-secret-of-the-gateway',
      'x-tenant': 'aster',
      'content-type': 'application/json',
      'webhook-id': receiver.received[0]?.event.id,
    })
    await platform().call('PATCH', `${PATH}/${endpoint_id}`, { token, body: { headers: [] } })
    await ping(platform(), token, endpoint_id)
    await settle(platform())
    expect(receiver.received[1]?.headers.authorization).toBeUndefined()
  })

  test('their values are neither readable in the database nor in the audit log', async () => {
    const token = await webhookToken(platform())
    const { body } = await platform().post(PATH, token, { url, headers })
    expect(body.headers).toHaveLength(2)
    const written = [body.endpoint_id, 'secret-of-the-gateway', Buffer.from('secret-of-the-gateway').toString('base64')]
    expect(await findInDatabase(platform(), ...written)).toEqual([body.endpoint_id])
    const [audited] = await inDatabase(platform(), (run) =>
      run("select after from audit_log where action = 'webhookEndpoints.create'"),
    )
    expect(JSON.parse(audited.after).headers).toEqual(['Authorization', 'X-Tenant'])
  })

  test('a move to another origin must set the headers again, or none: their values are not kept', async () => {
    const receiver = await startReceiver()
    const token = await webhookToken(platform())
    const { body: created } = await platform().post(PATH, token, { url, headers })
    const change = (body: object) => platform().call('PATCH', `${PATH}/${created.endpoint_id}`, { token, body })
    for (const elsewhere of [receiver.url, 'http://localhost:9/webhooks', 'https://127.0.0.1:9/webhooks']) {
      const { status, body } = await change({ url: elsewhere, description: 'Moved' })
      expect([status, body.code, body.errors?.[0]?.pointer], elsewhere).toEqual([400, 'invalid_request', '/headers'])
    }
    expect((await platform().get(`${PATH}/${created.endpoint_id}`, token)).body).toMatchObject({
      url,
      description: null,
    })

    for (const same of ['http://127.0.0.1:9/other', 'http://127.0.0.1:9/other?a=b']) {
      const { status, body } = await change({ url: same })
      expect([status, body.headers.length], same).toEqual([200, 2])
    }
    const { body: moved } = await change({ url: receiver.url, headers: [{ name: 'X-Tenant', value: 'aster' }] })
    expect(moved.headers).toEqual([{ name: 'X-Tenant', masked_value: '\u2022\u2022\u2022\u2022' }])
    await ping(platform(), token, created.endpoint_id)
    await settle(platform())
    expect(receiver.received[0]?.headers).toMatchObject({ 'x-tenant': 'aster' })
    expect(receiver.received[0]?.headers.authorization).toBeUndefined()
  })

  test('an endpoint without headers, or one that drops them with the change, moves freely', async () => {
    const token = await webhookToken(platform())
    const { endpoint_id } = await createEndpoint(platform(), token, url)
    const change = (body: object) => platform().call('PATCH', `${PATH}/${endpoint_id}`, { token, body })
    expect((await change({ url: 'http://localhost:9/' })).status).toBe(200)
    expect((await change({ headers })).status).toBe(200)
    const { status, body } = await change({ url, headers: [] })
    expect([status, body.url, body.headers]).toEqual([200, url, []])
    expect((await change({ url: 'http://localhost:9/' })).status).toBe(200)
  })

  test('the audit log keeps no path of a URL, which may hold tokens, but shows that it was changed', async () => {
    const token = await webhookToken(platform())
    const path = 'services/T0123/B0123/path-that-is-secret'
    const { endpoint_id } = await createEndpoint(
      platform(),
      token,
      `http://127.0.0.1:9/${path}?key=query-that-is-secret`,
    )
    await platform().call('PATCH', `${PATH}/${endpoint_id}`, { token, body: { url: `http://127.0.0.1:9/${path}/2` } })
    await platform().call('PATCH', `${PATH}/${endpoint_id}`, { token, body: { description: 'As before' } })
    await platform().call('DELETE', `${PATH}/${endpoint_id}`, { token })
    const entries = await inDatabase(platform(), (run) =>
      run(`select before, after from audit_log where target_id = '${endpoint_id}' order by audit_id`),
    )
    expect(JSON.stringify(entries)).not.toMatch(/T0123|secret/)
    const urls = entries.map(({ before, after }) =>
      [before, after].map((side) => (side === null ? null : JSON.parse(side))),
    )
    const digests = urls.map((sides) => sides.map((side) => side?.url_digest))
    expect(urls.flat().flatMap((side) => side?.url ?? [])).toEqual(Array(6).fill('http://127.0.0.1:9'))
    expect(digests[1]?.[0]).toBe(digests[0]?.[1])
    expect(digests[1]?.[1]).not.toBe(digests[1]?.[0])
    expect(digests[2]?.[0]).toBe(digests[2]?.[1])
  })

  const refused: [string, string, string][] = [
    ...['Host', 'connection', 'Keep-Alive', 'Transfer-Encoding', 'TE', 'Trailer', 'Upgrade', 'Proxy-Authorization']
      .concat([
        'Content-Type',
        'Content-Length',
        'webhook-id',
        'Webhook-Signature',
        'ce-type',
        'Accept-Encoding',
        'Date',
      ])
      .concat(['User-Agent', 'Cookie', 'X-Forwarded-For', 'Forwarded', 'Via', 'Expect'])
      .concat([
        'webhook_signature',
        'WEBHOOK_ID',
        'Content_Length',
        'content_type',
        'Transfer_Encoding',
        'X_Forwarded_For',
      ])
      .concat([
        'x-forwarded_for',
        'X_Real_IP',
        'Proxy_Authorization',
        'ce_type',
        'User_Agent',
        'Keep_Alive',
        'X-Forwarded',
      ])
      .concat(['X-HTTP-Method-Override', 'X_Http_Method_Override', 'X-Original-URL'])
      .map((name): [string, string, string] => [name, 'x', '/headers/0/name']),
    ['X-Split', 'a\r\nX-Injected: b', '/headers/0/value'],
    ['X-Split', 'a\nb', '/headers/0/value'],
    ['X-Split', ' padded', '/headers/0/value'],
    ['X-Split', 'ümlaut', '/headers/0/value'],
    ['X-Empty', '', '/headers/0/value'],
    ['X Space', 'x', '/headers/0/name'],
    ['X:Colon', 'x', '/headers/0/name'],
    ['', 'x', '/headers/0/name'],
  ]

  test('headers that the platform sets, that control the connection or that would split it are refused', async () => {
    const token = await webhookToken(platform())
    for (const [name, value, pointer] of refused) {
      const { status, body } = await platform().post(PATH, token, { url, headers: [{ name, value }] })
      expect([status, body.errors?.[0]?.pointer], `${name}: ${value}`).toEqual([400, pointer])
    }
    const twice = [
      { name: 'X-One', value: 'a' },
      { name: 'x-one', value: 'b' },
    ]
    const { status, body } = await platform().post(PATH, token, { url, headers: twice })
    expect([status, body.errors?.[0]?.pointer]).toEqual([400, '/headers/1/name'])
    const folded = twice.map(({ name, value }) => ({ name: name.replace('x-', 'x_'), value }))
    const other = await platform().post(PATH, token, { url, headers: folded })
    expect([other.status, other.body.errors?.[0]?.pointer]).toEqual([400, '/headers/1/name'])
    expect((await platform().get(PATH, token)).body.data).toEqual([])
  })

  test('a name with an underscore that equals no reserved name is accepted', async () => {
    const receiver = await startReceiver()
    const token = await webhookToken(platform())
    const named = [{ name: 'api_key', value: 'a' }]
    const { body } = await platform().post(PATH, token, { url: receiver.url, headers: named })
    await ping(platform(), token, body.endpoint_id)
    await settle(platform())
    expect(receiver.received[0]?.headers).toMatchObject({ api_key: 'a' })
  })
})

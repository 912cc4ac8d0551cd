import { expect, test } from 'vitest'
import { findInDatabase, inDatabase } from '../events/database.ts'
import { onEachStore } from '../support/platform.ts'
import { startReceiver } from '../support/receiver.ts'
import { createEndpoint, PATH, ping, settle, webhookToken } from './support.ts'

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

  test('their values are neither in the database in the clear nor in the audit log', async () => {
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

  test('headers that the platform sets, that steer the connection or that would split it are refused', async () => {
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
    expect((await platform().get(PATH, token)).body.data).toEqual([])
  })
})

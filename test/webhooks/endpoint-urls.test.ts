import { expect, test } from 'vitest'
import { createEndpoint, PATH, ping, settle, webhookToken } from '../support/endpoints.ts'
import { onEachStore } from '../support/platform.ts'
import { startReceiver } from '../support/receiver.ts'

onEachStore((platform) => {
  // test/webhooks/request has every rule in every spelling; this shows that the API applies them.
  const hostile = [
    'http://example.com/',
    'https://10.0.0.1/',
    'https://169.254.169.254/latest/meta-data/',
    'http://169.254.169.254/latest/meta-data/',
    'https://metadata.google.internal/',
    'https://[fd00::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://0.0.0.0/',
    'https://backend/',
    'https://user:password@example.com/',
    'https://example.com:22/',
    'ftp://example.com/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    '//example.com/',
    'example.com',
    'https://',
    'https://exam ple.com/',
    'https://example.com/\n',
    `https://example.com/${'a'.repeat(2000)}`,
  ]
  const harmless = [
    'http://127.0.0.1:9/webhooks',
    'http://localhost:9/webhooks',
    'http://[::1]:9/webhooks?a=b',
    'https://example.com/webhooks',
  ]

  test('a URL that is not permitted is refused as /url', async () => {
    const token = await webhookToken(platform())
    for (const url of hostile) {
      const { status, body } = await platform().post(PATH, token, { url })
      expect([status, body.code], url).toEqual([400, 'invalid_request'])
      expect(body.errors).toEqual([{ in: 'body', pointer: '/url', detail: expect.any(String) }])
    }
    expect((await platform().get(PATH, token)).body.data).toEqual([])
  })

  test('a public https URL is accepted, and in the sandbox also http to loopback', async () => {
    const token = await webhookToken(platform())
    for (const url of harmless) expect((await createEndpoint(platform(), token, url)).url).toBe(url)
  })

  test('every accepted URL can be delivered to, however long its canonical form is', async () => {
    const receiver = await startReceiver()
    const token = await webhookToken(platform())
    const answer = await platform().post(PATH, token, { url: `${receiver.url}?${'é'.repeat(1500)}` })
    if (answer.status === 400) {
      expect(answer.body.errors).toMatchObject([{ in: 'body', pointer: '/url' }])
      return
    }
    await ping(platform(), token, answer.body.endpoint_id)
    await settle(platform())
    expect(receiver.received).toHaveLength(1)
  })
})

import { expect, test } from 'vitest'
import { findInDatabase } from '../support/database.ts'
import { associate } from '../support/demo.ts'
import { createEndpoint, PATH, settle, webhookToken } from '../support/endpoints.ts'
import { onEachStore } from '../support/platform.ts'
import { failInsertions } from '../support/poison.ts'
import { startReceiver } from '../support/receiver.ts'
import { countEndpoints, create, replayed, url } from './support.ts'

onEachStore((platform) => {
  test('the same key and body give the first answer again, marked, and have one effect', async () => {
    const token = await webhookToken(platform())
    const first = await create(platform(), token, 'a')
    expect([first.status, replayed(first)]).toEqual([201, null])
    for (let i = 0; i < 3; i++) {
      const again = await create(platform(), token, 'a')
      expect([again.status, replayed(again), again.body]).toEqual([201, 'true', first.body])
      expect(again.headers.get('content-type')).toBe(first.headers.get('content-type'))
      expect(again.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'))
    }
    expect(await countEndpoints(platform(), token)).toBe(1)
  })

  test('without a key each request has its effect', async () => {
    const token = await webhookToken(platform())
    for (let i = 0; i < 2; i++) expect(replayed(await platform().post(PATH, token, { url }))).toBeNull()
    expect(await countEndpoints(platform(), token)).toBe(2)
  })

  test('the order and the spacing of the members of a body do not matter', async () => {
    const token = await webhookToken(platform())
    const first = await create(platform(), token, 'a', { url, event_types: ['ping'], description: 'One' })
    const again = await platform().call('POST', PATH, {
      token,
      raw: `{ "description": "\\u004fne",\n "event_types": [ "ping" ], "url": "${url}" }`,
      headers: { 'idempotency-key': 'a', 'content-type': 'application/json; charset=utf-8' },
    })
    expect([again.status, replayed(again), again.body]).toEqual([201, 'true', first.body])
  })

  test('an answer with a secret is replayed whole, and is encrypted in the database', async () => {
    const token = await webhookToken(platform())
    const key = 'the-key-of-the-test'
    const { secret } = (await create(platform(), token, key)).body
    expect((await create(platform(), token, key)).body.secret).toBe(secret)
    expect(await findInDatabase(platform(), key, secret.slice('whsec_'.length))).toEqual([key])
  })

  test('a replay makes no event and no delivery', async () => {
    const receiver = await startReceiver()
    const token = await webhookToken(platform())
    const { endpoint_id } = await createEndpoint(platform(), token, receiver.url)
    const ping = () => platform().post(`${PATH}/${endpoint_id}/test`, token, undefined, { 'idempotency-key': 'a' })
    const answers = [await ping(), await ping()]
    expect(answers.map(({ status }) => status)).toEqual([202, 202])
    expect(answers[1]?.body).toEqual(answers[0]?.body)
    await settle(platform())
    expect(receiver.received).toHaveLength(1)
  })

  test('a DELETE with a key is answered 204 each time', async () => {
    const token = await webhookToken(platform())
    const { endpoint_id } = await createEndpoint(platform(), token, url)
    const remove = (key: string) =>
      platform().call('DELETE', `${PATH}/${endpoint_id}`, { token, headers: { 'idempotency-key': key } })
    const answers = [await remove('a'), await remove('a')]
    expect(answers.map((answer) => [answer.status, answer.body, replayed(answer)])).toEqual([
      [204, '', null],
      [204, '', 'true'],
    ])
    expect((await remove('b')).body.code).toBe('webhook_endpoint_not_found')
  })

  test('a refusal is kept too: it stays the answer even when the reason for it has gone', async () => {
    const [own, other] = [platform().organization(0).org_id, platform().organization(3).org_id]
    const token = await platform().appToken(own, 'org:unlink')
    const unlink = (key: string) =>
      platform().post(
        '/v1.0/organization/unlink',
        token,
        { dept_id: 2, associated_org_id: other },
        { 'idempotency-key': key },
      )
    const refused = await unlink('a')
    expect([refused.status, refused.body.code, replayed(refused)]).toEqual([404, 'association_not_found', null])
    await associate(platform(), 0, 3)
    const again = await unlink('a')
    expect([again.status, replayed(again), again.body]).toEqual([404, 'true', refused.body])
    expect(again.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect(await platform().events(own)).toEqual([])
    expect((await unlink('b')).body.result).toBe(true)
  })

  test('a request that violates the contract uses up no key', async () => {
    const token = await webhookToken(platform())
    expect((await create(platform(), token, 'a', { url: 7 })).status).toBe(400)
    const answer = await create(platform(), token, 'a')
    expect([answer.status, replayed(answer)]).toEqual([201, null])
  })

  test('a request with a refused token uses up no key', async () => {
    const reader = await platform().appToken(platform().organization(0).org_id, 'webhook:read')
    expect((await create(platform(), reader, 'a')).body.code).toBe('scope_missing')
    const answer = await create(platform(), await webhookToken(platform()), 'a')
    expect([answer.status, replayed(answer)]).toEqual([201, null])
  })

  test('an answer of 5xx is not kept', async () => {
    const token = await webhookToken(platform())
    const work = await failInsertions(platform(), 'webhook_secret')
    for (let i = 0; i < 2; i++) {
      const failed = await create(platform(), token, 'a')
      expect([failed.status, failed.body.code, replayed(failed)]).toEqual([500, 'internal_error', null])
    }
    expect(await countEndpoints(platform(), token)).toBe(0)
    await work()
    const answer = await create(platform(), token, 'a')
    expect([answer.status, replayed(answer)]).toEqual([201, null])
    expect(await countEndpoints(platform(), token)).toBe(1)
  })

  test('answers survive a restart of the server', async () => {
    const first = await create(platform(), await webhookToken(platform()), 'a')
    await platform().restart()
    const token = await webhookToken(platform())
    const again = await create(platform(), token, 'a')
    expect([again.status, replayed(again), again.body]).toEqual([201, 'true', first.body])
    expect(await countEndpoints(platform(), token)).toBe(1)
  })
})

import { expect, onTestFinished, test } from 'vitest'
import { query } from '../support/database.ts'
import { authorize } from '../support/demo.ts'
import { createEndpoint, PATH, webhookScopes, webhookToken } from '../support/endpoints.ts'
import { must, onEachStore, openPlatform, type Platform } from '../support/platform.ts'
import { countEndpoints, create, replayed, url } from './support.ts'

onEachStore((platform) => {
  const isReused = ({ status, body }: { status: number; body: any }) =>
    expect([status, body.code]).toEqual([422, 'idempotency_key_reused'])

  test('a key that was used for another body is refused, and nothing is done', async () => {
    const token = await webhookToken(platform())
    const first = await create(platform(), token, 'a')
    for (const body of [{ url: `${url}/` }, { url, description: 'Other' }, { url, event_types: ['ping'] }]) {
      isReused(await create(platform(), token, 'a', body))
    }
    expect(await countEndpoints(platform(), token)).toBe(1)
    expect((await create(platform(), token, 'a')).body).toEqual(first.body)
  })

  test('the stored fingerprint can’t be guessed: the same request has another hash under another master key', async () => {
    const other = await openPlatform('sqlite')
    onTestFinished(other.close)
    const body = { email: 'noor@people.example', code: '000000', new_password: 'a password to guess' }
    const kept = async (one: Platform) => {
      const headers = { 'idempotency-key': 'guess' }
      expect((await one.post('/v1.0/recovery', undefined, body, headers)).body.code).toBe('code_invalid')
      const rows = await query(one, `select * from idempotency where key = 'guess'`)
      expect(rows).toHaveLength(1)
      expect(JSON.stringify(rows)).not.toContain(body.new_password)
      return must(rows[0]).fingerprint
    }
    expect(await kept(platform())).toEqual(expect.any(String))
    expect(await kept(other.platform)).not.toBe(await kept(platform()))
  })

  test('so is one that was used for another operation, or for the same on something else', async () => {
    const token = await webhookToken(platform())
    const one = await createEndpoint(platform(), token, url)
    const other = await createEndpoint(platform(), token, url)
    const headers = { 'idempotency-key': 'a' }
    const call = (method: string, path: string) => platform().call(method, PATH + path, { token, headers })
    expect((await call('POST', `/${one.endpoint_id}/test`)).status).toBe(202)
    isReused(await call('POST', `/${other.endpoint_id}/test`))
    isReused(await call('DELETE', `/${one.endpoint_id}`))
    isReused(await create(platform(), token, 'a'))
    expect(await countEndpoints(platform(), token)).toBe(2)
  })

  test('one that was used for a preview is refused for what was previewed', async () => {
    const { org_id, dept_id, associated_org_id } = platform().association('upstream')
    const token = await platform().appToken(org_id, 'org:unlink')
    const post = (path: string) =>
      platform().post(path, token, { dept_id, associated_org_id }, { 'idempotency-key': 'a' })
    expect((await post('/v1.0/organization/unlink/preview')).status).toBe(200)
    isReused(await post('/v1.0/organization/unlink'))
    expect(await platform().events(org_id)).toEqual([])
  })

  test('two apps may use the same key, and neither sees the answer of the other', async () => {
    const tokens = [await webhookToken(platform(), 0), await webhookToken(platform(), 1)]
    const [first, second] = [
      await create(platform(), must(tokens[0]), 'a'),
      await create(platform(), must(tokens[1]), 'a'),
    ]
    expect([second.status, replayed(second)]).toEqual([201, null])
    expect(second.body.endpoint_id).not.toBe(first.body.endpoint_id)
    for (const token of tokens) expect(await countEndpoints(platform(), token)).toBe(1)
  })

  test('so may one app in two of its organisations', async () => {
    await authorize(platform(), 1, ['webhook:read', 'webhook:write'])
    const app = must(platform().data.third_party_apps[0])
    const tokenOf = (index: number) =>
      platform().clientToken(
        app,
        webhookScopes,
        `${platform().base}/v1.0/organizations/${platform().organization(index).org_id}`,
      )
    const tokens = [await tokenOf(0), await tokenOf(1), await platform().clientToken(app, webhookScopes)]
    for (const token of tokens) expect(replayed(await create(platform(), token, 'a'))).toBeNull()
    expect(await countEndpoints(platform(), must(tokens[0]))).toBe(3)
  })

  test('so may two people, and an app and a person', async () => {
    const { org_id, dept_id, associated_org_id, association_id } = platform().association('upstream')
    const body = { dept_id, associated_org_id }
    const preview = (token: string) =>
      platform().post('/v1.0/organization/unlink/preview', token, body, { 'idempotency-key': 'a' })
    const tokens = [
      await platform().userToken(platform().member(org_id, 'founder').account_id, 'org:unlink'),
      await platform().userToken(platform().member(org_id, 'admin').account_id, 'org:unlink'),
      await platform().appToken(org_id, 'org:unlink'),
    ]
    for (const token of tokens) {
      const answer = await preview(token)
      expect([answer.status, replayed(answer)]).toEqual([200, null])
      expect(answer.body.association.association_id).toBe(association_id)
    }
  })

  test('a new token of the same app is the same client', async () => {
    const first = await create(platform(), await webhookToken(platform()), 'a')
    const again = await create(platform(), await webhookToken(platform()), 'a')
    expect([replayed(again), again.body]).toEqual(['true', first.body])
  })

  test('a key is kept for 24 hours, and is free after them', async () => {
    const token = await webhookToken(platform())
    const first = await create(platform(), token, 'a')
    await platform().advance('PT23H59M')
    expect((await create(platform(), token, 'a')).body).toEqual(first.body)
    // A replay does not prolong it.
    await platform().advance('PT1M')
    const later = await create(platform(), token, 'a', { url: `${url}/other` })
    expect([later.status, replayed(later)]).toEqual([201, null])
    expect(later.body.endpoint_id).not.toBe(first.body.endpoint_id)
    const again = await create(platform(), token, 'a', { url: `${url}/other` })
    expect([replayed(again), again.body]).toEqual(['true', later.body])
  })

  test('a key that is empty, too long, or more than visible ASCII is refused as a header', async () => {
    const token = await webhookToken(platform())
    for (const key of ['', 'a'.repeat(256), 'a b', 'a\tb', 'é']) {
      const { status, body } = await create(platform(), token, key)
      expect([status, body.code], key).toEqual([400, 'invalid_request'])
      expect(body.errors).toEqual([{ in: 'header', pointer: '/Idempotency-Key', detail: expect.any(String) }])
    }
    expect(await countEndpoints(platform(), token)).toBe(0)
  })

  test('any other visible text is a key', async () => {
    const token = await webhookToken(platform())
    for (const key of ['a', 'a'.repeat(255), '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~', '__proto__', "';--"]) {
      const answers = [await create(platform(), token, key), await create(platform(), token, key)]
      expect(answers.map(({ status }) => status)).toEqual([201, 201])
      expect(answers[1]?.body).toEqual(answers[0]?.body)
    }
    expect(await countEndpoints(platform(), token)).toBe(5)
  })

  test('keys that differ in case are two keys', async () => {
    const token = await webhookToken(platform())
    await create(platform(), token, 'key')
    expect(replayed(await create(platform(), token, 'KEY'))).toBeNull()
    expect(await countEndpoints(platform(), token)).toBe(2)
  })

  test('a read ignores the key', async () => {
    const token = await webhookToken(platform())
    const read = () => platform().get(PATH, token, { headers: { 'idempotency-key': 'a' } })
    expect((await read()).body.data).toEqual([])
    await create(platform(), token, 'a')
    const answer = await read()
    expect([answer.body.data.length, replayed(answer)]).toEqual([1, null])
  })
})

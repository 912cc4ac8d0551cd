import { expect, test } from 'vitest'
import { administratorOf, callWith, expectRefused } from '../support/apps.ts'
import { onEachStore } from '../support/platform.ts'

onEachStore((platform) => {
  async function newApp() {
    const admin = await administratorOf(platform(), platform().organization(0).org_id)
    const { body } = await admin.create({ name: 'Payroll', kind: 'internal', scopes: ['org:read'] })
    const ask = (client_secret: string) =>
      platform().askToken({ client_id: body.client_id, client_secret }, { scope: 'org:read' })
    return { admin, appId: body.app_id, first: body.client_secret, firstId: body.secrets[0].secret_id, ask }
  }

  test('a secret is exchanged without a gap: both work, and the deleted one is refused on the next request', async () => {
    const { admin, appId, first, firstId, ask } = await newApp()
    const { status, body } = await admin.createSecret(appId)
    expect(status).toBe(201)
    expect(body.client_secret).not.toBe(first)
    const old = await ask(first)
    expect([old.status, (await ask(body.client_secret)).status]).toEqual([200, 200])
    expect((await admin.delete(`apps/${appId}/secrets/${firstId}`)).status).toBe(204)
    const refused = await ask(first)
    expect([refused.status, refused.body.error]).toEqual([401, 'invalid_client'])
    expect((await ask(body.client_secret)).status).toBe(200)
    expect(await callWith(platform(), old.body.access_token)).toEqual([200, undefined])
    const { client_secret: _, ...shown } = body
    expect((await admin.get(appId)).body.secrets).toEqual([shown])
  })

  test('an app has at most two secrets, and a third is refused and changes nothing', async () => {
    const { admin, appId, first } = await newApp()
    const second = (await admin.createSecret(appId)).body
    const before = (await admin.get(appId)).body
    expectRefused(await admin.createSecret(appId), [409, 'too_many_secrets'])
    expect((await admin.get(appId)).body).toEqual(before)
    expect(first).not.toBe(second.client_secret)
    await admin.delete(`apps/${appId}/secrets/${second.secret_id}`)
    expect((await admin.createSecret(appId)).status).toBe(201)
  })

  test('concurrent requests create one secret', async () => {
    const { admin, appId } = await newApp()
    for (let round = 0; round < 20; round++) {
      const answers = await Promise.all([1, 2, 3].map(() => admin.createSecret(appId)))
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409])
      const { secrets } = (await admin.get(appId)).body
      expect(secrets).toHaveLength(2)
      await admin.delete(`apps/${appId}/secrets/${secrets[1].secret_id}`)
    }
  })

  test('an unknown secret, and one of another app, is not found', async () => {
    const { admin, appId, first, ask } = await newApp()
    const other = (await admin.list()).find(({ app_id }) => app_id !== appId)
    expectRefused(await admin.delete(`apps/${appId}/secrets/sec_unknown`), [404, 'secret_not_found'])
    const { secret_id } = other.secrets[0]
    expectRefused(await admin.delete(`apps/${appId}/secrets/${secret_id}`), [404, 'secret_not_found'])
    expectRefused(await admin.delete(`apps/app_unknown/secrets/${secret_id}`), [404, 'app_not_found'])
    expect((await ask(first)).status).toBe(200)
    expect((await admin.get(other.app_id)).body).toEqual(other)
  })

  test('an app without a secret gets no token until it has one again', async () => {
    const { admin, appId, first, firstId, ask } = await newApp()
    await admin.delete(`apps/${appId}/secrets/${firstId}`)
    expect((await ask(first)).body.error).toBe('invalid_client')
    const { body } = await admin.createSecret(appId)
    expect((await ask(body.client_secret)).status).toBe(200)
  })

  test('with the same Idempotency-Key a lost answer is repeated, with the same secret', async () => {
    const { admin, appId } = await newApp()
    const ask = () =>
      platform().post(`/v1.0/apps/${appId}/secrets`, admin.token, undefined, { 'idempotency-key': 'once' })
    const [one, other] = [await ask(), await ask()]
    expect([one.status, other.body]).toEqual([201, one.body])
  })
})

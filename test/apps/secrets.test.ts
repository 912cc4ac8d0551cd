import { expect, test } from 'vitest'
import { administratorOf, callWith } from '../support/apps.ts'
import { must, onEachStore } from '../support/platform.ts'

onEachStore((platform) => {
  async function newApp() {
    const admin = await administratorOf(platform(), platform().organization(0).org_id)
    const created = await admin.call('apps.create', { name: 'Payroll', kind: 'internal', scopes: ['org:read'] })
    const { app_id, client_secret: first } = created
    const ask = (client_secret: string) =>
      platform().askToken({ client_id: created.client_id, client_secret }, { scope: 'org:read' })
    return { admin, app_id, first: must(first), firstId: must(created.secrets[0]).secret_id, ask }
  }

  test('a secret is exchanged without a gap: both work, and the deleted one is refused on the next request', async () => {
    const { admin, app_id, first, firstId, ask } = await newApp()
    const { client_secret: second, ...shown } = await admin.call('apps.createSecret', { app_id })
    expect(second).not.toBe(first)
    const old = await ask(first)
    expect([old.status, (await ask(second)).status]).toEqual([200, 200])
    await admin.call('apps.deleteSecret', { app_id, secret_id: firstId })
    const refused = await ask(first)
    expect([refused.status, refused.body.error]).toEqual([401, 'invalid_client'])
    expect((await ask(second)).status).toBe(200)
    expect(await callWith(platform(), old.body.access_token)).toEqual([200, undefined])
    expect((await admin.call('apps.get', { app_id })).secrets).toEqual([shown])
  })

  test('an app has at most two secrets, and a third is refused and changes nothing', async () => {
    const { admin, app_id, first } = await newApp()
    const second = await admin.call('apps.createSecret', { app_id })
    const before = await admin.call('apps.get', { app_id })
    expect(await admin.refused('apps.createSecret', { app_id })).toEqual([409, 'too_many_secrets'])
    expect(await admin.call('apps.get', { app_id })).toEqual(before)
    expect(first).not.toBe(second.client_secret)
    await admin.call('apps.deleteSecret', { app_id, secret_id: second.secret_id })
    await admin.call('apps.createSecret', { app_id })
  })

  test('concurrent requests create one secret', async () => {
    const { admin, app_id } = await newApp()
    for (let round = 0; round < 20; round++) {
      const answers = await Promise.all([1, 2, 3].map(() => admin.createSecret(app_id)))
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409])
      const { secrets } = await admin.call('apps.get', { app_id })
      expect(secrets).toHaveLength(2)
      await admin.call('apps.deleteSecret', { app_id, secret_id: must(secrets[1]).secret_id })
    }
  })

  test('an unknown secret, and one of another app, is not found', async () => {
    const { admin, app_id, first, ask } = await newApp()
    const { data } = await admin.call('apps.list')
    const other = must(data.find((one) => one.app_id !== app_id))
    const { secret_id } = must(other.secrets[0])
    const refused = (app: string, secret: string) =>
      admin.refused('apps.deleteSecret', { app_id: app, secret_id: secret })
    expect(await refused(app_id, 'sec_unknown')).toEqual([404, 'secret_not_found'])
    expect(await refused(app_id, secret_id)).toEqual([404, 'secret_not_found'])
    expect(await refused('app_unknown', secret_id)).toEqual([404, 'app_not_found'])
    expect((await ask(first)).status).toBe(200)
    expect(await admin.call('apps.get', { app_id: other.app_id })).toEqual(other)
  })

  test('an app without a secret gets no token until it has one again', async () => {
    const { admin, app_id, first, firstId, ask } = await newApp()
    await admin.call('apps.deleteSecret', { app_id, secret_id: firstId })
    expect((await ask(first)).body.error).toBe('invalid_client')
    const { client_secret } = await admin.call('apps.createSecret', { app_id })
    expect((await ask(client_secret)).status).toBe(200)
  })

  test('with the same Idempotency-Key a lost answer is repeated, with the same secret', async () => {
    const { admin, app_id } = await newApp()
    const ask = () =>
      platform().post(`/v1.0/apps/${app_id}/secrets`, admin.token, undefined, { 'idempotency-key': 'once' })
    const [one, other] = [await ask(), await ask()]
    expect([one.status, other.body]).toEqual([201, one.body])
  })
})

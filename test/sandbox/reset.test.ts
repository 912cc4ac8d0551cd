import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dump } from '../support/database.ts'
import { must, onEachStore, type SandboxData } from '../support/platform.ts'

onEachStore((platform) => {
  const reset = () => platform().post('/v1.0/sandbox/reset')

  test('a reset gives the same organisations with new ids and credentials, and writes them to sandbox.json', async () => {
    const before = platform().data
    const { status, body } = await reset()
    expect(status).toBe(200)
    expect(idsAndSecrets(body).filter((one) => idsAndSecrets(before).includes(one))).toEqual([])
    expect(names(body)).toEqual(names(before))
    const file = join(platform().config.dataDirectory, 'sandbox.json')
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(body)
  })

  test('tokens of apps and people from before a reset are refused as revoked, and old credentials give none', async () => {
    const { org_id, apps } = platform().organization(0)
    const app = must(platform().data.third_party_apps[0])
    const resource = `${platform().base}/v1.0/organizations/${must(app.authorized_org_ids[0])}`
    const tokens = [
      await platform().appToken(org_id, 'org:read'),
      await platform().clientToken(app, ['org:read'], resource),
      await platform().userToken(platform().member(org_id, 'founder').account_id, 'org:read'),
    ]
    for (const token of tokens) expect((await platform().get('/v1.0/organization', token)).status).toBe(200)
    const { body: data } = await reset()
    for (const token of tokens) {
      const { status, body, headers } = await platform().get('/v1.0/organization', token)
      expect([status, body.code]).toEqual([401, 'token_revoked'])
      expect(headers.get('www-authenticate')).toBe('Bearer error="invalid_token"')
    }
    const refused = await platform().askToken(must(apps[0]), { scope: 'org:read' })
    expect([refused.status, refused.body.error]).toEqual([401, 'invalid_client'])
    expect((await platform().askToken(data.organizations[0].apps[0], { scope: 'org:read' })).status).toBe(200)
  })

  test('a reset sets the clock back to the real time, also after a restart', async () => {
    await platform().advance('P30D')
    await reset()
    expect((await platform().get('/v1.0/sandbox/clock')).body.offset_ms).toBe(0)
    await platform().restart()
    expect((await platform().get('/v1.0/sandbox/clock')).body.offset_ms).toBe(0)
  })

  test('nothing from before a reset is left in the database', async () => {
    const { org_id, dept_id, associated_org_id } = platform().association('upstream')
    const token = await platform().appToken(org_id, 'org:unlink', 'webhook:write')
    const { body: endpoint } = await platform().post('/v1.0/webhook-endpoints', token, { url: 'http://127.0.0.1:9/' })
    const key = { 'idempotency-key': 'kept' }
    await platform().post('/v1.0/organization/unlink', token, { dept_id, associated_org_id }, key)
    const ids = [...idsAndSecrets(platform().data), endpoint.endpoint_id]
    const before = await dump(platform())
    expect(before).toContain(endpoint.endpoint_id)
    await reset()
    const after = await dump(platform())
    expect(ids.filter((id) => after.includes(id))).toEqual([])
    expect(after).not.toContain('"kept"')
  })

  test('a reset that is sent twice with one Idempotency-Key is done once', async () => {
    const key = { 'idempotency-key': 'one-reset' }
    const first = await platform().post('/v1.0/sandbox/reset', undefined, undefined, key)
    const second = await platform().post('/v1.0/sandbox/reset', undefined, undefined, key)
    expect(second.body).toEqual(first.body)
    expect(second.headers.get('idempotency-replayed')).toBe('true')
    expect((await platform().askToken(first.body.organizations[0].apps[0], { scope: 'org:read' })).status).toBe(200)
  })
})

function idsAndSecrets({ organizations, associations, third_party_apps, personal_accounts }: SandboxData): string[] {
  return [
    ...organizations.flatMap(({ org_id, apps, members }) => [
      org_id,
      ...apps.flatMap(({ app_id, client_secret }) => [app_id, client_secret]),
      ...members.flatMap(({ account_id, password }) => [account_id, password]),
    ]),
    ...associations.map(({ association_id }) => association_id),
    ...third_party_apps.flatMap(({ app_id, client_secret }) => [app_id, client_secret]),
    ...personal_accounts.map(({ account_id }) => account_id),
  ]
}

const names = ({ organizations }: SandboxData) =>
  organizations.map(({ name, members }) => [name, members.map(({ email, role }) => [email, role])])

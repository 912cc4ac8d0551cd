import { appScopes, type Scope, userScopes } from '@sendoff/api'
import { exportJWK, generateKeyPair } from 'jose'
import { expect, test } from 'vitest'
import { administratorOf, PATH } from '../support/apps.ts'
import { auditOf } from '../support/members.ts'
import { must, onEachStore } from '../support/platform.ts'
import { expectRefused } from '../support/refused.ts'

/** Scopes that no person can hold. */
const ofAppsAlone: Scope[] = ['event:read', 'webhook:read', 'webhook:write']
const lacking: [number, string] = [403, 'scope_missing']

onEachStore((platform) => {
  const orgId = () => platform().organization(0).org_id

  /** The operations of an administrator's token with `app:write` and some other scopes. */
  async function holderOf(...scopes: Scope[]) {
    const token = await platform().userToken(platform().member(orgId(), 'admin').account_id, 'app:write', ...scopes)
    return {
      create: (command: object) =>
        platform().post(PATH, token, { name: 'Made', kind: 'internal', scopes: ['org:read'], ...command }),
      update: (appId: string, body: object) => platform().call('PATCH', `${PATH}/${appId}`, { token, body }),
      createSecret: (appId: string) => platform().post(`${PATH}/${appId}/secrets`, token),
    }
  }

  test('a token with app:write alone creates no app of either kind that may do more, and nothing changes', async () => {
    const admin = await administratorOf(platform(), orgId())
    const before = await admin.list()
    const holder = await holderOf()
    for (const kind of ['internal', 'third_party']) {
      const refused = await holder.create({ kind, scopes: appScopes })
      expectRefused(refused, lacking)
      const needed = appScopes.filter((scope) => !ofAppsAlone.includes(scope))
      expect(refused.body.required_scopes.toSorted()).toEqual(['app:write', ...needed].toSorted())
      expect(refused.headers.get('www-authenticate')).toContain('member:offboard')
    }
    for (const scope of appScopes) {
      const { status } = await holder.create({ kind: 'third_party', scopes: [scope] })
      expect([scope, status]).toEqual([scope, ofAppsAlone.includes(scope) ? 201 : 403])
    }
    expect((await admin.list()).length).toBe(before.length + ofAppsAlone.length)
    expect(await auditOf(platform(), orgId(), 'apps.create')).toHaveLength(ofAppsAlone.length)
  })

  test('a token creates apps with its own scopes, and not with a single scope that it lacks', async () => {
    const scopes: Scope[] = ['org:read', 'member:read', 'member:offboard', 'event:read']
    expect((await (await holderOf(...scopes)).create({ scopes })).status).toBe(201)
    const refused = await (await holderOf('org:read', 'member:read')).create({ scopes })
    expectRefused(refused, lacking)
    expect(refused.body.required_scopes).toEqual(['app:write', 'org:read', 'member:read', 'member:offboard'])
  })

  test('the scopes of an app that signs members in are those of its creator, too', async () => {
    const redirect_uris = ['https://app.example/back']
    const scopes: Scope[] = ['org:read', 'account:deregister', 'app:write']
    expectRefused(await (await holderOf('org:read')).create({ redirect_uris, scopes }), lacking)
    expect((await (await holderOf(...userScopes)).create({ redirect_uris, scopes })).status).toBe(201)
  })

  test('an app gets no scope later that the token lacks; giving up scopes needs none', async () => {
    const [wide, narrow] = [await holderOf(...userScopes), await holderOf('org:read')]
    const { app_id } = (await wide.create({ scopes: ['org:read', 'member:read'] })).body
    expectRefused(await narrow.update(app_id, { scopes: ['org:read', 'member:read', 'member:offboard'] }), lacking)
    expect((await narrow.update(app_id, { scopes: ['member:read'] })).status).toBe(200)
    expectRefused(await narrow.update(app_id, { scopes: ['member:read', 'member:write'] }), lacking)
    expect((await narrow.update(app_id, { scopes: ['member:read', 'org:read'] })).status).toBe(200)
    expect((await narrow.update(app_id, { name: 'Renamed' })).status).toBe(200)
  })

  test('nobody takes over a stronger app by a secret, keys, a redirect URI, or by making it active again', async () => {
    const [wide, narrow] = [await holderOf(...userScopes), await holderOf('org:read', 'app:read')]
    const scopes: Scope[] = ['org:read', 'member:offboard']
    const { app_id } = (await wide.create({ scopes, kind: 'third_party' })).body
    const refused = await narrow.createSecret(app_id)
    expectRefused(refused, lacking)
    expect(refused.body.required_scopes).toEqual(['app:write', ...scopes])
    expectRefused(await narrow.update(app_id, { redirect_uris: ['https://evil.example/'] }), lacking)
    const { publicKey } = await generateKeyPair('ES256', { extractable: true })
    const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: 'one' }] }
    const signing = (await wide.create({ scopes, token_endpoint_auth_method: 'private_key_jwt', jwks })).body.app_id
    expectRefused(await narrow.update(signing, { jwks }), lacking)
    expect((await narrow.update(app_id, { status: 'suspended' })).status).toBe(200)
    expectRefused(await narrow.update(app_id, { status: 'active' }), lacking)
    // The app can be reduced to the token's scopes, but does not get its other scopes back.
    expect((await narrow.update(app_id, { scopes: ['org:read'], status: 'active' })).status).toBe(200)
    expect((await narrow.createSecret(app_id)).status).toBe(201)
    expectRefused(await narrow.update(app_id, { scopes }), lacking)
  })

  test('the demo’s app is out of reach too, except for a token with all its scopes', async () => {
    const { app_id, scopes } = must(platform().organizationOf(orgId()).apps[0])
    expectRefused(await (await holderOf()).createSecret(app_id), lacking)
    expect((await (await holderOf(...userScopes)).createSecret(app_id)).status).toBe(201)
    expect(scopes).toContain('member:offboard')
  })
})

import { appScopes, type Scope, userScopes } from '@sendoff/api'
import { expect, test } from 'vitest'
import { fromNow } from '../support/clock.ts'
import { query } from '../support/database.ts'
import { expectRefused } from '../support/departures.ts'
import { must, onEachStore } from '../support/platform.ts'

const NAMED = { name: 'Mine', kind: 'internal' }

onEachStore((platform) => {
  /** Birch requires an approval to leave. One administrator has an app, and there is another administrator. */
  async function world() {
    const organization = platform().organization(1)
    const orgId = organization.org_id
    const named = (name: string) => must(organization.members.find((member) => member.name.startsWith(name))).account_id
    const [founder, admin, second] = [named('Bruno'), named('Bai'), named('Bo')]
    const by = (accountId: string) => platform().userToken(accountId, ...userScopes)
    const [asFounder, asAdmin, asSecond] = [await by(founder), await by(admin), await by(second)]
    const call = (token: string, method: string, path: string, body?: object) =>
      platform().call(method, `/v1.0/${path}`, { token, ...(body && { body }) })
    const ok = async (token: string, method: string, path: string, body?: object) => {
      const answer = await call(token, method, path, body)
      if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`)
      return answer.body
    }
    await ok(asFounder, 'PUT', `members/${second}/role`, { role: 'admin' })
    const makeApp = (token: string, settings: object = {}) =>
      ok(token, 'POST', 'apps', { ...NAMED, scopes: appScopes, ...settings })
    const tokenOf = (app: any, ...scopes: Scope[]) => platform().clientToken(app, scopes)
    const apply = async (token: string) =>
      (await ok(token, 'POST', 'leave-applications', { reason_code: 'resignation', reason_text: 'Enough' }))
        .application_id
    return { orgId, founder, admin, second, asFounder, asAdmin, asSecond, call, ok, makeApp, tokenOf, apply }
  }

  /** The ways in which an app gets into an administrator's hands. */
  const ways: Record<string, (it: Awaited<ReturnType<typeof world>>) => Promise<any>> = {
    'that the applicant made': (it) => it.makeApp(it.asAdmin),
    'to which the applicant added a secret': async (it) => {
      const app = await it.makeApp(it.asFounder)
      const { client_secret } = await it.ok(it.asAdmin, 'POST', `apps/${app.app_id}/secrets`)
      return { ...app, client_secret }
    },
    'whose secret, which the applicant had, was deleted': async (it) => {
      const app = await it.makeApp(it.asFounder)
      const { secret_id } = await it.ok(it.asAdmin, 'POST', `apps/${app.app_id}/secrets`)
      await it.ok(it.asAdmin, 'DELETE', `apps/${app.app_id}/secrets/${secret_id}`)
      return app
    },
    'to which the applicant gave a redirect URI': async (it) => {
      const app = await it.makeApp(it.asFounder)
      await it.ok(it.asAdmin, 'PATCH', `apps/${app.app_id}`, { redirect_uris: ['https://mine.example/'] })
      return app
    },
    'to which the applicant gave the scope for it': async (it) => {
      const app = await it.makeApp(it.asFounder, { scopes: ['org:read'] })
      await it.ok(it.asAdmin, 'PATCH', `apps/${app.app_id}`, { scopes: ['org:read', 'leave_application:review'] })
      return app
    },
    'that the applicant made active again': async (it) => {
      const app = await it.makeApp(it.asFounder)
      await it.ok(it.asFounder, 'PATCH', `apps/${app.app_id}`, { status: 'suspended' })
      await it.ok(it.asAdmin, 'PATCH', `apps/${app.app_id}`, { status: 'active' })
      return app
    },
  }
  test.each(Object.keys(ways))('S51: an app %s neither approves nor rejects the application', async (way) => {
    const it = await world()
    const app = await must(ways[way])(it)
    const token = await it.tokenOf(app, 'leave_application:review')
    const id = await it.apply(it.asAdmin)
    for (const decision of ['approve', 'reject']) {
      await expectRefused(platform(), it.orgId, [403, 'own_case'], () =>
        it.call(token, 'POST', `leave-applications/${id}/${decision}`),
      )
    }
    // The app decides on another member's application, and another app decides on this one.
    const other = await it.apply(it.asSecond)
    expect((await it.call(token, 'POST', `leave-applications/${other}/approve`)).status).toBe(200)
    expect((await it.call(it.asSecond, 'POST', `leave-applications/${id}/approve`)).status).toBe(200)
  })

  test('S51: nor does an app of another organisation in which the applicant is an administrator', async () => {
    const it = await world()
    const elsewhere = platform().organization(3)
    const account = must(elsewhere.members.find(({ role }) => role === 'admin')).account_id
    const identity = `select identity_id from account where account_id = '${it.admin}'`
    await query(platform(), `update account set identity_id = (${identity}) where account_id = '${account}'`)
    const scopes: Scope[] = ['org:read', 'leave_application:review']
    const owner = await platform().userToken(account, ...userScopes)
    const app = await it.ok(owner, 'POST', 'apps', { ...NAMED, kind: 'third_party', scopes })
    await query(
      platform(),
      `insert into "authorization" (org_id, authorization_id, app_id, scopes, status, grant_id, authorized_by, created_at)
        values ('${it.orgId}', 'auth_own', '${app.app_id}', '${JSON.stringify(scopes)}', 'active', 'gen_own', '${it.second}', 1)`,
    )
    const resource = `${platform().base}/v1.0/organizations/${it.orgId}`
    const token = await platform().clientToken(app, ['leave_application:review'], resource)
    const id = await it.apply(it.asAdmin)
    await expectRefused(platform(), it.orgId, [403, 'own_case'], () =>
      it.call(token, 'POST', `leave-applications/${id}/approve`),
    )
    expect((await it.call(token, 'POST', `leave-applications/${await it.apply(it.asSecond)}/approve`)).status).toBe(200)
  })

  test('S40, S50: under the approval policy nobody offboards themselves, by their token or by an app of theirs, now or later', async () => {
    const it = await world()
    const byApp = await it.tokenOf(await it.makeApp(it.asAdmin), 'member:offboard')
    const item = { account_id: it.admin, reason_code: 'resignation' }
    const effective_at = await fromNow(platform(), 60 * 60 * 1000)
    const previewed = async (token: string) => {
      const { blockers } = await it.ok(token, 'POST', 'offboardings/preview', { account_id: it.admin })
      return blockers.map(({ code }: { code: string }) => code)
    }
    expect(await previewed(it.asSecond)).toEqual([])
    for (const token of [it.asAdmin, byApp]) {
      expect(await previewed(token)).toEqual(['approval_required'])
      for (const body of [item, { ...item, effective_at }]) {
        await expectRefused(platform(), it.orgId, [409, 'approval_required'], () =>
          it.call(token, 'POST', 'offboardings', body),
        )
      }
      const { batch_id } = await it.ok(token, 'POST', 'offboarding-batches', { items: [item] })
      await platform().advance('PT0S')
      expect((await it.ok(token, 'GET', `offboarding-batches/${batch_id}`)).items).toMatchObject([
        { status: 'failed', failure: 'approval_required' },
      ])
    }
    expect((await it.call(it.asSecond, 'POST', 'offboardings', item)).status).toBe(201)
  })

  test('S40, S50: one that a person scheduled for themselves fails if the policy requires an approval by then', async () => {
    const it = await world()
    await it.ok(it.asFounder, 'PUT', 'organization/leave-policy', { mode: 'instant' })
    const effective_at = await fromNow(platform(), 60 * 60 * 1000)
    const item = { account_id: it.admin, reason_code: 'resignation', effective_at }
    const { offboarding_id } = await it.ok(it.asSecond, 'POST', 'offboardings', item)
    // As it was scheduled when that was still possible.
    const actor = `actor_type = 'user', actor_id = '${it.admin}'`
    await query(platform(), `update offboarding set ${actor} where offboarding_id = '${offboarding_id}'`)
    await it.ok(it.asFounder, 'PUT', 'organization/leave-policy', { mode: 'approval' })
    await platform().advance('PT1H')
    expect(await it.ok(it.asFounder, 'GET', `offboardings/${offboarding_id}`)).toMatchObject({
      status: 'failed',
      failure: 'approval_required',
    })
  })

  test('S22 to S25: an app does not release its creator, and another one does', async () => {
    const it = await world()
    const byApp = await it.tokenOf(await it.makeApp(it.asAdmin), 'member:condition:write')
    const path = `members/${it.admin}/condition`
    await it.ok(it.asFounder, 'PUT', path, { condition: 'frozen' })
    await expectRefused(platform(), it.orgId, [403, 'own_case'], () =>
      it.call(byApp, 'PUT', path, { condition: 'normal' }),
    )
    expect((await it.call(byApp, 'PUT', `members/${it.second}/condition`, { condition: 'normal' })).status).toBe(200)
    const other = await it.tokenOf(await it.makeApp(it.asFounder), 'member:condition:write')
    expect((await it.call(other, 'PUT', path, { condition: 'normal' })).status).toBe(200)
  })

  test('S27: an app does not restore its creator, and another one does', async () => {
    const it = await world()
    const byApp = await it.tokenOf(await it.makeApp(it.asAdmin), 'member:restore')
    const offboarded = { account_id: it.admin, reason_code: 'other' }
    const { departure_id } = await it.ok(it.asFounder, 'POST', 'offboardings', offboarded)
    await expectRefused(platform(), it.orgId, [403, 'own_case'], () =>
      it.call(byApp, 'POST', `departures/${departure_id}/restore`),
    )
    expect((await it.call(it.asFounder, 'POST', `departures/${departure_id}/restore`)).status).toBe(200)
  })

  test('the record of an app’s creators is deleted with the app', async () => {
    const it = await world()
    const { app_id } = await it.makeApp(it.asAdmin)
    const known = () => query(platform(), `select * from app_controller where app_id = '${app_id}'`)
    expect(await known()).toHaveLength(1)
    await it.ok(it.asFounder, 'DELETE', `apps/${app_id}`)
    expect(await known()).toEqual([])
  })
})

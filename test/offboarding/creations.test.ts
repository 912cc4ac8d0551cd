import { userScopes } from '@sendoff/api'
import { expect, test } from 'vitest'
import { thirdParty } from '../support/apps.ts'
import { DAY, fromNow } from '../support/clock.ts'
import { rows } from '../support/database.ts'
import { opened } from '../support/departures.ts'
import { must, onEachStore } from '../support/platform.ts'

onEachStore((platform) => {
  /** An administrator who made an app with all that belongs to it, gave an authorization, and asked for things that are done later. */
  const maker = async () => {
    const own = await opened(platform())
    const { orgId, admin, founder, named, role, create, departed } = own
    await role(named('Alan').account_id, 'admin')
    const api = platform().as(await platform().userToken(admin.account_id, ...userScopes))
    const boss = platform().as(await platform().userToken(founder.account_id, ...userScopes))
    const app = await api.call('apps.create', {
      name: 'Payroll',
      kind: 'internal',
      scopes: ['webhook:read', 'webhook:write', 'org:read'],
    })
    const login = { client_id: app.client_id, client_secret: app.client_secret ?? '' }
    const asApp = platform().as(await platform().clientToken(login, ['webhook:write']))
    const { endpoint_id } = await asApp.call('webhookEndpoints.create', { url: 'http://127.0.0.1:1/' })
    const [authorization] = (await boss.call('authorizations.list')).data
    // The demo's authorization is the founder's; to give another takes a person in a browser.
    await rows(platform(), (db) =>
      db.updateTable('authorization').set({ authorized_by: admin.account_id }).where('org_id', '=', orgId).execute(),
    )
    const colleague = await create({ name: 'Colleague', email: 'colleague@aster.example' })
    const effective_at = await fromNow(platform(), DAY)
    const later = { account_id: colleague, reason_code: 'resignation' as const, effective_at }
    const { offboarding_id } = await api.call('offboardings.create', later)
    const { dept_id, associated_org_id } = must((await api.call('associations.list')).data[0])
    const unlink = await api.call('scheduledUnlinks.create', { dept_id, associated_org_id, effective_at })
    const former = await departed(await create({ name: 'Former', email: 'former@aster.example' }))
    const { hold_id } = await api.call('legalHolds.create', { departure_id: former, reason: 'Case 1' })
    const ids = {
      app: app.app_id,
      app_secret: must(app.secrets[0]).secret_id,
      webhook_endpoint: endpoint_id,
      authorization: must(authorization).authorization_id,
      offboarding: offboarding_id,
      scheduled_unlink: unlink.scheduled_unlink_id,
      legal_hold: hold_id,
    }
    return { ...own, orgId, api, boss, login, ids, account_id: admin.account_id, colleague }
  }

  test('S80: the preview counts what a member made or asked for, and tells of each what their departure then does', async () => {
    const { boss, ids, account_id, login, preview, departed, colleague } = await maker()
    const { creations } = (await preview({ account_id })).body
    const stays = ['app', 'app_secret', 'webhook_endpoint', 'authorization', 'legal_hold']
    expect(creations).toEqual(
      Object.keys(ids)
        .toSorted((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b))
        .map((type) => ({ type, effect: stays.includes(type) ? 'stays' : 'fails', count: 1 })),
    )
    const { data } = await boss.call('members.listCreations', { account_id })
    expect(data.map(({ type, id, effect }) => ({ type, id, effect }))).toEqual(
      creations.map(({ type, effect }: { type: keyof typeof ids; effect: string }) => ({
        type,
        id: ids[type],
        effect,
      })),
    )
    expect(data.map(({ name }) => name)).toEqual([
      ...['Payroll', 'Payroll', 'Payroll', thirdParty(platform()).name, 'Colleague'],
      ...[expect.any(String), 'Former'],
    ])
    expect(must(data.find(({ type }) => type === 'offboarding')).about_id).toBe(colleague)

    await departed(account_id)
    const asApp = platform().as(await platform().clientToken(login, ['webhook:read', 'org:read']))
    expect((await asApp.call('organization.get')).name).toBeTruthy()
    expect((await asApp.call('webhookEndpoints.get', { endpoint_id: ids.webhook_endpoint })).status).not.toBe(
      'disabled',
    )
    expect((await boss.call('authorizations.list')).data.map(({ authorization_id }) => authorization_id)).toEqual([
      ids.authorization,
    ])
    expect((await boss.call('legalHolds.get', { hold_id: ids.legal_hold })).status).toBe('standing')
    expect((await boss.call('members.listCreations', { account_id })).data).toEqual(data)
    await platform().advance('P1D')
    const { offboarding_id, scheduled_unlink_id } = {
      offboarding_id: ids.offboarding,
      scheduled_unlink_id: ids.scheduled_unlink,
    }
    expect((await boss.call('offboardings.get', { offboarding_id })).failure).toBe('admin_required')
    expect((await boss.call('scheduledUnlinks.get', { scheduled_unlink_id })).failure).toBe('ordinary_user_not_allowed')
    const left = (await boss.call('members.listCreations', { account_id })).data
    expect(left.map(({ effect }) => effect)).toEqual(stays.map(() => 'stays'))
  })

  test('S80: it is in pages and by type, and each page continues where the last one ended', async () => {
    const { boss, account_id } = await maker()
    const all = (await boss.call('members.listCreations', { account_id })).data
    const seen: object[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: any = await boss.call('members.listCreations', { account_id, limit: 2, ...(cursor && { cursor }) })
      seen.push(...page.data)
      cursor = page.next_cursor
    }
    expect(seen).toEqual(all)
    const { data } = await boss.call('members.listCreations', { account_id, type: 'webhook_endpoint' })
    expect(data).toEqual(all.filter(({ type }) => type === 'webhook_endpoint'))
  })

  test('S80: a running batch acts for whoever asked for it, a dry run for nobody', async () => {
    const { boss, api, account_id, orgId } = await maker()
    const items = [{ account_id, reason_code: 'other' as const }]
    const { batch_id } = await api.call('offboardingBatches.create', { items })
    await platform().advance('PT1S')
    const list = () => boss.call('members.listCreations', { account_id, type: 'offboarding_batch' })
    expect((await list()).data).toEqual([])
    const set = (change: object) =>
      rows(platform(), (db) => db.updateTable('offboarding_batch').set(change).where('org_id', '=', orgId).execute())
    // A batch is over too soon to be found running.
    await set({ status: 'running' })
    expect((await list()).data).toMatchObject([
      { type: 'offboarding_batch', id: batch_id, name: null, effect: 'fails' },
    ])
    await set({ is_dry_run: 1 })
    expect((await list()).data).toEqual([])
  })

  test('S80: a member sees only their own, and another organisation finds nobody', async () => {
    const { member, account_id } = await maker()
    const as = async (id: string) => platform().as(await platform().userToken(id, 'member:read'))
    const own = await as(member.account_id)
    expect((await own.call('members.listCreations', { account_id: member.account_id })).data).toEqual([])
    expect(await own.refused('members.listCreations', { account_id })).toEqual([403, 'admin_required'])
    const other = await as(platform().member(platform().organization(1).org_id, 'admin').account_id)
    expect(await other.refused('members.listCreations', { account_id })).toEqual([404, 'member_not_found'])
  })
})

const ORDER = [
  ...['app', 'app_secret', 'webhook_endpoint', 'authorization', 'offboarding', 'offboarding_batch'],
  ...['scheduled_unlink', 'legal_hold'],
]

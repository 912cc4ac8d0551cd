import { userScopes } from '@sendoff/api'
import { expect, test } from 'vitest'
import { thirdParty } from '../support/apps.ts'
import { fromNow } from '../support/clock.ts'
import { query } from '../support/database.ts'
import { expectGapless, expectRefused, opened } from '../support/departures.ts'
import { addMembers } from '../support/many.ts'
import { eventsOf } from '../support/members.ts'
import { must, onEachStore } from '../support/platform.ts'

const HOUR = 60 * 60 * 1000

onEachStore((platform) => {
  /** An organisation in which an administrator, and another one, can schedule offboardings. */
  async function world() {
    const one = await opened(platform())
    const { orgId, founder, admin, named, role } = one
    await role(named('Alan').account_id, 'admin')
    const own = await platform().userToken(admin.account_id, 'member:offboard')
    const manager = platform().as(await platform().userToken(founder.account_id, ...userScopes))
    const [leaver = ''] = await addMembers(platform(), orgId, 1)
    const scheduled = async (token: string): Promise<string> => {
      const effective_at = await fromNow(platform(), HOUR)
      const { status, body } = await one.offboard(leaver, { effective_at }, token)
      expect(status).toBe(201)
      return body.offboarding_id
    }
    const second = named('Alan').account_id
    return { ...one, second, own, manager, leaver, scheduled }
  }
  type World = Awaited<ReturnType<typeof world>>

  async function expectFailed(it: World, id: string, actsFor: object, code: string): Promise<void> {
    await platform().advance('PT1H')
    expect(await it.offboarding(id)).toMatchObject({
      status: 'failed',
      failure: code,
      departure_id: null,
      acts_for: actsFor,
    })
    expect((await it.readMember(it.leaver)).status).toBe('active')
    const failed = await eventsOf(platform(), it.orgId, 'member.offboarding_failed')
    expect(failed.map(({ actor, data }) => ({ actor, data }))).toEqual([
      {
        actor: { type: 'system', id: 'sendoff' },
        data: { offboarding_id: id, account_id: it.leaver, external_id: null, acts_for: actsFor, code },
      },
    ])
    expect((await eventsOf(platform(), it.orgId, 'member.departed')).map(({ data }) => data.account_id)).not.toContain(
      it.leaver,
    )
    await expectGapless(platform())
  }

  const ofPerson: Record<string, [string, (it: World) => Promise<unknown>]> = {
    'who was demoted': ['admin_required', (it) => it.role(it.admin.account_id, 'member')],
    'who was offboarded': ['admin_required', (it) => it.departed(it.admin.account_id)],
    'who was frozen': [
      'account_restricted',
      (it) => it.manager.call('members.setCondition', { account_id: it.admin.account_id, condition: 'frozen' }),
    ],
    'who was banned': [
      'account_restricted',
      (it) => it.manager.call('members.setCondition', { account_id: it.admin.account_id, condition: 'banned' }),
    ],
  }
  test.each(Object.keys(ofPerson))(
    'an offboarding of an administrator %s in the meantime fails when it falls due',
    async (who) => {
      const [code, end] = must(ofPerson[who])
      const it = await world()
      const id = await it.scheduled(it.own)
      await end(it)
      await expectFailed(it, id, { type: 'user', id: it.admin.account_id }, code)
    },
  )

  const ofApp: Record<string, [string, (it: World, app_id: string) => Promise<unknown>]> = {
    'that was deleted': ['org_not_authorized', (it, app_id) => it.manager.call('apps.delete', { app_id })],
    'that was suspended': [
      'org_not_authorized',
      (it, app_id) => it.manager.call('apps.update', { app_id, status: 'suspended' }),
    ],
    'whose scopes were reduced': [
      'scope_missing',
      (it, app_id) => it.manager.call('apps.update', { app_id, scopes: ['member:read'] }),
    ],
  }
  test.each(Object.keys(ofApp))(
    'an offboarding of an app %s in the meantime fails when it falls due',
    async (which) => {
      const [code, end] = must(ofApp[which])
      const it = await world()
      const { client_secret, ...app } = await it.manager.call('apps.create', {
        name: 'HR',
        kind: 'internal',
        scopes: ['member:offboard'],
      })
      const id = await it.scheduled(
        await platform().clientToken({ ...app, client_secret: must(client_secret) }, ['member:offboard']),
      )
      await end(it, app.app_id)
      await expectFailed(it, id, { type: 'app', id: app.app_id }, code)
    },
  )

  test.each(['ended', 'narrowed'])('so does one of a third-party app whose authorization was %s', async (how) => {
    const it = await world()
    const app = thirdParty(platform())
    const scopes = ['org:read', 'member:offboard']
    const widen = `update app set scopes = '${JSON.stringify(scopes)}' where app_id = '${app.app_id}'`
    const grant = `update "authorization" set scopes = '${JSON.stringify(scopes)}' where app_id = '${app.app_id}'`
    for (const statement of [widen, grant]) await query(platform(), statement)
    const id = await it.scheduled(await app.tokenFor('member:offboard'))
    if (how === 'ended') {
      const { data } = await it.manager.call('authorizations.list')
      await it.manager.call('authorizations.delete', { authorization_id: must(data[0]).authorization_id })
    } else {
      const narrow = `update "authorization" set scopes = '["org:read"]' where app_id = '${app.app_id}'`
      await query(platform(), narrow)
    }
    const code = how === 'ended' ? 'org_not_authorized' : 'scope_missing'
    await expectFailed(it, id, { type: 'app', id: app.app_id }, code)
  })

  test('the founder and the administrators who can act are notified of a failed one, and nobody else', async () => {
    const it = await world()
    const id = await it.scheduled(it.own)
    await it.role(it.admin.account_id, 'member')
    await platform().advance('PT1H')
    const told = async (accountId: string) => {
      const token = await platform().userToken(accountId, 'account:read')
      const { data } = (await platform().get('/v1.0/me/notifications', token)).body
      return data.filter(({ type }: { type: string }) => type === 'offboarding.failed')
    }
    for (const accountId of [it.founder.account_id, it.second]) {
      expect(await told(accountId)).toMatchObject([
        {
          account_id: accountId,
          org_id: it.orgId,
          data: {
            offboarding_id: id,
            account_id: it.leaver,
            acts_for: { type: 'user', id: it.admin.account_id },
            code: 'admin_required',
          },
        },
      ])
    }
    for (const accountId of [it.admin.account_id, it.member.account_id]) expect(await told(accountId)).toEqual([])
  })

  test('it is carried out for an administrator who may offboard again when it falls due', async () => {
    const it = await world()
    const id = await it.scheduled(it.own)
    await it.role(it.admin.account_id, 'member')
    await it.role(it.admin.account_id, 'admin')
    await platform().advance('PT1H')
    expect(await it.offboarding(id)).toMatchObject({ status: 'completed', failure: null })
    const [departed] = await eventsOf(platform(), it.orgId, 'member.departed')
    expect(departed.actor).toEqual({ type: 'user', id: it.admin.account_id })
  })

  test('another administrator takes it over by a change, also an empty one; then it is theirs', async () => {
    const it = await world()
    const id = await it.scheduled(it.own)
    const { body } = await it.offboard(it.leaver, { effective_at: await fromNow(platform(), HOUR) })
    expect(body.code).toBe('offboarding_exists')
    const by = await platform().userToken(it.second, 'member:offboard')
    const taken = await it.update(id, {}, by)
    expect([taken.status, taken.body.acts_for]).toEqual([200, { type: 'user', id: it.second }])
    await it.departed(it.admin.account_id)
    await platform().advance('PT1H')
    expect(await it.offboarding(id)).toMatchObject({ status: 'completed' })
    const departures = await eventsOf(platform(), it.orgId, 'member.departed')
    expect(departures.at(-1)).toMatchObject({ actor: { id: it.second }, data: { account_id: it.leaver } })
  })

  test('a scheduled offboarding of a batch acts for the person who requested the batch', async () => {
    const it = await world()
    const effective_at = await fromNow(platform(), HOUR)
    const { body } = await it.batch([{ account_id: it.leaver, reason_code: 'other', effective_at }], it.own)
    await platform().advance('PT0S')
    const [item] = (await it.readBatch(body.batch_id)).items
    await it.role(it.admin.account_id, 'member')
    await expectFailed(it, item.offboarding_id, { type: 'user', id: it.admin.account_id }, 'admin_required')
  })

  test('an administrator neither cancels nor changes what another has scheduled for them, nor has an app of theirs do it', async () => {
    const it = await world()
    const ownApps = await platform().userToken(it.admin.account_id, ...userScopes)
    const app = (
      await platform().post('/v1.0/apps', ownApps, { name: 'Mine', kind: 'internal', scopes: ['member:offboard'] })
    ).body
    const byApp = await platform().clientToken(app, ['member:offboard'])
    const effective_at = await fromNow(platform(), HOUR)
    const bySecond = await platform().userToken(it.second, 'member:offboard')
    const { offboarding_id: id } = (await it.offboard(it.admin.account_id, { effective_at }, bySecond)).body
    for (const token of [it.own, byApp]) {
      await expectRefused(platform(), it.orgId, [403, 'own_case'], () => it.cancel(id, token))
      const later = { effective_at: await fromNow(platform(), 9 * HOUR) }
      await expectRefused(platform(), it.orgId, [403, 'own_case'], () => it.update(id, later, token))
    }
    expect((await it.cancel(id, bySecond)).status).toBe(200)
    // One that they scheduled themselves, when that was still possible, they may cancel.
    const mine = (await it.offboard(it.admin.account_id, { effective_at }, bySecond)).body.offboarding_id
    const actor = `actor_type = 'user', actor_id = '${it.admin.account_id}'`
    await query(platform(), `update offboarding set ${actor} where offboarding_id = '${mine}'`)
    expect((await it.cancel(mine, it.own)).status).toBe(200)
  })
})

import { operations } from '@sendoff/api'
import { expect, test } from 'vitest'
import { asUser } from '../support/accounts.ts'
import { query } from '../support/database.ts'
import { must, onEachStore } from '../support/platform.ts'

onEachStore((platform) => {
  /** The consultant: a personal account and one in each of two organisations. */
  const consultant = () => {
    const { account_id, email } = must(platform().data.personal_accounts[0])
    const inOrganization = (i: number) => {
      const { org_id, name, members } = platform().organization(i)
      return { org_id, name, account_id: must(members.find((member) => member.email === email)).account_id }
    }
    return { personal: account_id, first: inOrganization(0), second: inOrganization(1) }
  }

  test('S33: one person lists all their accounts, whichever of them the token is for', async () => {
    const { personal, first, second } = consultant()
    const expected = [
      { account_id: first.account_id, kind: 'organization', org_id: first.org_id, organization_name: first.name },
      { account_id: second.account_id, kind: 'organization', org_id: second.org_id, organization_name: second.name },
      { account_id: personal, kind: 'personal', org_id: null, organization_name: null, role: null },
    ]
    for (const accountId of [personal, first.account_id, second.account_id]) {
      const { status, body } = await asUser(platform(), accountId, '/v1.0/me/accounts')
      expect(status).toBe(200)
      expect(body.next_cursor).toBeNull()
      expect(body.data).toMatchObject(expected)
      expect(body.data).toHaveLength(3)
      expect((await asUser(platform(), accountId, '/v1.0/me')).body.account_id).toBe(accountId)
    }
  })

  test('S33: page by page they are the same', async () => {
    const { personal } = consultant()
    const whole = (await asUser(platform(), personal, '/v1.0/me/accounts')).body.data
    const paged: unknown[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const path = `/v1.0/me/accounts?limit=1${cursor && `&cursor=${cursor}`}`
      const { body } = await asUser(platform(), personal, path)
      expect(body.data).toHaveLength(1)
      paged.push(...body.data)
      cursor = body.next_cursor
    }
    expect(paged).toEqual(whole)
  })

  test('S47: a person sees all joined organisations, and no longer one that they left', async () => {
    const { personal, first, second } = consultant()
    const list = async () => (await asUser(platform(), personal, '/v1.0/me/organizations')).body.data
    expect(await list()).toEqual(
      [first, second].map((own) => ({ ...own, role: 'member', joined_at: expect.stringMatching(/Z$/) })),
    )
    await query(platform(), "update account set status = 'departed' where account_id = $1", first.account_id)
    expect(await list()).toMatchObject([second])
    expect((await asUser(platform(), personal, '/v1.0/me/accounts')).body.data).toHaveLength(2)
  })

  test('another person and an app do not see them', async () => {
    const { org_id } = platform().organization(0)
    const { account_id } = platform().member(org_id, 'admin')
    const { body } = await asUser(platform(), account_id, '/v1.0/me/accounts')
    expect(body.data.map((one: any) => one.account_id)).toEqual([account_id])
    for (const path of ['/v1.0/me', '/v1.0/me/accounts', '/v1.0/me/organizations', '/v1.0/me/notifications']) {
      const refused = await platform().get(path, await platform().appToken(org_id, 'org:read'))
      expect([refused.status, refused.body.code]).toEqual([403, 'user_required'])
      const unscoped = await asUser(platform(), account_id, path, 'account:write')
      expect([unscoped.status, unscoped.body.code]).toEqual([403, 'scope_missing'])
      expect((await platform().get(path)).body.code).toBe('token_missing')
    }
  })

  test('a frozen account learns that it is', async () => {
    const frozen = must(
      platform()
        .organization(0)
        .members.find(({ condition }) => condition === 'frozen'),
    )
    const answer = await asUser(platform(), frozen.account_id, '/v1.0/me')
    expect(answer.body).toMatchObject({ code: 'account_restricted', condition: 'frozen' })
  })

  test('S54: notifications are read with any account of the person, newest first, and by nobody else', async () => {
    const { personal, first } = consultant()
    const [{ identity_id }] = (await query(
      platform(),
      'select identity_id from account where account_id = $1',
      personal,
    )) as [{ identity_id: string }]
    for (const [i, type] of ['leave_application.rejected', 'leave_application.approved'].entries()) {
      await query(
        platform(),
        `insert into notification (identity_id, notification_id, account_id, org_id, type, data, created_at)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        identity_id,
        `ntf_${i}`,
        first.account_id,
        first.org_id,
        type,
        JSON.stringify({ application_id: `lap_${i}` }),
        i,
      )
    }
    for (const accountId of [personal, first.account_id]) {
      const { body } = await asUser(platform(), accountId, '/v1.0/me/notifications')
      expect(body.data).toEqual(
        (['approved', 'rejected'] as const).map((decision, place) => ({
          notification_id: `ntf_${1 - place}`,
          type: `leave_application.${decision}`,
          account_id: first.account_id,
          org_id: first.org_id,
          data: { application_id: `lap_${1 - place}` },
          title: `Leave application ${decision}`,
          detail: expect.stringContaining('stay a member'),
          created_at: new Date(1 - place).toISOString(),
          read_at: null,
        })),
      )
    }
    const pages = await asUser(platform(), personal, '/v1.0/me/notifications?limit=1')
    const next = await asUser(platform(), personal, `/v1.0/me/notifications?limit=1&cursor=${pages.body.next_cursor}`)
    expect([pages, next].map(({ body }) => body.data[0].notification_id)).toEqual(['ntf_1', 'ntf_0'])
    const stranger = platform().member(first.org_id, 'admin').account_id
    expect((await asUser(platform(), stranger, '/v1.0/me/notifications')).body.data).toEqual([])
  })

  test('S35: there is no operation that resets an account without deregistering it', async () => {
    const writes = Object.entries(operations).filter(
      ([, { method, path }]) => method !== 'GET' && /\/(me|accounts?)\b/.test(path),
    )
    expect(writes.map(([id]) => id).sort()).toEqual([
      'accounts.register',
      'me.changeAddress',
      'me.changePassword',
      'me.deregister',
      'me.endConsent',
      'me.markNotificationsRead',
      'me.requestErasure',
      'me.update',
    ])
    const token = await platform().userToken(consultant().personal, 'account:write', 'account:deregister')
    for (const path of ['/v1.0/me/reset', '/v1.0/me/clear', `/v1.0/accounts/${consultant().personal}/reset`]) {
      expect((await platform().post(path, token, {})).status).toBe(404)
    }
    for (const method of ['PUT', 'DELETE']) {
      expect((await platform().call(method, '/v1.0/me', { token })).status).toBe(405)
    }
    for (const body of [{ condition: 'normal' }, { email: null }, { role: null }, { password: 'long enough 1' }]) {
      expect((await platform().call('PATCH', '/v1.0/me', { token, body })).status).toBe(400)
    }
  })
})

import { expect, test } from 'vitest'
import { query } from '../support/database.ts'
import { auditOf, eventsOf, open } from '../support/members.ts'
import { ownClient, readWith, refresh, tokensFor } from '../support/oauth.ts'
import { must, onEachStore } from '../support/platform.ts'

onEachStore((platform) => {
  const call = async (accountId: string, method: string, path: string, body?: object) => {
    const token = await platform().userToken(accountId, 'account:read', 'account:write')
    return platform().call(method, `/v1.0/me${path}`, { token, ...(body && { body }) })
  }

  test('S107: a member changes their own name, which their organisation is told, and their language, which it is not', async () => {
    const { orgId, member } = await open(platform())
    const { account_id, name } = member
    const answer = await call(account_id, 'PATCH', '', { name: '  Aiko Mori ', locale: 'zh-CN' })
    expect([answer.status, answer.body]).toMatchObject([200, { name: 'Aiko Mori', locale: 'zh-CN' }])
    expect((await call(account_id, 'PATCH', '', { name: 'Aiko Mori' })).status).toBe(200)
    expect((await call(account_id, 'PATCH', '', { locale: null })).body.locale).toBeNull()
    expect(await eventsOf(platform(), orgId)).toMatchObject([
      { type: 'member.updated', data: { account_id, changes: { name: { before: name, after: 'Aiko Mori' } } } },
    ])
    expect(await auditOf(platform(), orgId, 'me.update')).toMatchObject([
      { actor_id: account_id, before: { name }, after: { name: 'Aiko Mori' } },
    ])
    expect((await call(account_id, 'PATCH', '', { role: 'admin' })).status).toBe(400)
  })

  test('S107: a person with several accounts changes the name of one', async () => {
    const { account_id, email } = must(platform().data.personal_accounts[0])
    expect((await call(account_id, 'PATCH', '', { name: 'Mei L.' })).status).toBe(200)
    const { data } = (await call(account_id, 'GET', '/accounts')).body
    expect(data.map(({ name }: { name: string }) => name).toSorted()).toEqual(['Mei L.', 'Mei Lin', 'Mei Lin'])
    expect((await call(account_id, 'GET', '')).body.email).toBe(email)
  })

  test('S108: a new password takes the current one, and ends every other token of all accounts but not this one', async () => {
    const { account_id, password } = must(platform().data.personal_accounts[0])
    const { account_id: inOrganization } = (await open(platform())).named('Mei')
    const token = await platform().userToken(account_id, 'account:write', 'account:read')
    const others = [
      await platform().userToken(account_id, 'account:read'),
      await platform().userToken(inOrganization, 'account:read'),
    ]
    const change = (body: object, headers = {}) => platform().call('PUT', '/v1.0/me/password', { token, body, headers })
    for (const wrong of ['x', 'a wrong password']) {
      const { status, body } = await change({ password: wrong, new_password: 'four quiet words more' })
      expect([status, body.code]).toEqual([403, 'password_incorrect'])
    }
    for (const other of others) expect((await platform().get('/v1.0/me', other)).status).toBe(200)
    const body = { password, new_password: 'four quiet words more' }
    const key = { 'idempotency-key': 'change-1' }
    expect((await change(body, key)).status).toBe(204)
    const replayed = await change(body, key)
    expect([replayed.status, replayed.headers.get('idempotency-replayed')]).toEqual([204, 'true'])
    for (const other of others) expect((await platform().get('/v1.0/me', other)).body.code).toBe('token_revoked')
    expect((await platform().get('/v1.0/me', token)).status).toBe(200)
    expect((await change({ password, new_password: 'another quiet word' })).body.code).toBe('password_incorrect')
    expect((await change({ password: body.new_password, new_password: 'five quiet words more now' })).status).toBe(204)
    expect((await platform().get('/v1.0/me', token)).status).toBe(200)
  })

  test('S108: wrong passwords are limited, and a recovered password ends the token that was kept', async () => {
    const { member } = await open(platform())
    const token = await platform().userToken(member.account_id, 'account:write', 'account:read')
    const change = (password: string) =>
      platform().call('PUT', '/v1.0/me/password', { token, body: { password, new_password: 'four quiet words' } })
    expect((await change(member.password)).status).toBe(204)
    await query(platform(), `update account set generation = 'gen_other' where account_id = '${member.account_id}'`)
    expect((await platform().get('/v1.0/me', token)).body.code).toBe('token_revoked')
    const { admin } = await open(platform())
    const other = await platform().userToken(admin.account_id, 'account:write')
    const body = { password: 'wrong', new_password: 'four quiet words' }
    const answers: number[] = []
    for (let i = 0; i < 6; i++) {
      answers.push((await platform().call('PUT', '/v1.0/me/password', { token: other, body })).status)
    }
    expect(answers).toEqual([403, 403, 403, 403, 403, 429])
  })

  test('S109: notifications are unread until the person marks them, one by one or up to one', async () => {
    const { orgId, member } = await open(platform())
    const [{ identity_id } = { identity_id: '' }] = await query(
      platform(),
      `select identity_id from account where account_id = '${member.account_id}'`,
    )
    for (const id of [1, 2, 3, 4]) {
      await query(
        platform(),
        `insert into notification (identity_id, notification_id, account_id, org_id, type, data, created_at)
          values ('${identity_id}', 'ntf_${id}', '${member.account_id}', '${orgId}', 'account.restored', '{}', 1)`,
      )
    }
    const list = async (q = '') => (await call(member.account_id, 'GET', `/notifications${q}`)).body
    const mark = (body: object) => call(member.account_id, 'POST', '/notifications/read', body)
    expect(await list()).toMatchObject({ unread_count: 4, data: [{ read_at: null }, {}, {}, {}] })
    expect((await mark({ notification_ids: ['ntf_3', 'ntf_3', 'ntf_none'] })).body).toEqual({
      marked: 1,
      unread_count: 3,
    })
    expect((await mark({ up_to: 'ntf_2' })).body).toEqual({ marked: 2, unread_count: 1 })
    expect((await mark({ up_to: 'ntf_2' })).body).toEqual({ marked: 0, unread_count: 1 })
    expect((await list('?unread=true')).data.map((one: any) => one.notification_id)).toEqual(['ntf_4'])
    expect((await list('?unread=false&limit=1')).data[0].notification_id).toBe('ntf_3')
    for (const body of [{}, { up_to: 'ntf_4', notification_ids: ['ntf_4'] }])
      expect((await mark(body)).status).toBe(400)
    const { admin } = await open(platform(), 1)
    expect((await call(admin.account_id, 'POST', '/notifications/read', { up_to: 'ntf_4' })).body.marked).toBe(0)
    expect((await list()).unread_count).toBe(1)
  })

  test('S109: every member reads that and since when the organisation is dissolved, but not the reason', async () => {
    const { organization, founder, member } = await open(platform(), 2)
    const read = async () =>
      (await platform().get('/v1.0/organization', await platform().userToken(member.account_id, 'org:read'))).body
    expect((await read()).dissolution).toBeNull()
    const token = await platform().userToken(founder.account_id, 'org:dissolve')
    const body = { reason_code: 'created_by_mistake', confirm_name: organization.name }
    const { requested_at, effective_at } = (await platform().post('/v1.0/organization/dissolution', token, body)).body
    expect((await read()).dissolution).toEqual({ status: 'scheduled', requested_at, effective_at })
    await platform().call('DELETE', '/v1.0/organization/dissolution', { token })
    expect(await read()).toMatchObject({ status: 'active', dissolution: null })
  })

  test('S109: the sandbox tells what it holds, page by page, and no secret', async () => {
    const first = await platform().get('/v1.0/sandbox/data?limit=2')
    expect(first.body).toMatchObject({
      counts: { organizations: 4, associations: 5 },
      clock: { offset_ms: expect.any(Number) },
    })
    expect(first.body.data).toHaveLength(2)
    const { org_id, members } = platform().organization(1)
    const { data } = (await platform().get(`/v1.0/sandbox/data?org_id=${org_id}&limit=200`)).body
    expect(data.map((one: any) => one.account_id).toSorted()).toEqual(members.map((one) => one.account_id).toSorted())
    expect(JSON.stringify(first.body)).not.toContain('password')
  })

  test('S109: a person sees the apps that act for them, and ends one with its tokens', async () => {
    const { member, admin } = await open(platform())
    const [one, two] = [
      await tokensFor(platform(), ownClient, member),
      await tokensFor(platform(), ownClient, member, { scope: 'org:read account:read' }),
    ]
    const list = async (accountId: string) => (await call(accountId, 'GET', '/consents')).body.data
    const given = await list(member.account_id)
    expect(given).toMatchObject([
      { account_id: member.account_id, app_id: ownClient.client_id, scopes: ['org:read'] },
      { scopes: ['org:read', 'account:read'] },
    ])
    expect(await list(admin.account_id)).toEqual([])
    const [{ consent_id }] = given
    expect((await call(admin.account_id, 'DELETE', `/consents/${consent_id}`)).body.code).toBe('consent_not_found')
    expect(await readWith(platform(), one.access_token)).toEqual([200, undefined])
    expect((await call(member.account_id, 'DELETE', `/consents/${consent_id}`)).status).toBe(204)
    expect(await readWith(platform(), one.access_token)).toEqual([401, 'token_revoked'])
    expect((await refresh(platform(), ownClient, one.refresh_token)).status).toBe(400)
    expect(await readWith(platform(), two.access_token)).toEqual([200, undefined])
    expect((await call(member.account_id, 'DELETE', `/consents/${consent_id}`)).body.code).toBe('consent_not_found')
    expect(await list(member.account_id)).toHaveLength(1)
    const body = { password: member.password, new_password: 'four quiet words more' }
    expect((await call(member.account_id, 'PUT', '/password', body)).status).toBe(204)
    expect(await readWith(platform(), two.access_token)).toEqual([401, 'token_revoked'])
    expect((await refresh(platform(), ownClient, two.refresh_token)).status).toBe(400)
    expect(await list(member.account_id)).toEqual([])
  })
})

import { expect, test } from 'vitest'
import { asUser, registered } from '../support/accounts.ts'
import { query } from '../support/database.ts'
import { must, onEachStore } from '../support/platform.ts'

const PATH = '/v1.0/organizations'
const noor = { email: 'noor@people.example' }

onEachStore((platform) => {
  test('a person creates an organisation and is its founder, with an account of its own there', async () => {
    const person = await registered(platform(), noor)
    const token = await platform().userToken(person.account_id, 'account:write')
    const { status, body } = await platform().post(PATH, token, { name: 'Elm Works' })
    expect(status).toBe(201)
    expect(body.organization).toMatchObject({
      name: 'Elm Works',
      status: 'active',
      org_id: expect.stringMatching(/^org_/),
    })
    const founder = await asUser(platform(), body.account_id, '/v1.0/me')
    expect(founder.body).toMatchObject({
      identity_id: person.identity_id,
      kind: 'organization',
      org_id: body.organization.org_id,
      name: 'Noor Haddad',
      ...noor,
      role: 'founder',
    })
    const seen = await asUser(platform(), body.account_id, '/v1.0/organization', 'org:read')
    expect(seen.body).toEqual(body.organization)
    const joined = await asUser(platform(), person.account_id, '/v1.0/me/organizations')
    expect(joined.body.data).toMatchObject([
      { org_id: body.organization.org_id, account_id: body.account_id, role: 'founder' },
    ])
  })

  test('it has its root department, an event and an entry in the audit log, and nothing else', async () => {
    const person = await registered(platform(), noor)
    const token = await platform().userToken(person.account_id, 'account:write')
    const { body } = await platform().post(PATH, token, { name: 'Elm Works' }, { 'x-request-id': 'req-elm' })
    const { org_id } = body.organization
    const read = (table: string) => query(platform(), `select * from ${table} where org_id = $1`, org_id)
    expect(await read('department')).toMatchObject([{ name: 'Elm Works', parent_dept_id: null, head_id: null }])
    expect((await read('account_department')).map((row) => [row.account_id, Number(row.dept_id)])).toEqual([
      [body.account_id, 1],
    ])
    expect((await read('event')).map((row) => JSON.parse(row.body))).toMatchObject([
      {
        type: 'member.joined',
        sequence: 1,
        actor: { type: 'user', id: person.account_id },
        data: {
          account_id: body.account_id,
          name: 'Noor Haddad',
          ...noor,
          phone: null,
          dept_ids: [1],
          role: 'founder',
        },
      },
    ])
    expect(await read('audit_log')).toMatchObject([
      { actor_id: person.account_id, action: 'organizations.create', target_id: org_id, request_id: 'req-elm' },
    ])
  })

  test('an account of an organisation and an app create none', async () => {
    const { org_id } = platform().organization(0)
    const member = await platform().userToken(platform().member(org_id, 'founder').account_id, 'account:write')
    const refused = await platform().post(PATH, member, { name: 'Elm Works' })
    expect([refused.status, refused.body.code]).toEqual([403, 'personal_account_required'])
    const app = await platform().post(PATH, await platform().appToken(org_id, 'org:read'), { name: 'Elm Works' })
    expect([app.status, app.body.code]).toEqual([403, 'user_required'])
    expect(await query(platform(), "select org_id from organization where name = 'Elm Works'")).toEqual([])
  })

  test('the same Idempotency-Key creates one', async () => {
    const { account_id } = must(platform().data.personal_accounts[0])
    const token = await platform().userToken(account_id, 'account:write')
    const send = () => platform().post(PATH, token, { name: 'Elm Works' }, { 'idempotency-key': 'elm' })
    const answers = await Promise.all(Array.from({ length: 10 }, send))
    expect(new Set(answers.map(({ body }) => body.account_id)).size).toBe(1)
    expect(await query(platform(), "select org_id from organization where name = 'Elm Works'")).toHaveLength(1)
  })
})

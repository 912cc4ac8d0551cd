import { expect, test } from 'vitest'
import { open } from '../support/members.ts'
import { onEachStore } from '../support/platform.ts'

onEachStore((platform) => {
  test('an ordinary member reads no contacts of a member who departed, and finds nobody by them; others do', async () => {
    const { orgId, founder, admin, member } = await open(platform())
    const app = await platform().appToken(orgId, 'member:read', 'member:write', 'member:offboard')
    const person = { name: 'Gone Away', email: 'gone@aster.example', phone: '+4915100000001', external_id: 'E-7' }
    const { account_id } = (await platform().post('/v1.0/members', app, person)).body
    const tokens = {
      member: await platform().userToken(member.account_id, 'member:read'),
      admin: await platform().userToken(admin.account_id, 'member:read'),
      founder: await platform().userToken(founder.account_id, 'member:read'),
      app,
    }
    const read = async (token: string) => (await platform().get(`/v1.0/members/${account_id}`, token)).body
    const listed = async (token: string, query: string) =>
      (await platform().get(`/v1.0/members?${query}`, token)).body.data as { account_id: string }[]
    // Everybody can read the contacts of current members.
    for (const token of Object.values(tokens)) expect(await read(token)).toMatchObject(person)
    expect(await listed(tokens.member, 'q=gone@aster')).toHaveLength(1)

    const offboarded = await platform().post('/v1.0/offboardings', app, { account_id, reason_code: 'other' })
    expect(offboarded.status).toBe(201)
    for (const token of [tokens.admin, tokens.founder, tokens.app]) {
      expect(await read(token)).toMatchObject({ ...person, status: 'departed' })
      for (const q of ['gone@aster', '%2B4915100000001', 'away']) {
        expect(await listed(token, `status=departed&q=${q}`)).toMatchObject([person])
      }
    }
    const hidden = { name: person.name, status: 'departed', email: null, phone: null, external_id: null }
    expect(await read(tokens.member)).toMatchObject(hidden)
    expect(await listed(tokens.member, 'status=departed')).toMatchObject([hidden])
    expect(await listed(tokens.member, 'status=departed&q=away')).toMatchObject([hidden])
    for (const q of ['gone@aster', '%2B4915100000001']) {
      expect(await listed(tokens.member, `status=departed&q=${q}`)).toEqual([])
    }

    // The contacts are not shown in other answers either.
    for (const path of ['departures', `departures/${offboarded.body.departure_id}`]) {
      const { status, body } = await platform().get(`/v1.0/${path}`, tokens.member)
      expect([status, body.code]).toEqual([403, 'admin_required'])
    }
  })
})

import { expect, test } from 'vitest'
import { mei, person, stranger } from '../support/memberships.ts'
import { onEachStore } from '../support/platform.ts'

onEachStore((platform) => {
  const alike = ({ account_id: _, email: __, joined_at: ___, seniority: ____, ...member }: any) => member

  test('an organisation can’t tell from a new member whether anybody signs in with the address', async () => {
    const org = await stranger(platform())
    const answers = [await org.add(mei(platform()).email), await org.add('nobody@people.example')]
    expect(answers.map(({ status }) => status)).toEqual([201, 201])
    const [known, unknown] = answers.map(({ body }) => body)
    expect(alike(known)).toEqual(alike(unknown))
    expect(known).toMatchObject({ status: 'active', accepted_at: null })
    expect([...(await org.events('member.joined'))].slice(1).map(({ data }) => Object.keys(data))).toHaveLength(2)
    expect((await org.audited('members.create')).map(({ after }) => alike(after))).toEqual([alike(known), alike(known)])
  })

  test('a person becomes a member by accepting, and the organisation learns of that alone', async () => {
    const { email, account_id } = mei(platform())
    const org = await stranger(platform())
    const id = await org.added(email)
    const me = await person(platform(), account_id)
    expect(await me.invitations()).toMatchObject([
      { account_id: id, org_id: org.orgId, organization_name: 'Stranger & Sons', name: 'Somebody' },
    ])
    const scopes = ['account:read']
    const early = await platform().post('/v1.0/sandbox/user-tokens', undefined, { account_id: id, scopes })
    expect([early.status, early.body.code]).toEqual([409, 'membership_not_accepted'])
    expect((await me.organizations()).map(({ org_id }) => org_id)).not.toContain(org.orgId)

    const accepted = await me.answer(id, 'accept')
    expect([accepted.status, accepted.body]).toMatchObject([200, { org_id: org.orgId, account_id: id, role: 'member' }])
    expect((await org.member(id)).accepted_at).toMatch(/Z$/)
    expect(await me.invitations()).toEqual([])
    expect((await me.accounts()).map((one) => one.account_id)).toContain(id)
    const actor = { type: 'user', id }
    expect(await org.events('member.accepted')).toMatchObject([{ actor, data: { account_id: id } }])
    expect(await org.audited('membershipInvitations.accept')).toMatchObject([
      { actor, target_id: id, address: null, request_id: null, before: { accepted_at: null } },
    ])
    const own = await platform().userToken(id, 'account:read')
    expect((await platform().get('/v1.0/me', own)).body.account_id).toBe(id)
    const again = await me.answer(id, 'accept')
    expect([again.status, again.body.code]).toEqual([404, 'invitation_not_found'])
  })

  test('a person who declines departs, whatever the leave policy, and gets no notification', async () => {
    const { email, account_id } = mei(platform())
    const org = await stranger(platform())
    await platform().call('PUT', '/v1.0/organization/leave-policy', { token: org.token, body: { mode: 'approval' } })
    const id = await org.added(email)
    const me = await person(platform(), account_id)
    expect((await me.answer(id, 'decline')).status).toBe(204)
    expect(await org.member(id)).toMatchObject({ status: 'departed', accepted_at: null })
    const actor = { type: 'user', id }
    expect(await org.events('member.departed')).toMatchObject([
      { actor, data: { account_id: id, method: 'declined', initiator: 'self', reason_code: null } },
    ])
    expect(await org.audited('membershipInvitations.decline')).toMatchObject([
      { actor, address: null, request_id: null },
    ])
    expect([await me.invitations(), await me.departures()]).toEqual([[], []])
    expect((await me.notifications()).map(({ type }) => type)).toEqual(['membership.invited'])
    expect((await me.answer(id, 'decline')).body.code).toBe('invitation_not_found')
  })

  test('a concurrent acceptance and decline have exactly one outcome', async () => {
    const { email, account_id } = mei(platform())
    const me = await person(platform(), account_id)
    for (let round = 0; round < 8; round++) {
      const org = await stranger(platform(), `Round ${round}`)
      const id = await org.added(email)
      const answers = await Promise.all([me.answer(id, 'accept'), me.answer(id, 'decline'), org.offboard(id)])
      const [accepted, declined, offboarded] = answers.map(({ status }) => status < 300)
      expect([accepted, declined]).not.toEqual([true, true])
      expect([declined, offboarded].filter(Boolean)).toHaveLength(1)
      expect(await org.events('member.departed')).toHaveLength(1)
    }
  })

  test('nobody answers for another person, and an app for none', async () => {
    const org = await stranger(platform())
    const id = await org.added(mei(platform()).email)
    const { account_id } = platform().member(platform().organization(0).org_id, 'admin')
    const other = await person(platform(), account_id)
    expect(await other.invitations()).toEqual([])
    for (const verb of ['accept', 'decline'] as const) {
      const refused = await other.answer(id, verb)
      expect([refused.status, refused.body.code]).toEqual([404, 'invitation_not_found'])
      const own = await platform().post(`/v1.0/membership-invitations/${id}/${verb}`, org.token)
      expect(own.body.code).toBe('invitation_not_found')
    }
    expect(await org.member(id)).toMatchObject({ status: 'active', accepted_at: null })
  })

  test('nobody is made the founder of an organisation that they did not accept', async () => {
    const org = await stranger(platform())
    const id = await org.added(mei(platform()).email)
    const body = { account_id: id, password: 'a good long password' }
    const refused = await platform().post('/v1.0/organization/founder-transfer', org.token, body)
    expect([refused.status, refused.body.code]).toEqual([400, 'recipient_invalid'])
    const me = await person(platform(), mei(platform()).account_id)
    await me.answer(id, 'accept')
    expect((await platform().post('/v1.0/organization/founder-transfer', org.token, body)).status).toBe(200)
  })
})

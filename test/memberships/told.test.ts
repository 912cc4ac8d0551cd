import { expect, test } from 'vitest'
import { newCode, recover, registered } from '../support/accounts.ts'
import { open } from '../support/members.ts'
import { mei, person, stranger } from '../support/memberships.ts'
import { onEachStore } from '../support/platform.ts'

onEachStore((platform) => {
  test('an organisation that was not accepted learns neither of a recovery nor from where it was made', async () => {
    const { email, account_id } = mei(platform())
    const org = await stranger(platform())
    const id = await org.added(email)
    const recovered = async () => {
      const answer = await recover(platform(), { email }, await newCode(platform(), { email }, 'recover'))
      expect(answer.status).toBe(204)
      return answer.headers.get('x-request-id')
    }
    const before = await org.audited()
    await recovered()
    expect(await org.audited()).toEqual(before)
    expect((await (await person(platform(), account_id)).answer(id, 'accept')).status).toBe(200)
    const requestId = await recovered()
    expect(await org.audited('recovery.create')).toMatchObject([{ target_id: id, request_id: requestId }])
  })

  test('nor of the registration of an address that it added, before and after it offboarded it', async () => {
    const org = await stranger(platform())
    await org.added('noor@people.example')
    expect((await org.offboard(await org.added('nils@people.example'))).status).toBe(201)
    const [entries, events] = [await org.audited(), await org.events()]
    for (const email of ['noor@people.example', 'nils@people.example']) await registered(platform(), { email })
    expect(await org.audited()).toEqual(entries)
    expect(await org.events()).toEqual(events)
  })

  test('nor of a deregistration, which only the accepted organisations receive', async () => {
    const { email, account_id, password } = mei(platform())
    const [org, other] = [await stranger(platform()), await stranger(platform(), 'Another')]
    await org.added(email)
    const accepted = await other.added(email)
    await (await person(platform(), account_id)).answer(accepted, 'accept')
    const before = await org.events()
    const token = await platform().userToken(account_id, 'account:deregister')
    const gone = await platform().post('/v1.0/me/deregister', token, { confirm: true, password })
    expect(gone.status).toBe(200)
    expect(await org.events()).toEqual(before)
    const told = await other.events('account.deregistered')
    expect(told.map(({ data }) => data)).toEqual([{ account_id, member_id: accepted }])
  })

  test('nothing that it writes reaches the person: no departure, no notification of one, no account', async () => {
    const { email, account_id } = mei(platform())
    const org = await stranger(platform(), 'Call +1 555 0100 now')
    const me = await person(platform(), account_id)
    const before = [await me.accounts(), await me.organizations(), await me.departures()]
    const text = 'Your sign-in is void, call us'
    const { body } = await org.offboard(await org.added(email), { reason_text: text })
    const restoring = await platform().post(`/v1.0/departures/${body.departure_id}/restore`, org.token, {})
    expect(restoring.status).toBe(200)
    await org.offboard(body.account_id)
    expect([await me.accounts(), await me.organizations(), await me.departures()]).toEqual(before)
    expect((await me.notifications()).map(({ type }) => type)).toEqual(['membership.invited'])
    expect(JSON.stringify(await me.notifications())).not.toMatch(/Call|void/)
  })

  test('nor does what goes wrong there, though it makes the person an administrator', async () => {
    const { email, account_id } = mei(platform())
    const org = await stranger(platform())
    const [victim, other] = [await org.added(email), await org.added('nobody@people.example')]
    const setRole = (accountId: string, role: string) =>
      platform().call('PUT', `/v1.0/members/${accountId}/role`, { token: org.token, body: { role } })
    expect((await setRole(victim, 'admin')).status).toBe(200)
    const { now } = (await platform().get('/v1.0/sandbox/clock')).body
    const effective_at = new Date(Date.parse(now) + 3_600_000).toISOString()
    // It fails when it falls due, because no other administrator has accepted.
    expect((await org.offboard(other, { effective_at })).status).toBe(201)
    await setRole(other, 'admin')
    await platform().advance('PT2H')
    expect(await org.events('member.offboarding_failed')).toHaveLength(1)
    const me = await person(platform(), account_id)
    expect((await me.notifications()).map(({ type }) => type)).toEqual(['membership.invited'])
  })

  test('S37: a membership that nobody accepted keeps no earlier owner of the address, and goes to the next one', async () => {
    const { orgId, named, admin } = await open(platform())
    const { account_id, email } = named('Aiko')
    const offboarding = await platform().userToken(admin.account_id, 'member:offboard')
    await platform().post('/v1.0/offboardings', offboarding, { account_id, reason_code: 'resignation' })
    const org = await stranger(platform())
    const invited = await org.added(email)
    const next = await registered(platform(), { email })
    const me = await person(platform(), next.account_id)
    expect(await me.departures()).toEqual([])
    expect((await me.notifications()).map((one) => one.account_id)).toEqual([invited])
    expect((await me.invitations()).map((one) => one.account_id)).toEqual([invited])
    const log = await platform().get(
      '/v1.0/events?types=account.*',
      await platform().appToken(orgId, 'event:read', 'member:read'),
    )
    expect(log.body.data.map(({ type }: { type: string }) => type)).toEqual(['account.identifier_recycled'])
  })

  test('S13: nor does it keep the sign-in of somebody who deregistered their last account', async () => {
    const email = 'noor@people.example'
    const first = await registered(platform(), { email })
    const org = await stranger(platform())
    const invited = await org.added(email)
    const token = await platform().userToken(first.account_id, 'account:deregister')
    const body = { confirm: true, password: 'a good long password' }
    expect((await platform().post('/v1.0/me/deregister', token, body)).status).toBe(200)
    const second = await registered(platform(), { email })
    expect(second.identity_id).not.toBe(first.identity_id)
    const invitations = await (await person(platform(), second.account_id)).invitations()
    expect(invitations.map((one) => one.account_id)).toEqual([invited])
    expect((await org.events()).map(({ type }) => type)).toEqual(['member.joined', 'member.joined'])
  })
})

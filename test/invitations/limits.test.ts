import { appScopes } from '@sendoff/api'
import { expect, test } from 'vitest'
import { twoStrangers } from '../support/invitations.ts'
import { mei, stranger } from '../support/memberships.ts'
import { must, onEachStore } from '../support/platform.ts'

const FAR = 24 * 60 * 60

onEachStore((platform) => {
  const eventsOf = async (orgId: string) =>
    (await platform().get('/v1.0/events?limit=200', await platform().appToken(orgId, ...appScopes))).body.data

  test('inviting and revoking 200 times causes ten events for the other organisation, not 400', async () => {
    const two = await twoStrangers(platform())
    const statuses: number[] = []
    for (let i = 0; i < 200; i++) {
      const { status, body, headers } = await two.invite()
      statuses.push(status)
      if (status === 201) await two.answer(two.inviting, body.invitation_id, 'revoke')
      else {
        expect([status, body.code]).toEqual([429, 'rate_limited'])
        expect(Number(headers.get('retry-after'))).toBe(body.retry_after)
        expect(body.retry_after).toBeGreaterThan(0)
        expect(body.retry_after).toBeLessThanOrEqual(FAR)
      }
    }
    expect(statuses.filter((status) => status === 201)).toHaveLength(5)
    expect(await eventsOf(two.invited)).toHaveLength(10)
    // The other organisation can invite, and the next day has a new limit.
    expect((await two.inviteBack()).status).toBe(201)
    await platform().advance('PT24H')
    expect((await two.invite()).status).toBe(201)
  })

  test('declining and inviting again, or both concurrently on two servers, has the same limit', async () => {
    const two = await twoStrangers(platform())
    const other = platform().config.databaseUrl ? await platform().startBeside() : undefined
    try {
      const base = other?.base ?? platform().base
      const token = await platform().appToken(two.inviting, 'org:association:write')
      const elsewhere = async () => {
        const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
        const body = JSON.stringify(two.command)
        const answer = await fetch(`${base}/v1.0/association-invitations`, { method: 'POST', headers, body })
        return { status: answer.status, body: (await answer.json()) as any }
      }
      let invited = 0
      for (let i = 0; i < 10; i++) {
        for (const { status, body } of await Promise.all([two.invite(), elsewhere()])) {
          if (status !== 201) continue
          invited++
          expect((await two.answer(two.invited, body.invitation_id, 'decline')).status).toBe(200)
        }
      }
      expect(invited).toBe(5)
    } finally {
      await other?.stop()
    }
  })

  test('more organisations of the same founder do not help', async () => {
    const { invited, command } = await twoStrangers(platform())
    const personal = await platform().userToken(mei(platform()).account_id, 'account:write')
    let sent = 0
    for (let i = 0; i < 4; i++) {
      const { body } = await platform().post('/v1.0/organizations', personal, { name: `Shell ${i}` })
      const token = await platform().userToken(body.account_id, 'org:association:write')
      for (let round = 0; round < 5; round++) {
        const answer = await platform().post('/v1.0/association-invitations', token, { ...command, dept_id: 1 })
        if (answer.status !== 201) continue
        sent++
        await platform().post(`/v1.0/association-invitations/${answer.body.invitation_id}/revoke`, token)
      }
    }
    expect(sent).toBe(10)
    expect(await eventsOf(invited)).toHaveLength(20)
  })

  test('adding and offboarding a person again and again notifies them five times a day, known or not', async () => {
    const org = await stranger(platform())
    for (const email of [mei(platform()).email, 'nobody@people.example']) {
      const statuses: number[] = []
      for (let i = 0; i < 8; i++) {
        const { status, body } = await org.add(email, { new_person: true })
        statuses.push(status)
        if (status === 201) await org.offboard(body.account_id)
        else expect([status, body.code]).toEqual([429, 'rate_limited'])
      }
      expect(statuses).toEqual([201, 201, 201, 201, 201, 429, 429, 429])
    }
    const token = await platform().userToken(mei(platform()).account_id, 'account:read')
    const told = (await platform().get('/v1.0/me/notifications?limit=200', token)).body.data
    expect(told.map(({ type }: { type: string }) => type)).toEqual(Array(5).fill('membership.invited'))
    await platform().advance('PT24H')
    expect((await org.add('nobody@people.example', { new_person: true })).status).toBe(201)
  })

  test('a refused invitation is not counted', async () => {
    const two = await twoStrangers(platform())
    expect((await two.invite()).status).toBe(201)
    for (let i = 0; i < 8; i++) expect((await two.invite()).status).toBe(400)
    const { data } = (await platform().get('/v1.0/association-invitations', await tokenOf(two.inviting))).body
    await two.answer(two.inviting, must<any>(data[0]).invitation_id, 'revoke')
    expect((await two.invite()).status).toBe(201)
  })

  test('a blocked organisation is refused, and learns no more than that', async () => {
    const two = await twoStrangers(platform())
    const token = await tokenOf(two.invited)
    const open = (await two.invite()).body.invitation_id
    const blocks = '/v1.0/association-blocks'
    const body = { associated_org_id: two.inviting }
    const blocked = await platform().post(blocks, token, body)
    expect([blocked.status, blocked.body.associated_org_id]).toEqual([201, two.inviting])
    expect((await platform().post(blocks, token, body)).body).toEqual(blocked.body)
    expect((await platform().get(blocks, token)).body.data).toEqual([blocked.body])
    // Declined, so that no invitation is open between them.
    expect((await two.answer(two.invited, open, 'decline')).status).toBe(200)
    const before = await eventsOf(two.invited)
    const refused = await two.invite()
    expect([refused.status, refused.body.code]).toEqual([403, 'invitation_refused'])
    expect(Object.keys(refused.body).sort()).toEqual(['code', 'detail', 'request_id', 'status', 'title', 'type'])
    expect(await eventsOf(two.invited)).toEqual(before)
    // The block affects nobody else, and not the blocking organisation.
    const back = await two.inviteBack()
    expect(back.status).toBe(201)
    await two.answer(two.invited, back.body.invitation_id, 'revoke')

    const path = `${blocks}/${two.inviting}`
    expect((await platform().call('DELETE', path, { token })).status).toBe(204)
    const again = await platform().call('DELETE', path, { token })
    expect([again.status, again.body.code]).toEqual([404, 'block_not_found'])
    expect((await two.invite()).status).toBe(201)
    const own = await platform().post(blocks, token, { associated_org_id: two.invited })
    expect([own.status, own.body.code]).toEqual([400, 'invalid_request'])
    const unknown = await platform().post(blocks, token, { associated_org_id: 'org_unknown' })
    expect([unknown.status, unknown.body.code]).toEqual([404, 'organization_not_found'])
  })

  const tokenOf = (orgId: string) => platform().appToken(orgId, 'org:association:write')
})

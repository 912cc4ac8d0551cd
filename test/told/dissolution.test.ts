import { expect, test } from 'vitest'
import { settle } from '../support/clock.ts'
import { query } from '../support/database.ts'
import { opened, recorded } from '../support/departures.ts'
import { addOrganizations } from '../support/many.ts'
import { must, onEachStore } from '../support/platform.ts'

onEachStore((platform) => {
  test('S83: a dissolution tells both sides of each invitation that it revokes', async () => {
    const { orgId, organization, founder } = await opened(platform())
    const others = await addOrganizations(platform(), 60)
    const own = await platform().userToken(founder.account_id, 'org:association:write', 'org:dissolve')
    const invite = (token: string, associated_org_id: string) =>
      platform().post('/v1.0/association-invitations', token, { associated_org_id, type: 'partner', dept_id: 1 })
    const [sentTo, receivedFrom] = [must(others[0]), must(others[1])]
    const sent = (await invite(own, sentTo.org_id)).body.invitation_id
    const foreign = await platform().userToken(receivedFrom.founder, 'org:association:write')
    const received = (await invite(foreign, orgId)).body.invitation_id
    const body = { reason_code: 'no_longer_used', confirm_name: organization.name }
    await platform().post('/v1.0/organization/dissolution', own, body)
    await platform().advance('PT72H')
    const told = async (of: string) =>
      (await recorded(platform(), of, 'organization.association.revoked')).map(({ actor, data }) => [
        actor.type,
        data.invitation_id,
        data.direction,
      ])
    expect(await told(sentTo.org_id)).toEqual([['system', sent, 'received']])
    expect(await told(receivedFrom.org_id)).toEqual([['system', received, 'sent']])
    expect(await told(orgId)).toHaveLength(2)
    const [last] = (await recorded(platform(), orgId)).slice(-1)
    expect(last.type).toBe('organization.dissolved')
  })

  test('S83: an invitation that nobody answered in time is told to both sides', async () => {
    const [own, other] = [await opened(platform()), await opened(platform(), 3)]
    const token = await platform().userToken(own.founder.account_id, 'org:association:write')
    const body = { associated_org_id: other.orgId, type: 'partner', dept_id: 1 }
    const { invitation_id } = (await platform().post('/v1.0/association-invitations', token, body)).body
    await platform().advance('P14D')
    for (const [orgId, direction] of [
      [own.orgId, 'sent'],
      [other.orgId, 'received'],
    ] as const) {
      const events = await recorded(platform(), orgId, 'organization.association.expired')
      expect(events.map(({ data }) => data)).toMatchObject([{ invitation_id, direction }])
    }
  })

  test('S83: a dissolution cancels a batch that still runs, and tells the person who asked for it', async () => {
    const { orgId, organization, founder, admin, batch, member } = await opened(platform())
    const token = await platform().userToken(founder.account_id, 'org:dissolve')
    const body = { reason_code: 'no_longer_used', confirm_name: organization.name }
    await platform().post('/v1.0/organization/dissolution', token, body)
    const own = await platform().userToken(admin.account_id, 'member:offboard')
    const { batch_id } = (await batch([{ account_id: member.account_id, reason_code: 'other' }], own)).body
    await settle(platform())
    // The batch again, as if it had not had its turn yet.
    const running = `update offboarding_batch set status = 'running', completed_at = null, succeeded = 0, next_position = 0
      where batch_id = '${batch_id}'`
    await query(platform(), running)
    await platform().advance('PT72H')
    const [event] = await recorded(platform(), orgId, 'offboarding_batch.canceled')
    expect([event.actor.type, event.data]).toMatchObject(['system', { batch_id, total: 1, canceled: 1 }])
    const data = `select type from notification where account_id = '${admin.account_id}' order by notification_id`
    const told = (await query(platform(), data)).map(({ type }) => type)
    expect(told).toContain('offboarding_batch.canceled')
    expect(told.at(-1)).toBe('account.departed')
  })
})

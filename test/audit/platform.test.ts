import { expect, test } from 'vitest'
import { fromNow, HOUR, settle } from '../support/clock.ts'
import { query } from '../support/database.ts'
import { opened } from '../support/departures.ts'
import { auditOf } from '../support/members.ts'
import { onEachStore } from '../support/platform.ts'

const REASON = { reason_code: 'resignation', reason_text: 'Away' }

onEachStore((platform) => {
  /** Reads the platform's own entries in an organisation's log: target, before and after. */
  const done = async (orgId: string): Promise<any[]> =>
    (await auditOf(platform(), orgId, 'system')).map(({ actor_id, ...entry }: any) => {
      expect(actor_id).toBe('sendoff')
      return entry
    })

  async function applied(orgId: string, accountId: string, approve: boolean): Promise<string> {
    const own = await platform().userToken(accountId, 'member:leave')
    const { application_id } = (await platform().post('/v1.0/leave-applications', own, REASON)).body
    const reviewer = await platform().appToken(orgId, 'leave_application:review')
    if (approve) await platform().post(`/v1.0/leave-applications/${application_id}/approve`, reviewer, {})
    return application_id
  }

  test('everything that a departure ends, hands over and purges is in the log', async () => {
    const { orgId, member, offboard, departed } = await opened(platform())
    const { account_id } = member
    const application_id = await applied(orgId, account_id, false)
    const effective_at = await fromNow(platform(), HOUR)
    const { offboarding_id } = (await offboard(account_id, { effective_at })).body
    const departure_id = await departed(account_id)
    await settle(platform())
    const counts = { transferred: 2, deleted: 0, held: 0 }
    const entries = [
      {
        target_id: offboarding_id,
        before: { status: 'scheduled' },
        after: { status: 'canceled', departed: account_id },
      },
      {
        target_id: application_id,
        before: { status: 'pending' },
        after: { status: 'withdrawn', departed: account_id },
      },
      { target_id: departure_id, before: { handover: 'running' }, after: { handover: 'completed', ...counts } },
    ]
    expect(await done(orgId)).toEqual(entries)
    await platform().advance('P30D')
    const purged = { target_id: account_id, before: { status: 'departed' }, after: { status: 'purged', departure_id } }
    expect(await done(orgId)).toEqual([...entries, purged])
  })

  test('so are expiries, and an offboarding that a rule prevents', async () => {
    const { orgId, admin, member, role, named, offboard } = await opened(platform())
    const application_id = await applied(orgId, member.account_id, true)
    const inviting = await platform().appToken(orgId, 'org:association:write')
    const invitation = { associated_org_id: platform().organization(3).org_id, type: 'partner', dept_id: 2 }
    const { invitation_id } = (await platform().post('/v1.0/association-invitations', inviting, invitation)).body
    await role(named('Alan').account_id, 'admin')
    const effective_at = await fromNow(platform(), HOUR)
    const { offboarding_id } = (await offboard(admin.account_id, { effective_at })).body
    // The other administrator can't be demoted any more; a row of an older server may say so.
    await query(platform(), `update account set role = 'member' where account_id = '${named('Alan').account_id}'`)
    await platform().advance('P15D')
    expect(await done(orgId)).toEqual([
      {
        target_id: offboarding_id,
        before: { status: 'scheduled' },
        after: { status: 'failed', failure: 'last_admin' },
      },
      {
        target_id: admin.account_id,
        before: { condition: 'normal' },
        after: { condition: 'suspended', reason_text: null, for_offboarding_id: offboarding_id },
      },
      { target_id: application_id, before: { status: 'approved' }, after: { status: 'expired' } },
      { target_id: invitation_id, before: { status: 'pending' }, after: { status: 'expired' } },
    ])
  })

  test('a dissolution is in the logs of all organisations that it concerns', async () => {
    const { orgId, founder } = await opened(platform())
    const partner = platform().association('upstream')
    expect(partner.org_id).toBe(orgId)
    const token = await platform().userToken(founder.account_id, 'org:dissolve')
    const body = { reason_code: 'no_longer_used', confirm_name: platform().organization(0).name }
    expect((await platform().post('/v1.0/organization/dissolution', token, body)).status).toBe(202)
    const [given] = await query(
      platform(),
      `select authorization_id, app_id from "authorization" where org_id = '${orgId}' and status = 'active'`,
    )
    await platform().advance('PT72H')

    const own = await done(orgId)
    const ended = { target_id: orgId, before: { status: 'dissolving' }, after: { status: 'dissolved' } }
    expect(own.at(-1)).toEqual(ended)
    const authorization = own.find(({ target_id }) => target_id === given?.authorization_id)
    expect(authorization).toMatchObject({
      before: { app_id: given?.app_id },
      after: { cause: 'organization_dissolved' },
    })
    const unlinked = { target_id: partner.association_id, after: { cause: 'dissolution' } }
    expect(own).toContainEqual({ ...unlinked, before: expect.objectContaining({ org_id: orgId, type: 'upstream' }) })
    const before = expect.objectContaining({ org_id: partner.associated_org_id, type: 'downstream' })
    expect(await done(partner.associated_org_id)).toContainEqual({ ...unlinked, before })
  })

  test('and in the log of an organisation that authorised an app of the dissolved one', async () => {
    const { orgId, founder } = await opened(platform(), 3)
    const token = await platform().userToken(founder.account_id, 'org:dissolve')
    const body = { reason_code: 'no_longer_used', confirm_name: platform().organization(3).name }
    expect((await platform().post('/v1.0/organization/dissolution', token, body)).status).toBe(202)
    await platform().advance('PT72H')
    const [app] = platform().data.third_party_apps
    for (const giver of app?.authorized_org_ids ?? []) {
      expect(giver).not.toBe(orgId)
      const entries = await done(giver)
      expect(entries).toMatchObject([{ before: { app_id: app?.app_id }, after: { cause: 'organization_dissolved' } }])
    }
  })
})

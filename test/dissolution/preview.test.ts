import { type Scope, userScopes } from '@sendoff/api'
import { expect, test } from 'vitest'
import { newId } from '../../packages/server/src/ids.ts'
import { thirdParty } from '../support/apps.ts'
import { DAY, fromNow } from '../support/clock.ts'
import { rows } from '../support/database.ts'
import { opened, recorded } from '../support/departures.ts'
import { must, onEachStore } from '../support/platform.ts'

const PATH = '/v1.0/organization/dissolution/preview'

onEachStore((platform) => {
  /** An organisation with something of each kind that a dissolution reaches. */
  const world = async () => {
    const own = await opened(platform())
    const { orgId, founder, admin, create, register, departed, restore, offboard, member } = own
    const api = platform().as(await platform().userToken(founder.account_id, ...userScopes))
    const [restorable, held] = [
      await create({ name: 'A', email: 'a@aster.example' }),
      await create({ name: 'B', email: 'b@aster.example' }),
    ]
    const kept = await create({ name: 'C', email: 'c@aster.example' })
    for (const [i, id] of [restorable, held, kept].entries()) await register(id, 'note', i + 2, `of ${i}`)
    const hold = { handover: { by_kind: [{ kind: 'note', action: 'hold' }] } }
    await departed(restorable, hold)
    const onHold = await departed(held, hold)
    const back = await departed(kept, hold)
    for (const departure_id of [onHold, back]) await api.call('legalHolds.create', { departure_id, reason: 'Case 1' })
    expect((await restore(back)).status).toBe(200)
    const effective_at = await fromNow(platform(), 30 * DAY)
    const scheduled = await create({ name: 'D', email: 'd@aster.example' })
    expect((await offboard(scheduled, { effective_at })).status).toBe(201)
    const { dept_id, associated_org_id } = must((await api.call('associations.list')).data[0])
    await api.call('scheduledUnlinks.create', { dept_id, associated_org_id, effective_at })
    const leaver = platform().as(await platform().userToken(member.account_id, 'member:leave'))
    await leaver.call('leaveApplications.create', { reason_code: 'resignation', reason_text: 'Away.' })
    const asApp = platform().as(await platform().appToken(orgId, 'webhook:write', 'org:read'))
    await asApp.call('webhookEndpoints.create', { url: 'http://127.0.0.1:1/' })
    await asApp.call('webhookEndpoints.create', { url: 'http://127.0.0.1:1/x', event_types: ['member.departed'] })
    const stranger = platform().member(platform().organization(3).org_id, 'founder').account_id
    const inviting = platform().as(await platform().userToken(stranger, ...userScopes))
    await inviting.call('associationInvitations.create', { associated_org_id: orgId, type: 'partner', dept_id: 1 })
    return { ...own, api, admin }
  }

  test('S81: a dissolution then ends, revokes, cancels and keeps the numbers of its preview', async () => {
    const { api, orgId, organization } = await world()
    const preview = await api.call('dissolution.preview')
    const numbers = await counts(orgId)
    expect(preview).toMatchObject({ blockers: [], at_least: [], ...numbers })
    expect(Object.values(preview.ends).every((count) => count > 0)).toBe(true)
    expect(preview.keeps).toEqual({ legal_holds: 2, resources: 3 + 4 })
    expect(preview.cancels).toEqual({
      offboardings: 1,
      offboarding_batches: 0,
      leave_applications: 1,
      scheduled_unlinks: 1,
    })
    const before = await recorded(platform(), orgId)

    const confirm_name = organization.name
    const requested = await api.call('dissolution.request', { reason_code: 'no_longer_used', confirm_name })
    const { effective_at, blockers, ...same } = await api.call('dissolution.preview')
    expect(effective_at).toBe(requested.effective_at)
    expect(blockers.map(({ code }) => code)).toEqual(['dissolution_in_progress'])
    expect(same).toEqual({
      ...same,
      ends: preview.ends,
      revokes: preview.revokes,
      cancels: preview.cancels,
      keeps: preview.keeps,
    })

    await platform().advance('PT72H')
    const after = (await recorded(platform(), orgId)).slice(before.length)
    const told = (type: string) => after.filter((event) => event.type === type)
    const [dissolved] = told('organization.dissolved')
    expect(dissolved.data).toMatchObject({ members: preview.ends.members, associations: preview.ends.associations })
    expect(told('member.departed')).toHaveLength(preview.ends.members)
    expect(told('resource.deleted')).toHaveLength(preview.ends.resources)
    expect(told('organization.association.unlinked')).toHaveLength(preview.ends.associations)
    expect(told('member.offboarding_canceled')).toHaveLength(preview.cancels.offboardings)
    expect(told('leave_application.withdrawn')).toHaveLength(preview.cancels.leave_applications)
    expect(told('organization.association.unlink_canceled')).toHaveLength(preview.cancels.scheduled_unlinks)
    expect(told('organization.association.revoked')).toHaveLength(preview.revokes.association_invitations)
    expect(told('app.deauthorized')).toHaveLength(preview.revokes.authorizations)
    const purged = told('member.purged').length
    // An account under a legal hold is not purged.
    expect(purged).toBe(preview.ends.members + preview.ends.restorable_accounts - 1)
    const left = await rows(platform(), (db) =>
      db.selectFrom('resource').select('resource_id').where('org_id', '=', orgId).execute(),
    )
    expect(left).toHaveLength(preview.keeps.resources)
    const delivered = await rows(platform(), (db) =>
      db
        .selectFrom('delivery')
        .select('endpoint_id')
        .where('org_id', '=', orgId)
        .where('event_type', '=', 'organization.dissolved')
        .execute(),
    )
    expect(delivered).toHaveLength(preview.tells.webhook_endpoints)
  })

  test('S81: the organisation of a third-party app sees the permissions that others gave to it', async () => {
    const third = thirdParty(platform())
    const founder = platform().member(third.owner, 'founder').account_id
    const { revokes } = await platform()
      .as(await platform().userToken(founder, 'org:dissolve'))
      .call('dissolution.preview')
    expect(revokes.authorizations_given).toBe(third.authorized_org_ids.length)
  })

  test('S81: only the founder previews a dissolution, with the scope org:dissolve', async () => {
    const { admin, member, founder, orgId } = await opened(platform())
    const ask = async (accountId: string, scope: Scope = 'org:dissolve') => {
      const { status, body } = await platform().get(PATH, await platform().userToken(accountId, scope))
      return [status, body.code]
    }
    expect(await ask(admin.account_id)).toEqual([403, 'founder_required'])
    expect(await ask(member.account_id)).toEqual([403, 'founder_required'])
    expect(await ask(founder.account_id, 'org:read')).toEqual([403, 'scope_missing'])
    const app = await platform().get(PATH, await platform().appToken(orgId, 'org:read'))
    expect([app.status, app.body.code]).toEqual([403, 'user_required'])
  })

  test('S81: a number is counted up to 100,000, and said to be larger', async () => {
    const { orgId, founder, create } = await opened(platform())
    const account_id = await create({ name: 'Collector', email: 'collector@aster.example' })
    await rows(platform(), async (db) => {
      for (let from = 0; from < 100_000; from += 2000) {
        const resources = Array.from({ length: 2000 }, (_, i) => {
          const resource = {
            org_id: orgId,
            resource_id: newId('res'),
            account_id,
            kind: 'note',
            name: `Note ${from + i}`,
          }
          return { ...resource, app_id: null, external_id: null, status: 'owned' as const, created_at: 0 }
        })
        await db.insertInto('resource').values(resources).execute()
      }
    })
    const api = platform().as(await platform().userToken(founder.account_id, 'org:dissolve'))
    const { ends, at_least } = await api.call('dissolution.preview')
    expect([ends.resources, at_least]).toEqual([100_000, ['/ends/resources']])
  }, 60_000)

  /** The numbers that another operation also shows. */
  async function counts(orgId: string) {
    const token = await platform().appToken(orgId, 'member:read')
    const { body } = await platform().get('/v1.0/organization/counts', token)
    const { members, invited, departments, associations } = body
    return { ends: { members: members.active, invited, departments, associations } }
  }
})

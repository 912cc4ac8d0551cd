import { describe, expect, test } from 'vitest'
import { expireInvitation } from '../../packages/server/src/associations/invitations/expire.ts'
import type { Tx } from '../../packages/server/src/store/schema.ts'
import { Transacted } from '../../packages/server/src/store/work.ts'
import { rows } from '../support/database.ts'
import { associationsOf, PATH, twoStrangers } from '../support/invitations.ts'
import { onEachStore } from '../support/platform.ts'
import { expectRefused } from '../support/refused.ts'

const mirrored = { upstream: 'downstream', downstream: 'upstream', partner: 'partner' } as const

onEachStore((platform) => {
  const typesOf = async (orgId: string) => (await platform().events(orgId)).map(({ type }) => type)
  const invited = 'organization.association.invited'

  describe.each(['upstream', 'downstream', 'partner'] as const)('an invitation of type %s', (type) => {
    test('S58: accepted, it links both organisations, each from its own side, with an event for both', async () => {
      const two = await twoStrangers(platform())
      const { body: invitation } = await two.invite({ type })
      const accepted = await two.answer(two.invited, invitation.invitation_id, 'accept')
      expect(accepted.status).toBe(200)
      const theirs = {
        org_id: two.invited,
        dept_id: 3,
        associated_org_id: two.inviting,
        associated_dept_id: 3,
        type: mirrored[type],
      }
      const ours = { ...theirs, org_id: two.inviting, associated_org_id: two.invited, type }
      expect(accepted.body).toMatchObject(theirs)
      const { association_id } = accepted.body
      expect(await two.associations(two.inviting)).toContainEqual(expect.objectContaining({ association_id, ...ours }))
      expect(await two.associations(two.invited)).toContainEqual(expect.objectContaining({ association_id, ...theirs }))
      for (const view of [ours, theirs]) {
        const [first, linked, ...more] = await platform().events(view.org_id)
        const { org_id, ...data } = view
        expect(first.type).toBe(invited)
        expect(linked).toMatchObject({ type: 'organization.association.linked', org_id })
        expect(linked.data).toEqual({ association_id, ...data })
        expect(more).toEqual([])
      }
      expect(await two.statuses(invitation.invitation_id)).toEqual(['accepted', 'accepted'])
    })

    test('S58: and the association can be unlinked from the invited side', async () => {
      const two = await twoStrangers(platform())
      const { body: invitation } = await two.invite({ type })
      await two.answer(two.invited, invitation.invitation_id, 'accept', 2)
      const { status, body } = await platform().post(
        '/v1.0/organization/unlink',
        await platform().appToken(two.invited, 'org:unlink'),
        { dept_id: 2, associated_org_id: two.inviting },
      )
      expect([status, body.result]).toEqual([200, true])
      expect((await two.invite({ type })).status).toBe(201)
    })
  })

  test('an invitation is visible to both sides with its direction, and both get an event', async () => {
    const two = await twoStrangers(platform())
    const { status, body } = await two.invite({ message: 'Shall we?' })
    expect(status).toBe(201)
    expect(body).toMatchObject({ ...two.command, org_id: two.inviting, direction: 'sent', status: 'pending' })
    expect(body).toMatchObject({ message: 'Shall we?', org_name: platform().organization(0).name })
    expect(Date.parse(body.expires_at) - Date.parse(body.created_at)).toBe(14 * 86_400_000)
    expect(await two.list(two.inviting)).toEqual([body])
    expect(await two.list(two.invited)).toEqual([{ ...body, direction: 'received' }])
    expect(await two.list(two.invited, '?status=accepted')).toEqual([])
    for (const [orgId, direction] of [
      [two.inviting, 'sent'],
      [two.invited, 'received'],
    ] as const) {
      const [event, ...more] = await platform().events(orgId)
      const { invitation_id, org_id, associated_org_id, type } = body
      expect(event).toMatchObject({ type: invited, org_id: orgId })
      expect(event.data).toEqual({ invitation_id, org_id, associated_org_id, type, direction })
      expect(more).toEqual([])
    }
  })

  test('the list comes in pages, and an administrator reads it with their own token', async () => {
    const two = await twoStrangers(platform())
    const first = (await two.invite()).body.invitation_id
    const second = (await two.inviteBack()).body.invitation_id
    const { account_id } = platform().member(two.inviting, 'admin')
    const token = await platform().userToken(account_id, 'org:association:write')
    const page = (await platform().get(`${PATH}?limit=1`, token)).body
    const rest = (await platform().get(`${PATH}?limit=1&cursor=${page.next_cursor}`, token)).body
    expect([...page.data, ...rest.data].map((one: any) => one.invitation_id)).toEqual([first, second])
    expect(rest.next_cursor).toBeNull()
  })

  test.each(['decline', 'revoke'] as const)(
    '%s closes an invitation with an event for both, and links nobody',
    async (verb) => {
      const two = await twoStrangers(platform())
      const status = verb === 'decline' ? 'declined' : 'revoked'
      const { invitation_id } = (await two.invite()).body
      const side = verb === 'decline' ? two.invited : two.inviting
      const direction = verb === 'decline' ? 'received' : 'sent'
      const closed = await two.answer(side, invitation_id, verb)
      expect(closed.status).toBe(200)
      expect(closed.body).toMatchObject({ invitation_id, status, direction })
      for (const orgId of [two.inviting, two.invited]) {
        expect(await typesOf(orgId)).toEqual([invited, `organization.association.${status}`])
      }
      expectRefused(await two.answer(two.invited, invitation_id, 'accept'), [409, 'invitation_closed'])
      expectRefused(await two.answer(two.invited, invitation_id, 'decline'), [409, 'invitation_closed'])
      expectRefused(await two.answer(two.inviting, invitation_id, 'revoke'), [409, 'invitation_closed'])
      expect((await typesOf(two.invited)).length).toBe(2)
      expect(await two.associations(two.invited)).not.toContainEqual(
        expect.objectContaining({ associated_org_id: two.inviting }),
      )
      expect((await two.invite()).status).toBe(201)
    },
  )

  test('only the invited side accepts and declines, only the inviting side revokes, and a stranger finds nothing', async () => {
    const two = await twoStrangers(platform())
    const { invitation_id } = (await two.invite()).body
    const stranger = await platform().appToken(platform().organization(1).org_id, 'org:association:write')
    const notFound: [number, string] = [404, 'invitation_not_found']
    expectRefused(await two.answer(two.inviting, invitation_id, 'accept'), notFound)
    expectRefused(await two.answer(two.inviting, invitation_id, 'decline'), notFound)
    expectRefused(await two.answer(two.invited, invitation_id, 'revoke'), notFound)
    expectRefused(await two.answer(two.invited, 'inv_unknown', 'accept'), notFound)
    for (const verb of ['accept', 'decline', 'revoke']) {
      const body = verb === 'accept' ? { dept_id: 1 } : undefined
      expectRefused(await platform().post(`${PATH}/${invitation_id}/${verb}`, stranger, body), notFound)
    }
    expect((await platform().get(PATH, stranger)).body.data).toEqual([])
    expect(await two.statuses(invitation_id)).toEqual(['pending', 'pending'])
    expect(await typesOf(two.inviting)).toEqual([invited])
    expect(await typesOf(two.invited)).toEqual([invited])
  })

  test('an ordinary member neither reads nor writes invitations, even with the scope', async () => {
    const two = await twoStrangers(platform())
    const { invitation_id } = (await two.invite()).body
    const adminRequired: [number, string] = [403, 'admin_required']
    const tokenOf = (orgId: string) =>
      platform().userToken(platform().member(orgId, 'member').account_id, 'org:association:write')
    const ours = await tokenOf(two.inviting)
    const theirs = await tokenOf(two.invited)
    expectRefused(await platform().get(PATH, ours), adminRequired)
    expectRefused(
      await platform().post(PATH, theirs, { ...two.command, associated_org_id: two.inviting }),
      adminRequired,
    )
    expectRefused(await platform().post(`${PATH}/${invitation_id}/accept`, theirs, { dept_id: 1 }), adminRequired)
    expectRefused(await platform().post(`${PATH}/${invitation_id}/decline`, theirs), adminRequired)
    expectRefused(await platform().post(`${PATH}/${invitation_id}/revoke`, ours), adminRequired)
    expect(await two.list(two.invited)).toHaveLength(1)
    expect(await two.statuses(invitation_id)).toEqual(['pending', 'pending'])
    expect(await typesOf(two.invited)).toEqual([invited])
  })

  test('an invitation to an impossible association is refused, and nothing changes', async () => {
    const two = await twoStrangers(platform())
    const invalid: [number, string] = [400, 'invalid_request']
    expectRefused(await two.invite({ associated_org_id: two.inviting }), invalid, '/associated_org_id')
    expectRefused(await two.invite({ associated_org_id: 'org_unknown' }), [404, 'organization_not_found'])
    expectRefused(await two.invite({ dept_id: 99 }), invalid, '/dept_id')
    const associate = platform().association('upstream').associated_org_id
    expectRefused(await two.invite({ associated_org_id: associate }), [409, 'association_exists'])
    for (const orgId of [two.inviting, two.invited, associate]) expect(await typesOf(orgId)).toEqual([])
    expect(await two.list(two.inviting)).toEqual([])
  })

  test('a second invitation in the same direction is refused until the first is answered', async () => {
    const two = await twoStrangers(platform())
    const { invitation_id } = (await two.invite()).body
    expectRefused(await two.invite({ type: 'partner' }), [400, 'invalid_request'], '/associated_org_id')
    expect(await two.list(two.invited)).toHaveLength(1)
    expect(await typesOf(two.invited)).toEqual([invited])
    await two.answer(two.inviting, invitation_id, 'revoke')
    expect((await two.invite({ type: 'partner' })).status).toBe(201)
  })

  test('accepting one of two invitations in both directions revokes the other', async () => {
    const two = await twoStrangers(platform())
    const ours = (await two.invite()).body.invitation_id
    const theirs = (await two.inviteBack()).body.invitation_id
    expect((await two.answer(two.inviting, theirs, 'accept', 4)).body.type).toBe('partner')
    expect(await two.statuses(theirs)).toEqual(['accepted', 'accepted'])
    expect(await two.statuses(ours)).toEqual(['revoked', 'revoked'])
    const [, , revoked, linked] = await platform().events(two.invited)
    expect(revoked).toMatchObject({
      type: 'organization.association.revoked',
      data: { invitation_id: ours, direction: 'received' },
    })
    expect(linked.type).toBe('organization.association.linked')
    expectRefused(await two.answer(two.invited, ours, 'accept'), [409, 'invitation_closed'])
    expect((await associationsOf(platform(), two.inviting)).length).toBe(3)
  })

  test('an unknown department of the accepting side is refused, and the invitation stays open', async () => {
    const two = await twoStrangers(platform())
    const { invitation_id } = (await two.invite()).body
    expectRefused(await two.answer(two.invited, invitation_id, 'accept', 99), [400, 'invalid_request'], '/dept_id')
    expect(await two.statuses(invitation_id)).toEqual(['pending', 'pending'])
    expect(await typesOf(two.inviting)).toEqual([invited])
    expect((await two.answer(two.invited, invitation_id, 'accept')).status).toBe(200)
  })

  test.each(['inviting', 'invited'] as const)(
    'while the %s side dissolves, nobody invites and nobody accepts',
    async (side) => {
      const two = await twoStrangers(platform())
      const { invitation_id } = (await two.invite()).body
      await setStatus(two[side], 'dissolving')
      const dissolving: [number, string] = [409, 'dissolution_in_progress']
      expectRefused(await two.inviteBack(), dissolving)
      expectRefused(await two.answer(two.invited, invitation_id, 'accept'), dissolving)
      expect(await two.statuses(invitation_id)).toEqual(['pending', 'pending'])
      expect(await typesOf(two.invited)).toEqual([invited])
      expect((await two.answer(two.invited, invitation_id, 'decline')).status).toBe(200)
    },
  )

  test('an organisation that has dissolved is not found', async () => {
    const two = await twoStrangers(platform())
    await setStatus(two.invited, 'dissolved')
    expectRefused(await two.invite(), [404, 'organization_not_found'])
    expect(await two.list(two.inviting)).toEqual([])
    expect(await typesOf(two.inviting)).toEqual([])
  })

  test('an invitation can be accepted within 14 days, to the last moment', async () => {
    const two = await twoStrangers(platform())
    const { invitation_id } = (await two.invite()).body
    await platform().advance('P13DT23H59M30S')
    expect((await two.answer(two.invited, invitation_id, 'accept')).status).toBe(200)
  })

  test('after 14 days it is expired: no answer is accepted, both sides are told, and a new one can be sent', async () => {
    const two = await twoStrangers(platform())
    const { invitation_id } = (await two.invite()).body
    const due = { orgId: two.inviting, kind: 'invitation_expiry', subjectId: invitation_id, dueAt: 0 } as const
    const scheduled = await rows(platform(), (db) =>
      db.selectFrom('due_work').selectAll().where('kind', '=', due.kind).execute(),
    )
    expect(scheduled).toMatchObject([{ org_id: two.inviting, subject_id: invitation_id }])
    const expiresAt = Number(scheduled[0]?.due_at)
    const expire = (now: number) =>
      rows(platform(), (db) => expireInvitation(new Transacted(db as unknown as Tx, { now }), due))
    await expire(expiresAt - 1)
    expect(await two.statuses(invitation_id)).toEqual(['pending', 'pending'])
    await platform().advance('P14D')
    const expired: [number, string] = [410, 'invitation_expired']
    const refuseAll = async () => {
      expectRefused(await two.answer(two.invited, invitation_id, 'accept'), expired)
      expectRefused(await two.answer(two.invited, invitation_id, 'decline'), expired)
      expectRefused(await two.answer(two.inviting, invitation_id, 'revoke'), expired)
    }
    await refuseAll()
    await expire(expiresAt)
    await refuseAll()
    expect(await two.statuses(invitation_id)).toEqual(['expired', 'expired'])
    const told = [invited, 'organization.association.expired']
    for (const orgId of [two.inviting, two.invited]) expect(await typesOf(orgId)).toEqual(told)
    expect((await two.invite()).status).toBe(201)
  })

  test('an invitation that was answered does not expire', async () => {
    const two = await twoStrangers(platform())
    const { invitation_id } = (await two.invite()).body
    await two.answer(two.invited, invitation_id, 'accept')
    const due = { orgId: two.inviting, kind: 'invitation_expiry', subjectId: invitation_id, dueAt: 0 } as const
    await rows(platform(), (db) =>
      expireInvitation(new Transacted(db as unknown as Tx, { now: Date.now() + 15 * 86_400_000 }), due),
    )
    expect(await two.statuses(invitation_id)).toEqual(['accepted', 'accepted'])
  })

  async function setStatus(orgId: string, status: 'dissolving' | 'dissolved') {
    await rows(platform(), (db) => db.updateTable('organization').set({ status }).where('org_id', '=', orgId).execute())
  }
})

import { expect, test } from 'vitest'
import { mei, person, stranger } from '../support/memberships.ts'
import { must, onEachStore } from '../support/platform.ts'

onEachStore((platform) => {
  test('a person who blocks an organisation sees nothing of it, and it can’t tell', async () => {
    const { email, account_id } = mei(platform())
    const org = await stranger(platform())
    const me = await person(platform(), account_id)
    const first = await org.added(email)
    const blocked = await me.block(org.orgId)
    expect([blocked.status, blocked.body]).toMatchObject([
      201,
      { org_id: org.orgId, organization_name: 'Stranger & Sons' },
    ])
    expect((await me.block(org.orgId)).body).toEqual(blocked.body)
    expect((await me.blocks()).map(({ org_id }) => org_id)).toEqual([org.orgId])
    expect(await me.invitations()).toEqual([])
    await org.offboard(first)
    const before = await me.notifications()
    const again = await org.add(email, { new_person: true })
    expect([again.status, again.body.accepted_at]).toEqual([201, null])
    expect(await me.notifications()).toEqual(before)
    expect(await me.invitations()).toEqual([])
    expect((await me.answer(again.body.account_id, 'accept')).body.code).toBe('invitation_not_found')

    expect((await me.unblock(org.orgId)).status).toBe(204)
    expect((await me.invitations()).map((one) => one.account_id)).toEqual([again.body.account_id])
    const twice = await me.unblock(org.orgId)
    expect([twice.status, twice.body.code]).toEqual([404, 'block_not_found'])
    expect((await me.block('org_unknown')).body.code).toBe('organization_not_found')
  })

  test('a block is of the person, whichever account they use, and of nobody else', async () => {
    const { email, account_id } = mei(platform())
    const org = await stranger(platform())
    const member = must(
      platform()
        .organization(0)
        .members.find((one) => one.email === email),
    )
    await (await person(platform(), account_id)).block(org.orgId)
    expect(await (await person(platform(), member.account_id)).blocks()).toHaveLength(1)
    const { account_id: other } = platform().member(platform().organization(0).org_id, 'admin')
    expect(await (await person(platform(), other)).blocks()).toEqual([])
  })
})

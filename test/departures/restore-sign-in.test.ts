import { expect, test } from 'vitest'
import { newCode, PASSWORD, recover, registered, type Target } from '../support/accounts.ts'
import { query } from '../support/database.ts'
import { expectRefused, opened, recorded } from '../support/departures.ts'
import { person, stranger } from '../support/memberships.ts'
import { onEachStore, type Platform } from '../support/platform.ts'

const email = 'jsmith@aster.example'
const phone = '+8613800000042'

onEachStore((platform) => {
  test.each([{ email }, { phone }])(
    'S67: a leaver who registered %o again is a conflict in preview and restore',
    async (target) => {
      const { orgId, departureId, accountId, previewRestore, restore, holder, readMember } = await leaver(target)
      const [field, value] = Object.entries(target)[0] ?? []
      const conflicts = [{ field, value, account_id: accountId, reason: 'address_in_use' }]
      expect((await previewRestore(departureId)).body.conflicts).toEqual(conflicts)
      const { body } = await expectRefused(platform(), orgId, [409, 'restore_conflict'], () => restore(departureId))
      expect(body.conflicts).toEqual(conflicts)

      // The person confirms that they are the same by accepting with their new sign-in.
      const answer = await restore(departureId, { identity: 'current' })
      expect([answer.status, answer.body.accepted_at]).toEqual([200, null])
      const me = await person(platform(), holder.account_id)
      expect((await me.notifications()).map(({ type }) => type)).toEqual(['membership.invited'])
      expect((await me.answer(accountId, 'accept')).status).toBe(200)
      expect((await me.accounts()).map(({ account_id }) => account_id)).toContain(accountId)
      expect(await readMember(accountId)).toMatchObject({ status: 'active', ...target })
      expect(await opens(platform(), accountId, 'the password of the new sign-in')).toBe(true)
    },
  )

  test('S67: with another address the person keeps their sign-in, which gets it', async () => {
    const { orgId, departureId, accountId, restore, readMember } = await leaver({ email })
    const answer = await restore(departureId, { email: 'john@new.example' })
    expect([answer.status, answer.body.accepted_at === null]).toEqual([200, false])
    expect(await readMember(accountId)).toMatchObject({ status: 'active', email: 'john@new.example' })
    const told = await recorded(platform(), orgId, 'member.updated')
    expect(told.map(({ data }) => data.changes)).toEqual([{ email: { before: email, after: 'john@new.example' } }])
    const target = { email: 'john@new.example' }
    expect((await recover(platform(), target, await newCode(platform(), target, 'recover'))).status).toBe(204)
    expect(await opens(platform(), accountId, PASSWORD)).toBe(true)
  })

  test('S67: an address that somebody else has is given to nobody: its owner is asked', async () => {
    const { departureId, accountId, restore } = await leaver({ email })
    const other = await registered(platform(), { email: 'somebody@new.example' })
    const answer = await restore(departureId, { email: 'somebody@new.example' })
    expect([answer.status, answer.body.accepted_at]).toEqual([200, null])
    const me = await person(platform(), other.account_id)
    expect((await me.accounts()).map(({ account_id }) => account_id)).toEqual([other.account_id])
    expect((await me.invitations()).map(({ account_id }) => account_id)).toEqual([accountId])
  })

  test('S67: an address that another organisation gave to the next person is a conflict, too', async () => {
    const { create, departed, previewRestore, restore } = await opened(platform())
    const accountId = await employed(create, { email })
    const departureId = await departed(accountId)
    const invited = await (await stranger(platform())).added(email)
    expect((await previewRestore(departureId)).body.conflicts).toMatchObject([{ reason: 'address_in_use' }])
    expect((await restore(departureId, { identity: 'current' })).status).toBe(200)
    expect(await identityOf(accountId)).toBe(await identityOf(invited))
  })

  test('S67: an address that is free again returns to its member, unless that could give away departures of others', async () => {
    const { departureId, accountId, previewRestore, restore, holder, departed } = await leaver({ email })
    const token = await platform().userToken(holder.account_id, 'account:deregister')
    const gone = { confirm: true, password: 'the password of the new sign-in' }
    expect((await platform().post('/v1.0/me/deregister', token, gone)).status).toBe(200)
    expect((await previewRestore(departureId)).body.conflicts).toEqual([])
    expect((await restore(departureId)).body.accepted_at).not.toBeNull()
    const other = await stranger(platform())
    const elsewhere = await other.added(email)
    const me = await person(platform(), accountId)
    expect((await me.answer(elsewhere, 'accept')).status).toBe(200)
    await other.offboard(elsewhere, { reason_text: 'Nobody else is to read this' })
    const again = await departed(accountId)
    const next = await registered(platform(), { email }, { password: gone.password })
    const deregister = await platform().userToken(next.account_id, 'account:deregister')
    expect((await platform().post('/v1.0/me/deregister', deregister, gone)).status).toBe(200)
    expect((await previewRestore(again)).body.conflicts).toMatchObject([{ reason: 'address_in_use' }])
    expect((await restore(again, { email })).body.accepted_at).toBeNull()
  })

  test('S67: two choices, or the place of another member, are refused', async () => {
    const { orgId, member, departureId, restore } = await leaver({ email })
    const two = () => restore(departureId, { email: 'a@new.example', identity: 'current' })
    expect((await expectRefused(platform(), orgId, [400, 'invalid_request'], two)).body.errors[0].pointer).toBe(
      '/identity',
    )
    const taken = () => restore(departureId, { email: member.email })
    const { body } = await expectRefused(platform(), orgId, [409, 'restore_conflict'], taken)
    expect(body.conflicts).toMatchObject([{ field: 'email', account_id: member.account_id, reason: 'taken' }])
  })

  test('S67: a membership that was never accepted returns to the owner of its address, without a word about them', async () => {
    const { orgId, create, departed, previewRestore, restore } = await opened(platform())
    const accountId = await create({ name: 'Noor', email })
    const departureId = await departed(accountId)
    const owner = await registered(platform(), { email })
    expect((await previewRestore(departureId)).body.conflicts).toEqual([])
    expect((await restore(departureId)).body.accepted_at).toBeNull()
    const me = await person(platform(), owner.account_id)
    expect((await me.invitations()).map(({ account_id, org_id }) => [account_id, org_id])).toEqual([[accountId, orgId]])
  })

  /** A member who had a password, was offboarded and registered the address again. */
  async function leaver(target: Target) {
    const organization = await opened(platform())
    const accountId = await employed(organization.create, target)
    const departureId = await organization.departed(accountId)
    const holder = await registered(platform(), target, { password: 'the password of the new sign-in' })
    return { ...organization, accountId, departureId, holder }
  }

  async function employed(create: (body: object) => Promise<string>, target: Target): Promise<string> {
    const accountId = await create({ name: 'John Smith', ...target })
    expect((await recover(platform(), target, await newCode(platform(), target, 'recover'))).status).toBe(204)
    await platform().userToken(accountId, 'account:read')
    return accountId
  }

  const identityOf = async (accountId: string): Promise<string> =>
    (await query(platform(), 'select identity_id from account where account_id = $1', accountId))[0].identity_id
})

async function opens(platform: Platform, accountId: string, password: string): Promise<boolean> {
  const token = await platform.userToken(accountId, 'account:deregister')
  const { body } = await platform.post('/v1.0/me/deregister', token, { confirm: true, password })
  return body.code !== 'password_incorrect'
}

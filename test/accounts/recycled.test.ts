import { expect, test } from 'vitest'
import { asUser, newCode, recover, register, registered } from '../support/accounts.ts'
import { query } from '../support/database.ts'
import { onEachStore, type Platform } from '../support/platform.ts'

onEachStore((platform) => {
  test('S36, S37: a person who registers the address of an offboarded member is somebody else, and sees nothing of the earlier one', async () => {
    const { member, orgId, departureId } = await offboarded(platform())
    const account = await registered(platform(), { email: member.email })
    expect(account.account_id).not.toBe(member.account_id)
    expect(account.identity_id).not.toBe(await identityOf(platform(), member.account_id))
    for (const list of ['departures', 'notifications', 'organizations']) {
      expect((await asUser(platform(), account.account_id, `/v1.0/me/${list}`)).body.data).toEqual([])
    }
    const told = await recycled(platform(), orgId)
    expect(told.map(({ data }) => data)).toEqual([
      {
        departure_id: departureId,
        account_id: member.account_id,
        identifier_type: 'email',
        identifier: member.email,
      },
    ])
  })

  test('S21: with the old password it is the same person, who still reads why the account is gone', async () => {
    const { member, orgId, departureId } = await offboarded(platform())
    const account = await registered(platform(), { email: member.email }, { password: member.password })
    expect(account.identity_id).toBe(await identityOf(platform(), member.account_id))
    const { body } = await asUser(platform(), account.account_id, '/v1.0/me/departures')
    expect(body.data.map((one: any) => one.departure_id)).toEqual([departureId])
    expect(await recycled(platform(), orgId)).toEqual([])
  })

  test('S37: the new owner of an address recovers their own password, and the earlier owner’s stays', async () => {
    const { member } = await offboarded(platform())
    const before = await hashOf(platform(), await identityOf(platform(), member.account_id))
    await registered(platform(), { email: member.email })
    const code = await newCode(platform(), { email: member.email }, 'recover')
    expect((await recover(platform(), { email: member.email }, code)).status).toBe(204)
    expect(await hashOf(platform(), await identityOf(platform(), member.account_id))).toBe(before)
  })

  test('S26, S37, S67: a member whose address was registered again is not restored without a sign-in', async () => {
    const { member, departureId, admin } = await offboarded(platform())
    const account = await registered(platform(), { email: member.email })
    const token = await platform().userToken(admin.account_id, 'member:restore')
    const path = `/v1.0/departures/${departureId}/restore`
    expect((await platform().post(path, token, {})).body.code).toBe('restore_conflict')
    expect((await platform().post(path, token, { email: 'back@aster.example' })).status).toBe(200)
    const mine = (await asUser(platform(), account.account_id, '/v1.0/me/accounts')).body.data
    expect(mine.map((one: any) => one.account_id)).toEqual([account.account_id])
    const theirs = (await asUser(platform(), member.account_id, '/v1.0/me/accounts')).body.data
    expect(theirs.map((one: any) => one.account_id)).toEqual([member.account_id])
  })

  test('two concurrent registrations after a departure make one new person', async () => {
    const { member } = await offboarded(platform())
    const code = await newCode(platform(), { email: member.email }, 'register')
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => register(platform(), { email: member.email }, code)),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(await query(platform(), 'select identity_id from identity where email = $1', member.email)).toHaveLength(1)
  })
})

/** A member with no other account, whom an administrator has just offboarded. */
async function offboarded(platform: Platform) {
  const { org_id: orgId } = platform.organization(0)
  const [member, admin] = [platform.member(orgId, 'member'), platform.member(orgId, 'admin')]
  const token = await platform.userToken(admin.account_id, 'member:offboard')
  const command = { account_id: member.account_id, reason_code: 'resignation' }
  const { status, body } = await platform.post('/v1.0/offboardings', token, command)
  if (status !== 201) throw new Error(JSON.stringify(body))
  return { orgId, member, admin, departureId: String(body.departure_id) }
}

const identityOf = async (platform: Platform, accountId: string): Promise<string> =>
  (await query(platform, 'select identity_id from account where account_id = $1', accountId))[0].identity_id

const hashOf = async (platform: Platform, identityId: string): Promise<string> =>
  (await query(platform, 'select password_hash from identity where identity_id = $1', identityId))[0].password_hash

async function recycled(platform: Platform, orgId: string): Promise<any[]> {
  const rows = await query(
    platform,
    "select body from event where org_id = $1 and type = 'account.identifier_recycled'",
    orgId,
  )
  return rows.map(({ body }) => JSON.parse(body))
}

import { expect, test } from 'vitest'
import { asUser, newCode, PASSWORD, recover, type Target } from '../support/accounts.ts'
import { query } from '../support/database.ts'
import { opened, recorded } from '../support/departures.ts'
import { stranger } from '../support/memberships.ts'
import { onEachStore, type Platform } from '../support/platform.ts'

const targets: [string, Target][] = [
  ['email', { email: 'jsmith@aster.example' }],
  ['phone', { phone: '+8613800000042' }],
]

onEachStore((platform) => {
  test.each(targets)('S64: the next person with an %s gets a sign-in of their own', async (type, target) => {
    const { orgId, create, departed } = await opened(platform())
    const first = await employed(platform(), create, target)
    const departureId = await departed(first, { reason_text: 'Theft' })
    const next = await create({ name: 'Jane Smith', ...target, new_person: true })
    await expectStrangers(platform(), first, next)
    expect((await recorded(platform(), orgId, 'account.identifier_recycled')).map(({ data }) => data)).toEqual([
      { departure_id: departureId, account_id: first, identifier_type: type, identifier: Object.values(target)[0] },
    ])
  })

  test.each(targets)('S64: also after the purge, of an %s', async (_, target) => {
    const { orgId, create, departed } = await opened(platform())
    const first = await employed(platform(), create, target)
    await departed(first, { reason_text: 'Theft' })
    await platform().advance('P31D')
    await expectStrangers(platform(), first, await create({ name: 'Jane Smith', ...target }))
    expect(await recorded(platform(), orgId, 'account.identifier_recycled')).toHaveLength(1)
  })

  test('S64: another organisation that adds the address gets a new person, and the earlier one is notified', async () => {
    const { orgId, create, departed } = await opened(platform())
    const first = await employed(platform(), create, { email: 'jsmith@aster.example' })
    await departed(first)
    const other = await stranger(platform())
    await expectStrangers(platform(), first, await other.added('jsmith@aster.example'))
    expect(await other.events('account.identifier_recycled')).toEqual([])
    await platform().advance('PT1S')
    const told = await recorded(platform(), orgId, 'account.identifier_recycled')
    expect(told.map(({ data }) => data.account_id)).toEqual([first])
    // The second organisation that adds the new person takes the address from nobody.
    await (await stranger(platform())).added('jsmith@aster.example')
    await platform().advance('PT1S')
    expect(await recorded(platform(), orgId, 'account.identifier_recycled')).toHaveLength(1)
  })

  test('S64: a person with an account left stays the same person', async () => {
    const { create, departed } = await opened(platform())
    const email = 'jsmith@aster.example'
    const first = await employed(platform(), create, { email })
    const other = await stranger(platform())
    const elsewhere = await other.added(email)
    await platform().post(`/v1.0/membership-invitations/${elsewhere}/accept`, await token(platform(), first))
    await departed(first)
    const next = await create({ name: 'John Smith', email, new_person: true })
    expect(await identityOf(platform(), next)).toBe(await identityOf(platform(), first))
    expect(await passwordOpens(platform(), elsewhere)).toBe(true)
  })

  test('S64: whoever has the mailbox of a dismissed person can’t recover their sign-in, nor learns that it was there', async () => {
    const { create, departed } = await opened(platform())
    const email = 'jsmith@aster.example'
    const first = await employed(platform(), create, { email })
    const code = await newCode(platform(), { email }, 'recover')
    await departed(first, { reason_text: 'Theft' })
    const answer = await recover(platform(), { email }, code, 'the password of the next one')
    expect([answer.status, answer.body.code]).toEqual([403, 'code_invalid'])
    const unknown = await newCode(platform(), { email: 'nobody@aster.example' }, 'recover')
    const same = await recover(platform(), { email: 'nobody@aster.example' }, unknown)
    expect([same.status, same.body.code, same.body.detail]).toEqual([403, 'code_invalid', answer.body.detail])
  })

  test('S64: an invitation that the earlier owner did not answer goes to the next one', async () => {
    const { create, departed } = await opened(platform())
    const email = 'jsmith@aster.example'
    const first = await employed(platform(), create, { email })
    const invited = await (await stranger(platform())).added(email)
    await departed(first)
    const next = await create({ name: 'Jane Smith', email, new_person: true })
    expect(await identityOf(platform(), invited)).toBe(await identityOf(platform(), next))
    expect(await identityOf(platform(), invited)).not.toBe(await identityOf(platform(), first))
  })
})

/** Adds a member who has set a password and accepted. */
async function employed(platform: Platform, create: (body: object) => Promise<string>, target: Target) {
  const accountId = await create({ name: 'John Smith', ...target })
  expect((await recover(platform, target, await newCode(platform, target, 'recover'))).status).toBe(204)
  await token(platform, accountId)
  return accountId
}

/** Expects that one account gives nothing of the other: no password, no departure, no notification, no account. */
async function expectStrangers(platform: Platform, first: string, next: string): Promise<void> {
  expect(await identityOf(platform, next)).not.toBe(await identityOf(platform, first))
  expect(await passwordOpens(platform, next)).toBe(false)
  for (const list of ['departures', 'notifications']) {
    const { body } = await asUser(platform, next, `/v1.0/me/${list}`)
    expect(body.data.filter((one: any) => one.account_id !== next)).toEqual([])
  }
  const accounts = (await asUser(platform, next, '/v1.0/me/accounts')).body.data
  expect(accounts.map((one: any) => one.account_id)).toEqual([next])
}

/** Tries the first person's password where an operation asks for it; the policy then refuses the departure. */
async function passwordOpens(platform: Platform, accountId: string): Promise<boolean> {
  const as = await platform.userToken(accountId, 'account:deregister')
  const { body } = await platform.post('/v1.0/me/deregister', as, { confirm: true, password: PASSWORD })
  return body.code !== 'password_incorrect'
}

const token = (platform: Platform, accountId: string) =>
  platform.userToken(accountId, 'account:read', 'account:write', 'account:deregister')

const identityOf = async (platform: Platform, accountId: string): Promise<string> =>
  (await query(platform, 'select identity_id from account where account_id = $1', accountId))[0].identity_id

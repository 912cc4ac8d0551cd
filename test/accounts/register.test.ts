import { expect, test } from 'vitest'
import { asUser, newCode, recover, register, registered } from '../support/accounts.ts'
import { query } from '../support/database.ts'
import { must, onEachStore, type Platform } from '../support/platform.ts'

const noor = { email: 'noor@people.example' }

onEachStore((platform) => {
  test('a registered account is personal, and its token reads it', async () => {
    const account = await registered(platform(), noor)
    expect(account).toMatchObject({
      ...noor,
      phone: null,
      name: 'Noor Haddad',
      account_id: expect.stringMatching(/^acct_/),
    })
    expect((await asUser(platform(), account.account_id, '/v1.0/me')).body).toEqual({
      account_id: account.account_id,
      identity_id: account.identity_id,
      kind: 'personal',
      org_id: null,
      name: 'Noor Haddad',
      ...noor,
      phone: null,
      role: null,
      condition: 'normal',
      locale: null,
    })
  })

  test('a phone registers like an email', async () => {
    const account = await registered(platform(), { phone: '+4915112345678' })
    expect(account).toMatchObject({ email: null, phone: '+4915112345678' })
  })

  test('a code registers once', async () => {
    const code = await newCode(platform(), noor, 'register')
    expect((await register(platform(), noor, code)).status).toBe(201)
    const again = await register(platform(), noor, code)
    expect([again.status, again.body.code]).toEqual([403, 'code_invalid'])
  })

  test('20 concurrent registrations with one code make one account', async () => {
    const code = await newCode(platform(), noor, 'register')
    const answers = await Promise.all(Array.from({ length: 20 }, () => register(platform(), noor, code)))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    for (const { status, body } of answers.filter((answer) => answer.status !== 201)) {
      expect([
        [403, 'code_invalid'],
        [429, 'too_many_attempts'],
      ]).toContainEqual([status, body.code])
    }
    expect(await accountsOf(platform(), noor.email)).toHaveLength(1)
  })

  test('20 concurrent registrations with one Idempotency-Key make one account and get the same answer', async () => {
    const body = { ...noor, code: await newCode(platform(), noor, 'register'), password: 'long enough 1', name: 'Noor' }
    const send = () => platform().post('/v1.0/accounts', undefined, body, { 'idempotency-key': 'one' })
    const answers = await Promise.all(Array.from({ length: 20 }, send))
    const made = answers.filter(({ status }) => status === 201)
    expect(made.length).toBeGreaterThan(0)
    expect(new Set(made.map(({ body }) => body.account_id)).size).toBe(1)
    for (const answer of answers) expect([201, 409]).toContain(answer.status)
    expect((await send()).body).toEqual(made[0]?.body)
    expect(await accountsOf(platform(), noor.email)).toHaveLength(1)
  })

  test('S33: with the address of somebody who is a member somewhere, the account stands beside the other', async () => {
    const { org_id } = platform().organization(0)
    const member = platform().member(org_id, 'member')
    const account = await registered(platform(), { email: member.email })
    for (const accountId of [member.account_id, account.account_id]) {
      const { body } = await asUser(platform(), accountId, '/v1.0/me/accounts')
      expect(body.data.map((one: any) => [one.account_id, one.kind, one.org_id])).toEqual([
        [member.account_id, 'organization', org_id],
        [account.account_id, 'personal', null],
      ])
    }
  })

  test('S15: registering a personal account leaves the other accounts of the person as they are', async () => {
    const member = platform().member(platform().organization(0).org_id, 'member')
    const token = await platform().userToken(member.account_id, 'account:read')
    const before = await platform().get('/v1.0/me', token)
    await registered(platform(), { email: member.email }, { name: 'Another Name' })
    expect(await platform().get('/v1.0/me', token)).toMatchObject({ status: 200, body: before.body })
  })

  test('a person with a personal account learns so only with the code, which is then used up', async () => {
    await registered(platform(), noor)
    const code = await newCode(platform(), noor, 'register')
    const answer = await register(platform(), noor, code, { password: 'quite another one' })
    expect([answer.status, answer.body.code]).toEqual([409, 'account_exists'])
    expect((await register(platform(), noor, code)).body.code).toBe('code_invalid')
  })

  test('S36, S37: an email that departed with somebody else registers again, and their organisations get an event', async () => {
    const { org_id } = platform().organization(0)
    const gone = must(platform().organization(0).members[2])
    const departureId = await depart(platform(), org_id, gone, { ...noor, phone: null })
    const account = await registered(platform(), noor)
    expect(account.account_id).not.toBe(gone.account_id)
    const events = (await recycled(platform(), org_id)).map(({ data, actor }) => ({ data, actor }))
    expect(events).toEqual([
      {
        actor: { type: 'system', id: 'sendoff' },
        data: {
          departure_id: departureId,
          account_id: gone.account_id,
          identifier_type: 'email',
          identifier: noor.email,
        },
      },
    ])
    expect(await recycled(platform(), platform().organization(1).org_id)).toEqual([])
    const mine = (await asUser(platform(), account.account_id, '/v1.0/me/accounts')).body.data
    expect(mine.map(({ account_id }: any) => account_id)).toEqual([account.account_id])
    expect((await asUser(platform(), account.account_id, '/v1.0/me/organizations')).body.data).toEqual([])
    expect((await asUser(platform(), account.account_id, '/v1.0/me/notifications')).body.data).toEqual([])
  })

  test('S36, S37: so does a phone, in every organisation it departed from, once for each account', async () => {
    const phone = '+8613800138000'
    const orgIds = [platform().organization(0).org_id, platform().organization(1).org_id]
    for (const [i, org_id] of orgIds.entries()) {
      const gone = must(platform().organization(i).members[2])
      await depart(platform(), org_id, gone, { email: 'OLD@x.example', phone })
      await depart(platform(), org_id, gone, { email: null, phone })
    }
    await registered(platform(), { phone })
    for (const org_id of orgIds) {
      const events = await recycled(platform(), org_id)
      expect(events).toHaveLength(1)
      expect(events[0].data).toMatchObject({ identifier_type: 'phone', identifier: phone })
    }
  })

  test('S36: a person who returns to their own address is the same person', async () => {
    const { org_id } = platform().organization(0)
    const gone = must(platform().organization(0).members[2])
    await depart(platform(), org_id, gone, { email: gone.email.toUpperCase(), phone: null })
    await registered(platform(), { email: gone.email })
    expect(await recycled(platform(), org_id)).toEqual([])
  })

  test('the new password is that of the person from then on', async () => {
    const member = platform().member(platform().organization(0).org_id, 'member')
    const hash = async () =>
      (await query(platform(), 'select password_hash from identity where email = $1', member.email))[0].password_hash
    const before = await hash()
    await registered(platform(), { email: member.email })
    expect(await hash()).toMatch(/^\$argon2id\$/)
    expect(await hash()).not.toBe(before)
  })

  test('after registration the password can be recovered', async () => {
    await registered(platform(), noor)
    expect((await recover(platform(), noor, await newCode(platform(), noor, 'recover'))).status).toBe(204)
  })
})

const accountsOf = (platform: Platform, email: string) =>
  query(platform, 'select account_id from account where email = $1', email)

async function recycled(platform: Platform, orgId: string): Promise<any[]> {
  const rows = await query(
    platform,
    "select body from event where org_id = $1 and type = 'account.identifier_recycled'",
    orgId,
  )
  return rows.map(({ body }) => JSON.parse(body))
}

let count = 0

/** Records a departure of a member, like the platform. */
async function depart(
  platform: Platform,
  orgId: string,
  member: { account_id: string; name: string },
  address: { email: string | null; phone: string | null },
): Promise<string> {
  const departureId = `dep_${String(++count).padStart(32, '0')}`
  const [{ identity_id }] = (await query(
    platform,
    'select identity_id from account where account_id = $1',
    member.account_id,
  )) as [{ identity_id: string }]
  await query(
    platform,
    `insert into departure (org_id, departure_id, account_id, identity_id, method, initiator, actor_type, actor_id, snapshot,
       handover, handover_status, transferred, deleted, held, status, departed_at)
     values ($1, $2, $3, $4, 'self_leave', 'self', 'user', $5, $6, '{}', 'completed', 0, 0, 0, 'departed', 0)`,
    orgId,
    departureId,
    member.account_id,
    identity_id,
    member.account_id,
    JSON.stringify({ name: member.name, ...address, dept_ids: [1], role: 'member', manager_id: null }),
  )
  return departureId
}

import { expect, test } from 'vitest'
import {
  askCode,
  codeFor,
  newCode,
  otherThan,
  PASSWORD,
  recover,
  registered,
  type Target,
} from '../support/accounts.ts'
import { query } from '../support/database.ts'
import { opened, recorded } from '../support/departures.ts'
import { mei, person, stranger } from '../support/memberships.ts'
import { onEachStore } from '../support/platform.ts'

onEachStore((platform) => {
  test('S68: a person changes the address of their sign-in with a code to the new one and the password', async () => {
    const { account_id, email, password } = mei(platform())
    const before = await platform().userToken(account_id, 'account:read')
    const answer = await change(account_id, { email: 'mei@home.example' }, { password })
    expect([answer.status, answer.body]).toEqual([200, { email: 'mei@home.example', phone: null }])
    // Every earlier token of every account has ended.
    expect((await platform().get('/v1.0/me', before)).status).toBe(401)
    expect((await codeWorks({ email: 'mei@home.example' })).status).toBe(204)
    expect((await codeWorks({ email })).status).toBe(403)
    const accounts = await (await person(platform(), account_id)).accounts()
    for (const { org_id, account_id: id } of accounts.filter((one) => one.org_id !== null)) {
      const told = await recorded(platform(), org_id, 'account.address_changed', 'member.updated')
      const addresses = { address_before: email, address_after: 'mei@home.example' }
      expect(told.map(({ type, data }) => [type, data])).toEqual([
        [
          'account.address_changed',
          { account_id: id, external_id: null, initiator: 'self', identifier_type: 'email', ...addresses },
        ],
        [
          'member.updated',
          { account_id: id, external_id: null, changes: { email: { before: email, after: 'mei@home.example' } } },
        ],
      ])
      const audited = await query(
        platform(),
        `select actor_id from audit_log where org_id = '${org_id}' and action = 'me.changeAddress'`,
      )
      expect(audited).toEqual([{ actor_id: id }])
    }
  })

  test('S68: whoever gets the old mailbox then gets nothing, and a phone can take the place of an email', async () => {
    const { account_id, email, password } = mei(platform())
    const answer = await change(account_id, { phone: '+8613800000042' }, { password, replaces: 'email' })
    expect(answer.body).toEqual({ email: null, phone: '+8613800000042' })
    const next = await registered(platform(), { email })
    expect(await (await person(platform(), next.account_id)).departures()).toEqual([])
    const kept = await (await person(platform(), account_id)).accounts()
    expect(kept.map((one) => one.account_id)).not.toContain(next.account_id)
    const none = await change(account_id, { phone: '+8613800000043' }, { password, replaces: 'email' })
    expect([none.status, none.body.errors[0].pointer]).toEqual([400, '/replaces'])
  })

  test('S68: neither without the password nor without the right code, and never an address that is in use', async () => {
    const { account_id, email, password } = mei(platform())
    const other = platform().organization(0).members[0]?.email ?? ''
    const refused = async (target: Target, more: object) => {
      const { status, body } = await change(account_id, target, { password, ...more })
      return [status, body.code]
    }
    expect(await refused({ email: 'mei@home.example' }, { password: 'wrong' })).toEqual([403, 'password_incorrect'])
    expect(await refused({ email: 'mei@home.example' }, { code: '000000' })).toEqual([403, 'code_invalid'])
    expect(await refused({ email: 'mei@home.example' }, { email: 'else@home.example' })).toEqual([403, 'code_invalid'])
    expect(await refused({ email: other }, {})).toEqual([409, 'address_in_use'])
    // The code for another purpose proves another intention.
    const asked = (await askCode(platform(), { email: 'mei@home.example' }, 'register')).body.verification_id
    const code = await codeFor(platform(), { email: 'mei@home.example' }, 'register')
    expect(await refused({ email: 'mei@home.example' }, { code, verification_id: asked })).toEqual([
      403,
      'code_invalid',
    ])
    expect((await codeWorks({ email })).status).toBe(204)
  })

  test('S68: wrong codes are counted, and five end a code', async () => {
    const { account_id, password } = mei(platform())
    const given = await asked({ email: 'mei@home.example' })
    const send = async (code: string) => {
      const token = await platform().userToken(account_id, 'account:write')
      const body = { ...given, code, password }
      return (await platform().post('/v1.0/me/address', token, body)).status
    }
    for (let i = 0; i < 5; i++) expect(await send(otherThan(given.code))).toBe(403)
    expect(await send(given.code)).toBe(403)
  })

  test('S68: memberships that wait for the new address go along, and one spent identity gives it up', async () => {
    const { account_id, password } = mei(platform())
    const invited = await (await stranger(platform())).added('mei@home.example')
    expect((await change(account_id, { email: 'mei@home.example' }, { password })).status).toBe(200)
    const me = await person(platform(), account_id)
    expect((await me.invitations()).map((one) => one.account_id)).toEqual([invited])
  })

  test('S68: the preview warns of accounts elsewhere, as long as they hang on an address that the organisation knows', async () => {
    const { named, preview } = await opened(platform())
    const { account_id } = named('Mei')
    const warnings = async () => (await preview({ account_id })).body.warnings.map((one: any) => one.code)
    expect(await warnings()).toEqual(['sign_in_elsewhere'])
    expect((await preview({ account_id: named('Aiko').account_id })).body.warnings).toEqual([])
    await query(platform(), `update account set email = 'work@aster.example' where account_id = '${account_id}'`)
    expect(await warnings()).toEqual([])
  })

  test('S69: an administrator changes the address of a member who has no other account', async () => {
    const { orgId, create, token, readMember, departed } = await opened(platform())
    const email = 'john@aster.example'
    const id = await create({ name: 'John', email })
    await recover(platform(), { email }, await newCode(platform(), { email }, 'recover'))
    const old = await platform().userToken(id, 'account:read')
    const given = await asked({ email: 'john@new.example' })
    const put = (body: object) => platform().call('PUT', `/v1.0/members/${id}/address`, { token, body })
    expect((await put({ email: 'john@new.example' })).body.errors[0].pointer).toBe('/code')
    expect((await put(given)).body).toMatchObject({ account_id: id, email: 'john@new.example' })
    expect((await platform().get('/v1.0/me', old)).status).toBe(401)
    expect((await readMember(id)).accepted_at).not.toBeNull()
    expect((await codeWorks({ email: 'john@new.example' })).status).toBe(204)
    expect((await codeWorks({ email })).status).toBe(403)
    const [told] = await recorded(platform(), orgId, 'account.address_changed')
    expect(told.data).toMatchObject({ account_id: id, initiator: 'app', address_after: 'john@new.example' })
    // With a phone in its place, the lost mailbox is no way in either.
    expect((await put(await asked({ phone: '+8613800000042' }))).body).toMatchObject({
      email: null,
      phone: '+8613800000042',
    })
    await departed(id)
    expect((await put(await asked({ email: 'john@third.example' }))).body.code).toBe('already_departed')
  })

  test('S69: not of somebody with other accounts, nor of an administrator or the founder, nor to a member’s address', async () => {
    const { token, named, admin, founder, member } = await opened(platform())
    const put = async (id: string, body: object, as = token) =>
      (await platform().call('PUT', `/v1.0/members/${id}/address`, { token: as, body })).body.code
    const given = await asked({ email: 'new@home.example' })
    expect(await put(named('Mei').account_id, given)).toBe('other_accounts')
    const boss = await platform().userToken(admin.account_id, 'member:write')
    for (const one of [founder, admin]) expect(await put(one.account_id, given)).toBe('founder_required')
    expect(await put(founder.account_id, given, boss)).toBe('founder_required')
    expect(await put(admin.account_id, given, boss)).toBe('own_case')
    expect(await put(member.account_id, await asked({ email: admin.email }))).toBe('member_exists')
    const { email } = await used()
    expect(await put(member.account_id, await asked({ email }))).toBe('address_in_use')
    const top = await platform().userToken(founder.account_id, 'member:write')
    expect(await put(admin.account_id, given, top)).toBeUndefined()
  })

  test('S69: a membership that was not accepted goes to the owner of the new address, known or not', async () => {
    const { create, token, orgId } = await opened(platform())
    const { email, account_id } = await used()
    const id = await create({ name: 'Noor', email: 'typo@home.example' })
    const put = (body: object) => platform().call('PUT', `/v1.0/members/${id}/address`, { token, body })
    const known = await put({ email })
    const me = await person(platform(), account_id)
    expect((await me.invitations()).map((one) => one.account_id)).toEqual([id])
    const unknown = await put({ email: 'nobody@home.example' })
    expect(await me.invitations()).toEqual([])
    const alike = ({ email: _, ...rest }: any) => rest
    expect([known.status, alike(known.body)]).toEqual([unknown.status, alike(unknown.body)])
    expect(await recorded(platform(), orgId, 'account.address_changed')).toEqual([])
  })

  /** A person outside of the organisation. */
  async function used() {
    const email = 'somebody@people.example'
    return { email, ...(await registered(platform(), { email })) }
  }

  async function asked<One extends Target>(target: One) {
    const { verification_id } = (await askCode(platform(), target, 'change_address')).body
    return {
      ...target,
      verification_id: String(verification_id),
      code: await codeFor(platform(), target, 'change_address'),
    }
  }

  async function change(accountId: string, target: Target, more: object) {
    const token = await platform().userToken(accountId, 'account:write')
    return platform().post('/v1.0/me/address', token, { ...(await asked(target)), ...more })
  }

  const codeWorks = async (target: Target) =>
    recover(platform(), target, await newCode(platform(), target, 'recover'), PASSWORD)
})

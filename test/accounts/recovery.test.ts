import { expect, test } from 'vitest'
import { verifyPassword } from '../../packages/server/src/crypto/password.ts'
import { newCode, otherThan, PASSWORD, recover, registered } from '../support/accounts.ts'
import { query } from '../support/database.ts'
import { eventsOf, open } from '../support/members.ts'
import { ownClient, tokensFor } from '../support/oauth.ts'
import { must, onEachStore, type Platform } from '../support/platform.ts'

onEachStore((platform) => {
  test('S31: a person who cannot sign in sets a new password with a code, and the old one is invalid', async () => {
    const { email, password } = platform().member(platform().organization(0).org_id, 'member')
    expect(await verifyPassword(password, await hashOf(platform(), email))).toBe(true)
    const answer = await recover(platform(), { email }, await newCode(platform(), { email }, 'recover'))
    expect([answer.status, answer.body]).toEqual([204, ''])
    expect(await verifyPassword(PASSWORD, await hashOf(platform(), email))).toBe(true)
    expect(await verifyPassword(password, await hashOf(platform(), email))).toBe(false)
  })

  test('S31: a person who recovered signs in and deregisters with the new password', async () => {
    const { orgId, named } = await open(platform())
    const { account_id, email } = named('Aiko')
    expect((await recover(platform(), { email }, await newCode(platform(), { email }, 'recover'))).status).toBe(204)
    const scope = 'account:read account:deregister'
    const person = { account_id, email, password: PASSWORD }
    const { access_token } = await tokensFor(platform(), ownClient, person, { scope })
    const body = { confirm: true, password: PASSWORD }
    const gone = await platform().post('/v1.0/me/deregister', access_token, body)
    expect([gone.status, gone.body.account_id]).toEqual([200, account_id])
    expect((await platform().get('/v1.0/me', access_token)).status).toBe(401)
    const departed = await eventsOf(platform(), orgId, 'member.departed')
    expect(departed.map(({ data }) => [data.account_id, data.initiator])).toEqual([[account_id, 'self']])
  })

  test('S31: every earlier token of every account of the person is refused, and a new one is valid', async () => {
    const personal = must(platform().data.personal_accounts[0])
    const accounts = [
      personal.account_id,
      ...[0, 1].map(
        (i) =>
          must(
            platform()
              .organization(i)
              .members.find(({ email }) => email === personal.email),
          ).account_id,
      ),
    ]
    const stranger = platform().member(platform().organization(0).org_id, 'admin').account_id
    const me = async (token: string) => (await platform().get('/v1.0/me', token)).status
    const tokenOf = (accountId: string) => platform().userToken(accountId, 'account:read')
    const [before, others] = [await Promise.all(accounts.map(tokenOf)), await tokenOf(stranger)]
    expect(await Promise.all(before.map(me))).toEqual([200, 200, 200])
    const { email } = personal
    expect((await recover(platform(), { email }, await newCode(platform(), { email }, 'recover'))).status).toBe(204)
    const refused = await platform().get('/v1.0/me', must(before[0]))
    expect([refused.status, refused.body.code]).toEqual([401, 'token_revoked'])
    expect(await Promise.all(before.map(me))).toEqual([401, 401, 401])
    expect(await Promise.all((await Promise.all(accounts.map(tokenOf))).map(me))).toEqual([200, 200, 200])
    expect(await me(others)).toBe(200)
  })

  test('S31: every organisation of the person has in its audit log that the password was replaced, and from where', async () => {
    const personal = must(platform().data.personal_accounts[0])
    const { email } = personal
    const members = [0, 1].map((i) => {
      const { org_id, members } = platform().organization(i)
      return { org_id, ...must(members.find((member) => member.email === email)) }
    })
    const log = async (orgId: string, action: string) => {
      const app = must(platform().organizationOf(orgId).apps[0])
      const token = await platform().clientToken(app, ['audit:read'])
      return (await platform().get(`/v1.0/audit-logs?action=${action}`, token)).body.data
    }
    const wrong = await recover(platform(), { email }, otherThan(await newCode(platform(), { email }, 'recover')))
    expect(wrong.status).toBe(403)
    for (const { org_id } of members) expect(await log(org_id, 'recovery.create')).toEqual([])
    const answer = await recover(platform(), { email }, await newCode(platform(), { email }, 'recover'))
    for (const { org_id, account_id } of members) {
      expect(await log(org_id, 'recovery.create')).toMatchObject([
        {
          actor: { type: 'user', id: account_id },
          target_id: account_id,
          before: { password: 'former' },
          after: { password: 'replaced' },
          address: expect.stringContaining('127.0.0.1'),
          request_id: answer.headers.get('x-request-id'),
        },
      ])
    }
    expect(await log(platform().organization(2).org_id, 'recovery.create')).toEqual([])

    const { named, orgId } = await open(platform())
    const { account_id, email: other } = named('Aiko')
    await registered(platform(), { email: other })
    expect(await log(orgId, 'accounts.register')).toMatchObject([{ target_id: account_id }])
  })

  test('the count of wrong passwords is reset', async () => {
    const { account_id, email } = platform().member(platform().organization(0).org_id, 'member')
    const count = (subject: string) =>
      query(platform(), 'insert into counter (subject, count, window_ends_at) values ($1, 0, 9000000000000)', subject)
    await count(`password:${account_id}`)
    await count('password:acct_other')
    await recover(platform(), { email }, await newCode(platform(), { email }, 'recover'))
    const left = await query(platform(), "select subject from counter where subject like 'password:%'")
    expect(left.map(({ subject }) => subject)).toEqual(['password:acct_other'])
  })

  test('an unknown address gets the answer of a wrong code', async () => {
    const noor = { email: 'noor@people.example' }
    const answer = await recover(platform(), noor, await newCode(platform(), noor, 'recover'))
    expect([answer.status, answer.body.code]).toEqual([403, 'code_invalid'])
  })

  test('20 concurrent recoveries with one code set one password', async () => {
    const noor = { email: 'noor@people.example' }
    await registered(platform(), noor)
    const code = await newCode(platform(), noor, 'recover')
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => recover(platform(), noor, code, `password number ${i}`)),
    )
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1)
    const winner = answers.findIndex(({ status }) => status === 204)
    expect(await verifyPassword(`password number ${winner}`, await hashOf(platform(), noor.email))).toBe(true)
  })
})

const hashOf = async (platform: Platform, email: string): Promise<string> =>
  (await query(platform, 'select password_hash from identity where email = $1', email))[0].password_hash

import { scopes } from '@sendoff/api'
import { decodeJwt } from 'jose'
import { expect, test } from 'vitest'
import { must, onEachStore } from '../support/platform.ts'

const PATH = '/v1.0/sandbox/user-tokens'

onEachStore((platform) => {
  const founder = () => platform().member(platform().organization(0).org_id, 'founder')

  test('a user token acts as the account in its organisation', async () => {
    const { org_id, name } = platform().organization(0)
    const { status, body } = await platform().post(PATH, undefined, {
      account_id: founder().account_id,
      scopes: ['org:read'],
    })
    expect(status).toBe(200)
    expect(body).toEqual({
      access_token: expect.any(String),
      token_type: 'Bearer',
      expires_in: 3600,
      scope: 'org:read',
    })
    expect((await platform().get('/v1.0/organization', body.access_token)).body).toMatchObject({ org_id, name })
    expect(decodeJwt(body.access_token)).toMatchObject({ sub: founder().account_id, org_id })
  })

  test('every scope can be requested, also for an ordinary member, and is in the token', async () => {
    const { account_id } = platform().member(platform().organization(0).org_id, 'member')
    const { body } = await platform().post(PATH, undefined, { account_id, scopes })
    expect(body.scope.split(' ').sort()).toEqual([...scopes].sort())
    expect(decodeJwt(body.access_token).scope).toBe(body.scope)
    const twice = await platform().post(PATH, undefined, { account_id, scopes: ['org:read', 'org:read'] })
    expect(twice.body.scope).toBe('org:read')
  })

  test('an unknown account is not found, nor one from before a reset', async () => {
    const { account_id } = founder()
    const unknown = await platform().post(PATH, undefined, { account_id: 'acct_unknown', scopes: ['org:read'] })
    expect([unknown.status, unknown.body.code]).toEqual([404, 'account_not_found'])
    await platform().reset()
    const gone = await platform().post(PATH, undefined, { account_id, scopes: ['org:read'] })
    expect([gone.status, gone.body.code]).toEqual([404, 'account_not_found'])
  })

  test('unknown scopes, no scopes, and unknown fields are refused with a pointer', async () => {
    const refused: [rest: object, pointer: string][] = [
      [{ scopes: ['org:everything'] }, '/scopes/0'],
      [{ scopes: [] }, '/scopes'],
      [{}, '/scopes'],
      [{ scopes: ['org:read'], role: 'founder' }, '/role'],
    ]
    for (const [rest, pointer] of refused) {
      const { status, body } = await platform().post(PATH, undefined, { account_id: founder().account_id, ...rest })
      expect([status, body.code], pointer).toEqual([400, 'invalid_request'])
      expect(body.errors).toMatchObject([{ in: 'body', pointer }])
    }
  })

  test('a personal account has a token that acts in no organisation', async () => {
    const { account_id } = must(platform().data.personal_accounts[0])
    const token = await platform().userToken(account_id, 'org:read', 'account:read')
    expect(decodeJwt(token)).not.toHaveProperty('org_id')
    const { status, body } = await platform().get('/v1.0/organization', token)
    expect([status, body.code]).toEqual([403, 'org_not_authorized'])
  })

  test("a frozen account's token is refused with its condition and whom to ask", async () => {
    for (const { members } of platform().data.organizations) {
      const frozen = must(members.find(({ condition }) => condition === 'frozen'))
      const token = await platform().userToken(frozen.account_id, 'org:read')
      const { status, body } = await platform().get('/v1.0/organization', token)
      expect(status).toBe(403)
      expect(body).toMatchObject({
        code: 'account_restricted',
        condition: 'frozen',
        remediation: { action: 'contact_admin' },
      })
    }
  })

  test('one person acts as each of their accounts with a token for that account', async () => {
    const [personal] = platform().data.personal_accounts
    for (const { org_id, members } of platform().data.organizations) {
      const account = members.find(({ email }) => email === personal?.email)
      if (!account) continue
      const token = await platform().userToken(account.account_id, 'org:read')
      expect((await platform().get('/v1.0/organization', token)).body).toMatchObject({ org_id })
    }
  })

  test('there are no verification codes yet', async () => {
    const { status, body } = await platform().get('/v1.0/sandbox/verification-codes?limit=10')
    expect(status).toBe(200)
    expect(body).toEqual({ data: [], next_cursor: null })
  })
})

import { userScopes } from '@sendoff/api'
import { afterEach, describe, expect, test, vi } from 'vitest'
import {
  actAs,
  atOnce,
  claimsOf,
  createApp,
  ownClient,
  type Person,
  readWith,
  refresh,
  thirdPartyClient,
  tokensFor,
} from '../support/oauth.ts'
import { must, onEachStore, type Role } from '../support/platform.ts'

onEachStore((platform) => {
  afterEach(() => void vi.useRealTimers())
  const organization = () => platform().organization(1)
  const person = (role: Role) => platform().member(organization().org_id, role)
  const later = (seconds: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + seconds * 1000 })

  describe('of a public client', () => {
    test('is replaced at each use, and its reuse ends the whole family', async () => {
      const first = await tokensFor(platform(), ownClient, person('member'))
      const second = (await refresh(platform(), ownClient, first.refresh_token)).body
      expect(second.refresh_token).not.toBe(first.refresh_token)
      expect(await readWith(platform(), second.access_token)).toEqual([200, undefined])
      const reused = await refresh(platform(), ownClient, first.refresh_token)
      expect([reused.status, reused.body.error]).toEqual([400, 'invalid_grant'])
      const dead = await refresh(platform(), ownClient, second.refresh_token)
      expect([dead.status, dead.body.error]).toEqual([400, 'invalid_grant'])
      for (const { access_token } of [first, second]) {
        expect(await readWith(platform(), access_token)).toEqual([401, 'token_revoked'])
      }
    })

    test('is used by one of twenty simultaneous requests', async () => {
      const { refresh_token } = await tokensFor(platform(), ownClient, person('member'))
      const answers = await atOnce(20, () => refresh(platform(), ownClient, refresh_token))
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
      for (const { status, body } of answers) if (status !== 200) expect(body.error).toBe('invalid_grant')
    })

    test('ends one family and no other of the same person', async () => {
      const one = await tokensFor(platform(), ownClient, person('member'))
      const other = await tokensFor(platform(), ownClient, person('member'))
      await refresh(platform(), ownClient, one.refresh_token)
      await refresh(platform(), ownClient, one.refresh_token)
      expect(await readWith(platform(), one.access_token)).toEqual([401, 'token_revoked'])
      expect(await readWith(platform(), other.access_token)).toEqual([200, undefined])
      expect((await refresh(platform(), ownClient, other.refresh_token)).status).toBe(200)
    })
  })

  describe('of a confidential client', () => {
    test('that repeats its request within half a minute gets the same successor, because an answer can be lost', async () => {
      const client = thirdPartyClient(platform())
      const first = await tokensFor(platform(), client, person('admin'))
      const answers = await atOnce(20, () => refresh(platform(), client, first.refresh_token))
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
      const successors = new Set(answers.map(({ body }) => body.refresh_token))
      expect([successors.size, successors.has(first.refresh_token)]).toEqual([1, false])
      const [successor] = successors
      expect((await refresh(platform(), client, successor)).status).toBe(200)
    })

    test('that repeats it later ends the whole family', async () => {
      const client = thirdPartyClient(platform())
      const first = await tokensFor(platform(), client, person('admin'))
      const second = (await refresh(platform(), client, first.refresh_token)).body
      later(31)
      expect((await refresh(platform(), client, first.refresh_token)).body.error).toBe('invalid_grant')
      expect((await refresh(platform(), client, second.refresh_token)).body.error).toBe('invalid_grant')
      expect(await readWith(platform(), second.access_token)).toEqual([401, 'token_revoked'])
    })

    test('is useless to another client, whose attempt changes nothing', async () => {
      const client = thirdPartyClient(platform())
      const other = await createApp(platform(), organization().org_id, {})
      const { refresh_token } = await tokensFor(platform(), client, person('admin'))
      const stolen = await refresh(platform(), other, refresh_token)
      expect([stolen.status, stolen.body.error]).toEqual([400, 'invalid_grant'])
      const unproven = await refresh(platform(), { ...client, client_secret: 'osk_wrong' }, refresh_token)
      expect([unproven.status, unproven.body.error]).toEqual([401, 'invalid_client'])
      expect((await refresh(platform(), client, refresh_token)).status).toBe(200)
    })
  })

  test('may ask for less, and never for more', async () => {
    const client = thirdPartyClient(platform())
    const { refresh_token } = await tokensFor(platform(), client, person('admin'), { scope: 'org:read event:read' })
    const more = await refresh(platform(), client, refresh_token, { scope: 'org:read org:unlink' })
    expect([more.status, more.body.error]).toEqual([400, 'invalid_scope'])
    const less = await refresh(platform(), client, refresh_token, { scope: 'org:read' })
    expect([less.status, claimsOf(less.body.access_token).scope]).toEqual([200, 'org:read'])
  })

  test('an access token is not accepted as a refresh token, nor the other way round', async () => {
    const client = thirdPartyClient(platform())
    const { access_token, refresh_token } = await tokensFor(platform(), client, person('admin'))
    expect((await refresh(platform(), client, access_token)).body.error).toBe('invalid_grant')
    expect(await readWith(platform(), refresh_token)).toEqual([401, 'token_invalid'])
  })

  test('is valid for thirty days', async () => {
    const client = thirdPartyClient(platform())
    const { refresh_token } = await tokensFor(platform(), client, person('admin'))
    later(30 * 24 * 3600 + 1)
    expect((await refresh(platform(), client, refresh_token)).body.error).toBe('invalid_grant')
  })

  describe('no longer works', () => {
    const ENDS: [string, (account: string) => Promise<unknown>][] = [
      [
        'after the account was frozen',
        async (account) => {
          const act = await actAs(platform(), person('founder').account_id, 'member:condition:write', 'member:write')
          // Another administrator, because the last one can’t be restricted.
          await act('PUT', `/v1.0/members/${person('member').account_id}/role`, { role: 'admin' })
          return act('PUT', `/v1.0/members/${account}/condition`, { condition: 'frozen' })
        },
      ],
      [
        'after the account was offboarded',
        async (account_id) => {
          const act = await actAs(platform(), person('founder').account_id, 'member:offboard')
          return act('POST', '/v1.0/offboardings', { account_id, reason_code: 'restructuring' })
        },
      ],
    ]
    test.each(ENDS)('%s', async (_, end) => {
      const member = person('member')
      const { access_token, refresh_token } = await tokensFor(platform(), ownClient, member)
      expect((await end(member.account_id)) as object).toMatchObject({ status: expect.toSatisfy((s) => s < 300) })
      expect((await readWith(platform(), access_token))[0]).not.toBe(200)
      expect((await refresh(platform(), ownClient, refresh_token)).body.error).toBe('invalid_grant')
    })

    test('when the person who authorised the app is no longer an administrator; the authorization stays', async () => {
      const client = thirdPartyClient(platform())
      const organizationNow = platform().organization(0)
      const admin: Person = must(organizationNow.members.find(({ role }) => role === 'admin'))
      const founder = must(organizationNow.members.find(({ role }) => role === 'founder'))
      const other = must(
        organizationNow.members.find(({ role, condition }) => role === 'member' && condition === 'normal'),
      )
      const { access_token, refresh_token } = await tokensFor(platform(), client, admin)
      const act = await actAs(platform(), founder.account_id, 'member:write')
      await act('PUT', `/v1.0/members/${other.account_id}/role`, { role: 'admin' })
      const demoted = await act('PUT', `/v1.0/members/${admin.account_id}/role`, { role: 'member' })
      expect(demoted.status).toBe(200)
      expect((await refresh(platform(), client, refresh_token)).body.error).toBe('invalid_grant')
      expect(await readWith(platform(), access_token)).toEqual([200, undefined])
      const resource = `${platform().base}/v1.0/organizations/${organizationNow.org_id}`
      expect((await platform().askToken(client, { scope: 'org:read', resource })).status).toBe(200)
    })

    test('with the scopes of a role that the account lost', async () => {
      const organizationNow = platform().organization(0)
      const admin: Person = must(organizationNow.members.find(({ role }) => role === 'admin'))
      const founder = must(organizationNow.members.find(({ role }) => role === 'founder'))
      const other = must(
        organizationNow.members.find(({ role, condition }) => role === 'member' && condition === 'normal'),
      )
      const { refresh_token, scope } = await tokensFor(platform(), ownClient, admin, {
        scope: 'org:read member:offboard',
      })
      expect(scope).toBe('org:read member:offboard')
      const act = await actAs(platform(), founder.account_id, 'member:write')
      await act('PUT', `/v1.0/members/${other.account_id}/role`, { role: 'admin' })
      await act('PUT', `/v1.0/members/${admin.account_id}/role`, { role: 'member' })
      const { status, body } = await refresh(platform(), ownClient, refresh_token)
      expect([status, body.scope]).toEqual([200, 'org:read'])
    })

    test('after the app was suspended, even when it is active again', async () => {
      const client = await createApp(platform(), organization().org_id, { scopes: ['org:read'] })
      const { access_token, refresh_token } = await tokensFor(platform(), client, person('admin'))
      const act = await actAs(platform(), person('founder').account_id, ...userScopes)
      await act('PATCH', `/v1.0/apps/${client.app_id}`, { status: 'suspended' })
      expect((await refresh(platform(), client, refresh_token)).body.error).toBe('invalid_client')
      await act('PATCH', `/v1.0/apps/${client.app_id}`, { status: 'active' })
      expect((await refresh(platform(), client, refresh_token)).body.error).toBe('invalid_grant')
      expect(await readWith(platform(), access_token)).toEqual([401, 'token_revoked'])
    })
  })
})

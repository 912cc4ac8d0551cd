import { userScopes } from '@sendoff/api'
import { expect, test } from 'vitest'
import { query } from '../support/database.ts'
import { expectRefused } from '../support/departures.ts'
import { open } from '../support/members.ts'
import { onEachStore } from '../support/platform.ts'

onEachStore((platform) => {
  async function world() {
    const { orgId, founder, admin, named } = await open(platform())
    const token = await platform().userToken(founder.account_id, ...userScopes)
    const call = (method: string, path: string, body: object) =>
      platform().call(method, `/v1.0/${path}`, { token, body })
    const second = named('Alan').account_id
    expect((await call('PUT', `members/${second}/role`, { role: 'admin' })).status).toBe(200)
    return { orgId, admin, second, call }
  }

  const UNABLE: [string, string][] = [
    ...['frozen', 'banned', 'suspended', 'abnormal'].map((condition): [string, string] => [
      condition,
      `update account set condition = '${condition}' where account_id = `,
    ]),
    [
      'somebody who never set a password',
      `update identity set password_hash = '!' where identity_id = (select identity_id from account where account_id = `,
    ],
  ]
  test.each(UNABLE)(
    'beside one who is %s the last administrator is not demoted, offboarded or restricted',
    async (_, makeUnable) => {
      const it = await world()
      await query(platform(), `${makeUnable}'${it.second}'${makeUnable.includes('(') ? ')' : ''}`)
      const { account_id } = it.admin
      const refused: [number, string] = [409, 'last_admin']
      const requests: [string, string, object][] = [
        ['PUT', `members/${account_id}/role`, { role: 'member' }],
        ['POST', 'offboardings', { account_id, reason_code: 'other' }],
        ['POST', 'offboardings', { account_id, reason_code: 'other', effective_at: '2999-01-01T00:00:00Z' }],
        ...['frozen', 'banned', 'suspended', 'abnormal'].map((condition): [string, string, object] => [
          'PUT',
          `members/${account_id}/condition`,
          { condition },
        ]),
      ]
      for (const [method, path, body] of requests) {
        await expectRefused(platform(), it.orgId, refused, () => it.call(method, path, body))
      }
      // An administrator who can't act is not the last who can.
      expect((await it.call('PUT', `members/${it.second}/role`, { role: 'member' })).status).toBe(200)
    },
  )

  test('one of two administrators may be restricted; the remaining one only after a release', async () => {
    const it = await world()
    const condition = (accountId: string, to: string) =>
      it.call('PUT', `members/${accountId}/condition`, { condition: to })
    expect((await condition(it.second, 'frozen')).status).toBe(200)
    await expectRefused(platform(), it.orgId, [409, 'last_admin'], () => condition(it.admin.account_id, 'frozen'))
    expect((await condition(it.second, 'normal')).status).toBe(200)
    expect((await condition(it.admin.account_id, 'frozen')).status).toBe(200)
    // Changing a restriction removes no acting administrator.
    expect((await condition(it.admin.account_id, 'banned')).status).toBe(200)
  })

  test('when the founder restricts two administrators concurrently, one stays', async () => {
    for (let round = 0; round < 20; round++) {
      await platform().reset()
      const it = await world()
      const both = [it.admin.account_id, it.second]
      const answers = await Promise.all(
        both.map((accountId) => it.call('PUT', `members/${accountId}/condition`, { condition: 'frozen' })),
      )
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    }
  })
})

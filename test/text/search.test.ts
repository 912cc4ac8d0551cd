import { expect, test } from 'vitest'
import { fillSearch } from '../../packages/server/src/clean-up/fill-search.ts'
import { withoutRowLocks } from '../../packages/server/src/store/sqlite.ts'
import { rows } from '../support/database.ts'
import { open } from '../support/members.ts'
import { onEachStore } from '../support/platform.ts'

onEachStore((platform) => {
  /** Does the part of the clean-up, which comes round each minute. */
  const fill = () =>
    rows(platform(), (db) => {
      const isShared = platform().config.databaseUrl !== undefined
      const own = isShared ? db : db.withPlugin(withoutRowLocks)
      return fillSearch({ transaction: (run) => own.transaction().execute(run) })
    })
  const find = async (orgId: string, q: string, more = ''): Promise<string[]> => {
    const token = await platform().appToken(orgId, 'member:read')
    const { body } = await platform().get(`/v1.0/members?q=${encodeURIComponent(q)}${more}`, token)
    return body.data.map(({ name }: { name: string }) => name)
  }

  test('S91: members are found by every spelling of their name, email, phone and number', async () => {
    const { orgId } = await open(platform())
    const token = await platform().appToken(orgId, 'member:write')
    const people = [
      { name: 'Jürgen Straße', email: 'js@bücher.example', phone: '+49 1520 1234567', external_id: 'Ärzte-0042' },
      { name: 'İbrahim Işık', email: 'ii@people.example', external_id: '５１' },
      { name: 'Οδυσσέας', email: 'od@people.example' },
      { name: '김철수', email: 'kim@people.example' },
      { name: 'Ａｎｎａ 100%_!', email: 'an@people.example' },
    ]
    for (const person of people) expect((await platform().post('/v1.0/members', token, person)).status).toBe(201)
    const found: Record<string, string[]> = {
      'Jürgen Straße': [
        'JURGEN',
        'Ju\u0308rgen strasse',
        'STRAẞE',
        'js@bücher',
        'JS@XN--BCHER-KVA',
        'ärzte-0042',
        'ARZTE',
        '0042',
      ],
      'İbrahim Işık': ['ibrahim', 'IBRAHIM', 'ışık', 'ISIK', 'isik', 'i\u0307brahim', '51'],
      Οδυσσέας: ['ΟΔΥΣΣΕΑΣ', 'οδυσσεας', 'οδυσσέασ'],
      김철수: ['\u1100\u1175\u11b7철', '김철'],
      'Ａｎｎａ 100%_!': ['anna', 'ＡＮＮＡ', '100%_!', '０％', '_!'],
    }
    for (const [name, spellings] of Object.entries(found)) {
      for (const q of spellings) expect([q, await find(orgId, q)]).toEqual([q, [name]])
    }
    for (const q of [
      '+49 1520 1234567',
      '0049 (0)1520-1234567',
      '01520 123',
      '(01520) 1234567',
      '1520-123',
      '+491520',
    ]) {
      expect([q, await find(orgId, q)]).toEqual([q, ['Jürgen Straße']])
    }
    for (const q of ['0%0', 'jurgen\nstrasse x', 'example\nx', '\\']) expect([q, await find(orgId, q)]).toEqual([q, []])
    const nothing = await platform().get('/v1.0/members?q=%E2%80%8B', await platform().appToken(orgId, 'member:read'))
    expect([nothing.status, nothing.body.code]).toEqual([400, 'invalid_request'])
  })

  test('a changed name and number are found, and the former ones no longer', async () => {
    const { orgId, member } = await open(platform())
    const token = await platform().appToken(orgId, 'member:write')
    const body = { name: 'Zoë Ōe', external_id: 'Q-7' }
    await platform().call('PATCH', `/v1.0/members/${member.account_id}`, { token, body })
    for (const q of ['zoe oe', 'q-7', member.email]) expect([q, await find(orgId, q)]).toEqual([q, ['Zoë Ōe']])
    expect(await find(orgId, member.name)).toEqual([])
  })

  test('accounts that a server of the version before changed are found: at once in ASCII, soon in every spelling', async () => {
    const { orgId, member } = await open(platform())
    await rows(platform(), (db) =>
      db.updateTable('account').set({ name: 'Straße' }).where('account_id', '=', member.account_id).execute(),
    )
    expect(await find(orgId, 'stra')).toEqual(['Straße'])
    expect(await find(orgId, member.name)).toEqual([])
    await fill()
    expect(await find(orgId, 'STRASSE')).toEqual(['Straße'])
  })

  test('nothing that a purged account was found by stays', async () => {
    const { orgId, member } = await open(platform())
    const token = await platform().appToken(orgId, 'member:offboard')
    await platform().post('/v1.0/offboardings', token, { account_id: member.account_id, reason_code: 'other' })
    expect(await find(orgId, member.name.toUpperCase(), '&status=departed')).toEqual([member.name])
    await platform().advance('P31D')
    await fill()
    const kept = await rows(platform(), (db) =>
      db
        .selectFrom('account')
        .select(['search_name', 'search_contacts'])
        .where('account_id', '=', member.account_id)
        .execute(),
    )
    expect(kept).toEqual([{ search_name: null, search_contacts: null }])
  })
})

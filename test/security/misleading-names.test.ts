import { expect, test } from 'vitest'
import { registered } from '../support/accounts.ts'
import { rows } from '../support/database.ts'
import { open } from '../support/members.ts'
import { must, onEachStore } from '../support/platform.ts'
import { signedIn } from '../support/sign-in.ts'
import { textOf } from '../support/visitor.ts'

const OWN = [
  'Sendoff',
  'sendoff',
  'ＳＥＮＤＯＦＦ',
  'Sendoﬀ',
  'Sеndоff',
  'S3nd0ff',
  'Śëndöff',
  'Send-off',
  'S e n d o f f',
  'Send\u200Doff',
  'Sendoff Support',
  'The SendoffTeam',
  '𝓢𝓮𝓷𝓭𝓸𝓯𝓯',
]
const INVISIBLE = [
  'pay\u202Eorp',
  'a\u2066b',
  'a\u200Bb',
  'a\u200Eb',
  'a\u00ADb',
  'a\uFEFFb',
  'a\nb',
  'a\u2028b',
  'a\u{E0041}b',
  'a\u0085b',
]
const FINE = [
  'Send Off Logistics',
  'Sender of flowers',
  '送别',
  'Çalışkan & Söhne',
  'می\u200Cخواهم',
  '👩\u200D💻 Tools',
]

onEachStore((platform) => {
  test('nobody can give an app or an organisation the platform’s name, or a name with invisible characters', async () => {
    const { orgId, founder } = await open(platform(), 1)
    const token = await platform().userToken(founder.account_id, 'app:write', 'org:write', 'org:read')
    const person = await registered(platform(), { email: 'noor@people.example' })
    const personal = await platform().userToken(person.account_id, 'account:write')
    const app = { kind: 'internal', scopes: ['org:read'] }
    const made = await platform().post('/v1.0/apps', token, { ...app, name: 'Fine' })
    expect(made.status).toBe(201)
    const ways: ((name: string) => ReturnType<ReturnType<typeof platform>['call']>)[] = [
      (name) => platform().post('/v1.0/apps', token, { ...app, name }),
      (name) => platform().call('PATCH', `/v1.0/apps/${made.body.app_id}`, { token, body: { name } }),
      (name) => platform().call('PATCH', '/v1.0/organization', { token, body: { name } }),
      (name) => platform().post('/v1.0/organizations', personal, { name }),
    ]
    for (const [i, names, detail] of [
      [0, OWN, 'must not read as the name of this platform'],
      [0, INVISIBLE, expect.stringContaining('control or invisible characters')],
    ] as const) {
      for (const name of names) {
        const { status, body } = await must(ways[i])(name)
        expect([name, status, body.errors]).toEqual([name, 400, [{ in: 'body', pointer: '/name', detail }]])
      }
    }
    for (const way of ways.slice(1)) {
      for (const name of ['Sеndoff', 'pay\u202Eorp']) expect((await way(name)).body.code).toBe('invalid_request')
      for (const name of FINE.slice(0, 2)) expect((await way(name)).status).toBeLessThan(300)
    }
    for (const name of FINE) {
      expect((await platform().call('PATCH', `/v1.0/apps/${made.body.app_id}`, { token, body: { name } })).status).toBe(
        200,
      )
    }
    const { body } = await platform().get('/v1.0/organization', token)
    expect([body.org_id, body.name]).toEqual([orgId, FINE[1]])
  })

  test('older names, and those of people, are shown without characters that change the reading of a page', async () => {
    await rows(platform(), (db) =>
      db.updateTable('app').set({ name: 'Pay\u202Eorp' }).where('kind', '=', 'third_party').execute(),
    )
    await rows(platform(), (db) => db.updateTable('organization').set({ name: 'Ast\u2067er' }).execute())
    const { admin } = await open(platform(), 1)
    await rows(platform(), (db) =>
      db.updateTable('account').set({ name: 'An\u200Bton' }).where('account_id', '=', admin.account_id).execute(),
    )
    const { visitor, page, accounts } = await signedIn(platform(), admin)
    const consent = await visitor.submit(accounts, '/account', { account_id: admin.account_id })
    for (const { html } of [page, accounts, consent]) {
      expect(html).not.toMatch(/[\u200B\u202A-\u202E\u2066-\u2069]/)
      expect(textOf(html)).toContain('Payorp')
    }
    expect(textOf(consent.html)).toContain('Aster')
    expect(textOf(consent.html)).toContain('Anton')
  })
})

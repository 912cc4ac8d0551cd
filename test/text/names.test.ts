import { expect, test } from 'vitest'
import { newCode, register } from '../support/accounts.ts'
import { open } from '../support/members.ts'
import { onEachStore } from '../support/platform.ts'

const MISLEADING = ['\u202eadA', 'Ada\u0007', 'A\nB', 'A\u200bB', 'A\u2066B']
const BLANK = ['\u200b', '\u3164', '\u2800', '\u00ad\u200d', '\u3000']

onEachStore((platform) => {
  test('S88: names of people, departments, things and apps are visible, on one line, and trimmed', async () => {
    const { orgId, organization, member } = await open(platform())
    const app = await platform().appToken(orgId, 'member:write', 'org:write', 'resource:write')
    const founder = await platform().userToken(
      organization.members.find(({ role }) => role === 'founder')?.account_id ?? '',
      'app:write',
      'org:write',
    )
    const patch = (path: string, body: object) => platform().call('PATCH', path, { token: app, body })
    let count = 0
    const named: Record<string, (name: string) => Promise<{ status: number; body: any }>> = {
      'members.create': (name) => platform().post('/v1.0/members', app, { name, email: `n${++count}@people.example` }),
      'members.update': (name) => patch(`/v1.0/members/${member.account_id}`, { name }),
      'organization.update': (name) => patch('/v1.0/organization', { name }),
      'departments.create': (name) => platform().post('/v1.0/departments', app, { name }),
      'resources.upsert': (name) =>
        platform().post('/v1.0/resources', app, {
          resources: [{ external_id: 'one', kind: 'document', name, owner_id: member.account_id }],
        }),
      'apps.create': (name) =>
        platform().post('/v1.0/apps', founder, { name, kind: 'internal', scopes: ['org:write'] }),
      'accounts.register': async (name) => {
        const target = { email: `r${++count}@people.example` }
        return register(platform(), target, await newCode(platform(), target, 'register'), { name })
      },
    }
    for (const [id, give] of Object.entries(named)) {
      for (const name of [...MISLEADING, ...BLANK]) {
        const { status, body } = await give(name)
        expect([id, name, status, body.code]).toEqual([id, name, 400, 'invalid_request'])
        expect(body.errors[0].pointer).toMatch(/name$/)
      }
      for (const [typed, kept] of [
        [' \u3000Ada\u0301 👩\u200d🔬\u00a0', 'Adá 👩\u200d🔬'],
        ['علی\u200cرضا', 'علی\u200cرضا'],
      ] as const) {
        const { status, body } = await give(typed)
        expect([id, Math.floor(status / 100)]).toEqual([id, 2])
        if (id !== 'resources.upsert') expect([id, body.name]).toEqual([id, kept])
      }
    }
  })

  test('reasons may have several lines, and no other control characters', async () => {
    const { orgId, member } = await open(platform())
    const token = await platform().appToken(orgId, 'member:condition:write')
    const set = (reason_text: string) =>
      platform().call('PUT', `/v1.0/members/${member.account_id}/condition`, {
        token,
        body: { condition: 'frozen', reason_text },
      })
    const bell = await set('one\u0007')
    expect([bell.status, bell.body.errors[0].detail]).toEqual([
      400,
      'must not contain control characters other than line breaks',
    ])
    expect((await set('one\r\ntwo')).status).toBe(200)
  })

  test('S88: an organisation is confirmed by its name as a person reads it, with its capitals', async () => {
    const { founder, orgId } = await open(platform())
    const token = await platform().userToken(founder.account_id, 'org:dissolve', 'org:write')
    const rename = (name: string) => platform().call('PATCH', '/v1.0/organization', { token, body: { name } })
    expect((await rename('Café  Ａster')).status).toBe(200)
    const ask = (confirm_name: string) =>
      platform().post('/v1.0/organization/dissolution', token, { reason_code: 'no_longer_used', confirm_name })
    for (const other of ['café Aster', 'Cafe Aster', 'Café', '', '\u200b']) {
      const { status, body } = await ask(other)
      expect([other, status, body.code]).toEqual([
        other,
        400,
        other === '' ? 'invalid_request' : 'confirm_name_mismatch',
      ])
    }
    expect([(await ask(' Cafe\u0301\u00a0Aster\n')).status, orgId]).toEqual([202, orgId])
  })
})

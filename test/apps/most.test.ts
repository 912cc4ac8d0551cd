import { expect, test } from 'vitest'
import { newId } from '../../packages/server/src/ids.ts'
import { administratorOf } from '../support/apps.ts'
import { rows } from '../support/database.ts'
import { createApp, requestOf } from '../support/oauth.ts'
import { onEachStore } from '../support/platform.ts'
import { expectRefused } from '../support/refused.ts'
import { offered, said } from '../support/sign-in.ts'
import { Visitor } from '../support/visitor.ts'

const MOST = 100
const command = { name: 'One more', kind: 'internal', scopes: ['org:read'] }

onEachStore((platform) => {
  const orgId = () => platform().organization(0).org_id

  /** Adds rows until an organisation has a number of apps. */
  async function fillWithApps(upTo: number): Promise<string[]> {
    const known = platform().organizationOf(orgId()).apps.length
    const made = Array.from({ length: upTo - known }, (_, i) => ({
      app_id: newId('app'),
      org_id: orgId(),
      kind: 'internal' as const,
      name: `App ${i}`,
      status: i % 2 === 0 ? ('active' as const) : ('suspended' as const),
      scopes: '["org:read"]',
      redirect_uris: '[]',
      auth_method: 'client_secret_basic' as const,
      jwks: null,
      generation: newId('gen'),
      created_at: Date.now(),
    }))
    await rows(platform(), (db) => db.insertInto('app').values(made).execute())
    return made.map(({ app_id }) => app_id)
  }

  test('an organisation owns a hundred apps, including suspended ones, and another once one is deleted', async () => {
    const admin = await administratorOf(platform(), orgId())
    const [first] = await fillWithApps(MOST - 1)
    expect((await admin.create(command)).status).toBe(201)
    const refused = await admin.create({ ...command, kind: 'third_party' })
    expectRefused(refused, [409, 'too_many_apps'])
    expect(refused.body.detail).toContain('100')
    // Another organisation has its own limit.
    const other = await administratorOf(platform(), platform().organization(1).org_id)
    expect((await other.create(command)).status).toBe(201)
    expect((await admin.delete(`apps/${first}`)).status).toBe(204)
    expect((await admin.create(command)).status).toBe(201)
  })

  test('concurrent creations make as many apps as the limit allows', async () => {
    const admin = await administratorOf(platform(), orgId())
    await fillWithApps(MOST - 2)
    const answers = await Promise.all(Array.from({ length: 8 }, () => admin.create(command)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 201, ...Array(6).fill(409)])
  })

  test('an organisation that has authorised a hundred apps authorises no other, and the page says so', async () => {
    const { members } = platform().organizationOf(orgId())
    const admin = members.find(({ role }) => role === 'admin')
    if (!admin) throw new Error('the demo has no administrator')
    const known = await createApp(platform(), platform().organization(3).org_id, { name: 'Known' })
    const given = Array.from({ length: MOST }, (_, i) => ({
      org_id: orgId(),
      authorization_id: newId('auth'),
      app_id: i === 0 ? known.app_id : newId('app'),
      scopes: '["org:read"]',
      status: 'active' as const,
      grant_id: newId('gen'),
      authorized_by: admin.account_id,
      created_at: Date.now(),
      ended_at: null,
    }))
    await rows(platform(), (db) => db.deleteFrom('authorization').where('org_id', '=', orgId()).execute())
    await rows(platform(), (db) => db.insertInto('authorization').values(given).execute())
    const choose = async (client: typeof known) => {
      const visitor = new Visitor(platform().base)
      const page = await visitor.open(`/oauth2/authorize?${new URLSearchParams(requestOf(client).parameters)}`)
      return visitor.submit(page, '', { login: admin.email, password: admin.password })
    }
    const refused = await choose(await createApp(platform(), platform().organization(3).org_id, { name: 'New' }))
    expect(offered(refused.html)).toEqual([])
    expect(said(refused)[1]).toContain('reached its limit of authorised apps')
    // An app that is authorised already can be authorised again.
    expect(offered((await choose(known)).html)).toEqual([platform().organizationOf(orgId()).name])
  })
})

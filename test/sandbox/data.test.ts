import { argon2Sync } from 'node:crypto'
import { readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { appScopes } from '@sendoff/api'
import { expect, test } from 'vitest'
import { dump, query } from '../support/database.ts'
import { must, onEachStore, type SandboxData } from '../support/platform.ts'

const SHAPE = {
  base_url: 'string',
  organizations: [
    {
      org_id: 'string',
      name: 'string',
      departments: [{ dept_id: 'number', name: 'string' }],
      apps: [{ app_id: 'string', name: 'string', client_id: 'string', client_secret: 'string', scopes: ['string'] }],
      members: [
        {
          account_id: 'string',
          name: 'string',
          role: 'string',
          email: 'string',
          password: 'string',
          dept_ids: ['number'],
          condition: 'string',
        },
      ],
    },
  ],
  associations: [
    {
      association_id: 'string',
      org_id: 'string',
      dept_id: 'number',
      associated_org_id: 'string',
      associated_dept_id: 'number',
      type: 'string',
    },
  ],
  third_party_apps: [
    {
      app_id: 'string',
      name: 'string',
      client_id: 'string',
      client_secret: 'string',
      redirect_uris: ['string'],
      scopes: ['string'],
      authorized_org_ids: ['string'],
    },
  ],
  personal_accounts: [{ account_id: 'string', name: 'string', email: 'string', password: 'string' }],
}

onEachStore((platform) => {
  const file = () => join(platform().config.dataDirectory, 'sandbox.json')
  const written = async (): Promise<SandboxData> => JSON.parse(await readFile(file(), 'utf8'))

  test('sandbox.json has exactly the members that are documented, and can be read by its owner alone', async () => {
    expect(deviations(await written(), SHAPE)).toEqual([])
    expect((await written()).base_url).toBe(platform().base)
    expect((await stat(file())).mode & 0o777).toBe(0o600)
  })

  test('each organisation has a founder, another administrator, four members, and one of them frozen, in its departments', () => {
    const { organizations } = platform().data
    expect(organizations.length).toBeGreaterThanOrEqual(3)
    for (const { members } of organizations) {
      const roles = members.map(({ role }) => role)
      expect(roles.filter((role) => role === 'founder')).toHaveLength(1)
      expect(roles.filter((role) => role === 'admin').length).toBeGreaterThanOrEqual(1)
      expect(roles.filter((role) => role === 'member').length).toBeGreaterThanOrEqual(4)
      expect(members.filter(({ condition }) => condition === 'frozen').map(({ role }) => role)).toEqual(['member'])
      expect(members.filter(({ condition }) => condition !== 'frozen' && condition !== 'normal')).toEqual([])
    }
    for (const { departments, members } of organizations) {
      const ids = departments.map(({ dept_id }) => dept_id)
      expect(ids).toContain(1)
      expect(new Set(ids).size).toBe(ids.length)
      for (const { dept_ids } of members) {
        expect(dept_ids.length).toBeGreaterThanOrEqual(1)
        expect(ids).toEqual(expect.arrayContaining(dept_ids))
      }
    }
  })

  test('one person has accounts in two organisations and a personal account, with one password', () => {
    const { organizations, personal_accounts } = platform().data
    const [personal] = personal_accounts
    const accounts = organizations.flatMap(({ members }) => members.filter(({ email }) => email === personal?.email))
    expect(accounts).toHaveLength(2)
    expect(new Set([...accounts, must(personal)].map(({ account_id }) => account_id)).size).toBe(3)
    expect(new Set([...accounts, must(personal)].map(({ password }) => password)).size).toBe(1)
  })

  test('there are associations of every type, between departments that exist, and both sides see them', async () => {
    const { associations } = platform().data
    expect(new Set(associations.map(({ type }) => type))).toEqual(new Set(['upstream', 'downstream', 'partner']))
    const mirrored = { upstream: 'downstream', downstream: 'upstream', partner: 'partner' }
    for (const { association_id, org_id, dept_id, associated_org_id, associated_dept_id, type } of associations) {
      const departmentsOf = (id: string) =>
        platform()
          .organizationOf(id)
          .departments.map((one) => one.dept_id)
      expect(departmentsOf(org_id)).toContain(dept_id)
      expect(departmentsOf(associated_org_id)).toContain(associated_dept_id)
      for (const [own, expected] of [
        [org_id, { dept_id, associated_org_id, type }],
        [associated_org_id, { dept_id: associated_dept_id, associated_org_id: org_id, type: mirrored[type] }],
      ] as const) {
        const token = await platform().appToken(own, 'org:association:read')
        expect((await platform().get(`/v1.0/associations/${association_id}`, token)).body).toMatchObject(expected)
      }
    }
  })

  test('each organisation has an app with every app scope and one with member:read, which can have tokens', async () => {
    for (const { org_id, apps } of platform().data.organizations) {
      expect(apps.map(({ scopes }) => [...scopes].sort())).toEqual([[...appScopes].sort(), ['member:read']])
      for (const app of apps) {
        const token = await platform().clientToken(app, app.scopes)
        const answer = await platform().get('/v1.0/organization', token)
        if (app.scopes.includes('org:read')) expect(answer.body).toMatchObject({ org_id })
        else expect(answer.body).toMatchObject({ code: 'scope_missing', required_scopes: ['org:read'] })
      }
    }
  })

  test('the third-party app has a token for the organisation that authorised it, and for no other', async () => {
    const { third_party_apps, organizations } = platform().data
    const app = must(third_party_apps[0])
    expect(app.authorized_org_ids).toHaveLength(1)
    for (const { org_id } of organizations) {
      const resource = `${platform().base}/v1.0/organizations/${org_id}`
      const { status } = await platform().askToken(app, { scope: app.scopes.join(' '), resource })
      expect(status).toBe(app.authorized_org_ids.includes(org_id) ? 200 : 400)
    }
  })

  test('passwords are stored as Argon2id hashes of themselves', async () => {
    const hashes = await query(platform(), 'select email, password_hash from identity')
    const { organizations, personal_accounts } = platform().data
    const people = [...organizations.flatMap(({ members }) => members), ...personal_accounts]
    expect(hashes).toHaveLength(new Set(people.map(({ email }) => email)).size)
    for (const { password_hash } of hashes) expect(password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)

    const { email, password } = must(people[0])
    const [, , , , salt, tag] = must(hashes.find((row) => row.email === email)).password_hash.split('$')
    const derived = argon2Sync('argon2id', {
      message: password,
      nonce: Buffer.from(salt, 'base64'),
      memory: 19_456,
      passes: 2,
      parallelism: 1,
      tagLength: 32,
    })
    expect(derived.toString('base64').replace(/=+$/, '')).toBe(tag)
  })

  test('no password and no client secret is in the database in the clear', async () => {
    const stored = await dump(platform())
    const { organizations, third_party_apps, personal_accounts } = platform().data
    expect(stored).toContain(must(organizations[0]).org_id)
    for (const { password } of [...organizations.flatMap(({ members }) => members), ...personal_accounts]) {
      expect(stored).not.toContain(password)
    }
    for (const { client_secret } of [...organizations.flatMap(({ apps }) => apps), ...third_party_apps]) {
      expect(stored).not.toContain(client_secret)
    }
  })

  test('a restart changes no credential, and writes sandbox.json again: deleted before, and with the new port', async () => {
    const { base_url: _, ...before } = await written()
    await rm(file())
    await platform().restart()
    const { base_url, ...after } = await written()
    expect(after).toEqual(before)
    expect((await stat(file())).mode & 0o777).toBe(0o600)
    const app = must(after.organizations[0]?.apps[0])
    expect((await platform().askToken(app, { scope: 'org:read' })).status).toBe(200)
    expect(base_url).toBe(platform().base)
    expect((await fetch(`${base_url}/healthz`)).status).toBe(200)
  })
})

/** Where a value is not of a shape: a member too many or too few, or of another type. */
function deviations(value: unknown, shape: unknown, path = ''): string[] {
  if (Array.isArray(shape)) {
    if (!Array.isArray(value)) return [`${path} is no array`]
    if (value.length === 0) return [`${path} is empty`]
    return value.flatMap((one, index) => deviations(one, shape[0], `${path}/${index}`))
  }
  if (typeof shape === 'object' && shape !== null) {
    const expected = Object.keys(shape)
    const actual = Object.keys(value as object)
    return [
      ...expected.filter((key) => !actual.includes(key)).map((key) => `${path}/${key} is missing`),
      ...actual.filter((key) => !expected.includes(key)).map((key) => `${path}/${key} is too much`),
      ...Object.entries(shape).flatMap(([key, inner]) =>
        actual.includes(key) ? deviations((value as Record<string, unknown>)[key], inner, `${path}/${key}`) : [],
      ),
    ]
  }
  return typeof value === shape && value !== '' ? [] : [`${path} is no ${shape}`]
}

import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Database } from '../../packages/server/src/store/schema.ts'
import { bundle } from '../support/bundle.ts'
import { startConsumer } from '../support/consumer.ts'
import { rows } from '../support/database.ts'
import { eventually } from '../support/environment.ts'
import { type Caller, must, stores } from '../support/platform.ts'
import { type Ask, PAGE, pagesWritten, startCounted } from './counted.ts'
import { compare, expectNoneGrew } from './recorded.ts'

// Counts that don't depend on the machine. `npm run counts` records them; docs/decisions/performance.md tells how they are counted.

type Counted = Awaited<ReturnType<typeof startCounted>>

/** The requests whose statements are counted, by their names. */
async function requestsOf(caller: Caller, { settings }: Counted): Promise<Record<string, Ask>> {
  const organization = caller.organization(0)
  const { org_id } = organization
  const app = must(organization.apps[0])
  const scopes = ['org:unlink', 'org:read', 'org:association:read', 'member:read', 'member:offboard'] as const
  const authorization = `Bearer ${await caller.appToken(org_id, ...scopes)}`
  const json = { authorization, 'content-type': 'application/json' }
  // An endpoint that has asked for a pause: deliveries are recorded, and none is sent beside the counted requests.
  await caller.post('/v1.0/webhook-endpoints', await caller.appToken(org_id, 'webhook:write'), {
    url: 'http://127.0.0.1:9/',
  })
  await rows(settings, (db) => db.updateTable('endpoint_health').set({ retry_after_until: LATER }).execute())
  const association = must(caller.data.associations.find((one) => one.org_id === org_id))
  const member = must(organization.members.find(({ role }) => role === 'member'))

  const unlink: Ask = async () => {
    await rows(settings, (db) =>
      db.updateTable('association').set({ status: 'linked', unlinked_at: null }).where('org_id', '=', org_id).execute(),
    )
    const { dept_id, associated_org_id } = association
    const body = JSON.stringify({ dept_id, associated_org_id, reason_code: 'other' })
    return { method: 'POST', path: '/v1.0/organization/unlink', headers: json, body }
  }
  return {
    'organization.unlink': unlink,
    'organization.unlink with Idempotency-Key': async () => {
      const request = await unlink()
      return { ...request, headers: { ...request.headers, 'idempotency-key': randomUUID() } }
    },
    token: async () => ({
      method: 'POST',
      path: '/oauth2/token',
      headers: {
        authorization: `Basic ${btoa(`${app.client_id}:${app.client_secret}`)}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'org:read' }).toString(),
    }),
    'organization.get': async () => ({ method: 'GET', path: '/v1.0/organization', headers: { authorization } }),
    'members.list': async () => ({ method: 'GET', path: '/v1.0/members?limit=50', headers: { authorization } }),
    'offboardings.create': async () => {
      const account_id = await addMember(settings, member.account_id)
      const body = JSON.stringify({ account_id, reason_code: 'other' })
      return { method: 'POST', path: '/v1.0/offboardings', headers: json, body }
    },
  }
}

const LATER = Date.parse('9000-01-01T00:00:00Z')

/** Adds a member like another one, as rows. */
async function addMember(settings: Counted['settings'], like: string): Promise<string> {
  const account_id = `acct_${randomUUID().replaceAll('-', '')}`
  const [identity_id, email] = [account_id.replace('acct', 'idn'), `${account_id}@counted.example`]
  await rows(settings, async (db) => {
    const account = await db.selectFrom('account').selectAll().where('account_id', '=', like).executeTakeFirstOrThrow()
    const identity = { identity_id, email, password_hash: '!', created_at: account.created_at }
    await db.insertInto('identity').values(identity).execute()
    await db
      .insertInto('account')
      .values({ ...account, account_id, identity_id, email, external_id: null })
      .execute()
    const placed = { org_id: must(account.org_id), account_id, dept_id: 1 }
    await db.insertInto('account_department').values(placed).execute()
  })
  return account_id
}

describe.each(stores())('on %s', (store) => {
  test('no operation needs more statements than is recorded', { timeout: 240_000 }, async () => {
    const counted = await startCounted(store)
    const found: Record<string, number> = {}
    for (const [name, ask] of Object.entries(await requestsOf(counted.caller, counted))) {
      const statements = await counted.statementsOf(ask)
      if (process.env.SENDOFF_SHOW_STATEMENTS) console.log(`${store}, ${name}:\n${statements.join('\n')}`)
      // Otherwise its statements would have run where they can't be counted for it.
      if ((await ask()).method === 'POST' && name !== 'token') expect(statements).toContain('commit')
      found[name] = statements.length
    }
    expectNoneGrew(`statements on ${store}`, found)
  })
})

test('the claim and the result of a delivery need no more statements than is recorded', {
  timeout: 240_000,
}, async () => {
  const { caller, settings, lines } = await startCounted('sqlite')
  const consumer = await startConsumer()
  const token = await caller.appToken(caller.organization(0).org_id, 'webhook:write')
  const { body } = await caller.post('/v1.0/webhook-endpoints', token, { url: consumer.url(0) })
  const counts: number[] = []
  for (let tried = 0; tried < 7; tried++) {
    const before = lines().length
    await caller.post(`/v1.0/webhook-endpoints/${body.endpoint_id}/test`, token)
    const isRecorded = async () => (await rows(settings, (db) => unfinished(db).execute())).length === 0
    await eventually(isRecorded)
    const texts = lines()
      .slice(before)
      .flatMap(({ text }) => text ?? [])
    counts.push(transactions(texts).filter(isOfEngine).flat().length)
  }
  expectNoneGrew('statements on sqlite, of the engine', { 'one delivery, claimed and recorded': Math.min(...counts) })
})

const unfinished = (db: Database) => db.selectFrom('delivery').select('delivery_id').where('status', '!=', 'succeeded')

/** Divides statements by their transactions; those outside of any are searches, whose number depends on the time. */
function transactions(texts: string[]): string[][] {
  const begins = texts.flatMap((text, at) => (text.startsWith('begin') ? [at] : []))
  return begins.map((at) => texts.slice(at, texts.indexOf('commit', at) + 1))
}

/** True for a claim and a result; the ping itself inserts its delivery. */
const isOfEngine = (texts: string[]) =>
  texts.some((text) => /^(update|insert into) "?(delivery|attempt)\b/.test(text.trim())) &&
  !texts.some((text) => text.startsWith('insert into "event"'))

test('an unlink writes no more to the log of SQLite than is recorded', { timeout: 240_000 }, async () => {
  const counted = await startCounted('sqlite')
  const { caller, settings } = counted
  const unlink = must((await requestsOf(caller, counted))['organization.unlink'])
  const pages = await pagesWritten(settings, async () => {
    const { path, headers, body } = await unlink()
    const { status } = await caller.call('POST', path, { headers, raw: body })
    expect(status).toBe(200)
  })
  expectNoneGrew('bytes in the log of SQLite', { 'organization.unlink': pages * PAGE })
})

test('the client is no larger than is recorded', async () => {
  const root = new URL('../../', import.meta.url).pathname
  const client = `export { createClient } from '@sendoff/sdk';`
  const handler = `export { createHandler } from '@sendoff/sdk/webhooks';`
  const size = async (code: string) => (await bundle(code, root, ['@sendoff/source'])).bytes
  // Its table grows with the contract; the budget of test/sdk/size.test.ts holds it closely.
  expectNoneGrew(
    'bytes, compressed',
    { createClient: await size(client), 'createClient and createHandler': await size(client + handler) },
    0.03,
  )
})

test('a count that grew is named with both numbers, one that shrank is to be recorded', () => {
  const recorded = { token: 4, 'organization.get': 3, 'members.list': 5 }
  const found = { token: 5, 'organization.get': 2, 'members.list': 5 }
  expect(compare('statements on sqlite', recorded, found, 0)).toEqual({
    worse: ['statements on sqlite: token needs 5, and 4 is recorded'],
    better: ['statements on sqlite: organization.get needs 2, and 3 is recorded'],
  })
})

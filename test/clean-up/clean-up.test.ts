import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { expiring } from '../../packages/server/src/clean-up/expiring.ts'
import { query, tablesOf } from '../support/database.ts'
import { open } from '../support/members.ts'
import { must, openPlatform, type Platform, stores } from '../support/platform.ts'

const MINUTE = 60_000

/** Why tables grow though nothing in them expires, or do not grow by themselves. */
const KEPT: Record<string, string> = {
  organization: 'What the platform is about; one row each, also of one that was dissolved.',
  organization_policy: 'One row each at most, like the organisation.',
  department: 'Of an organisation, and gone or renamed by its administrators only.',
  department_deletion: 'One each deleted department, whose number is not given again.',
  identity: 'One a person; removed when they deregister, unless an organisation has an account of theirs.',
  account: 'Of a purged one an empty row stays, to which the record of the departure refers.',
  account_department: 'Removed with the departure’s purge.',
  association: 'The record of which organisations were associated, from when to when.',
  scheduled_unlink: 'The record of who asked for an unlink at a set time, and what came of it.',
  association_invitation: 'The record of who invited whom, and what came of it.',
  resource: 'Deleted by a handover or a purge.',
  resource_share: 'Deleted with its resource, or with the association.',
  app: 'A hundred an organisation at most.',
  app_secret: 'Two an app at most.',
  app_origin: 'Twenty an app at most; removed with it.',
  app_controller: 'Removed with the app; at most one an administrator and app.',
  authorization: 'The record of what an organisation allowed; a hundred active ones at most.',
  event: 'Removed after 30 days by the due work event_retention, with its deliveries and attempts.',
  delivery: 'Removed with its event.',
  attempt: 'Removed with its event.',
  recovery: 'Removed after 30 days by the due work event_retention.',
  webhook_endpoint: 'One for each that an app made; a deleted one stays, because its deliveries name it.',
  endpoint_challenge: 'One an endpoint that has not answered, removed with it.',
  endpoint_health: 'One an endpoint, deleted ones included.',
  kept_token: 'One an account at most; replaced with the next change of the password, removed with the person.',
  signing_key: 'A retired one is removed by the due work key_rotation.',
  departure: 'The record that an account departed (S21), until the policy record_retention_days removes it.',
  erasure: 'The record that an account was erased, without anything personal; one an account.',
  erasure_request: 'The record of who asked for an erasure and what was decided; one is open at a time for an account.',
  legal_hold: 'The record of who protected a departure, why, and until when; removed with the departure.',
  handover_item: 'Part of the record of a departure: what became of each resource (S14).',
  founder_replacement: 'The record of who replaced a founder, or objected; one is open at a time (S102, S103).',
  held_handover: 'Part of the record of a departure: who gave away what was held, and to whom (S76).',
  departure_reference:
    'Part of the record of a departure: where the member was referred to, and who is there now (S78).',
  leave_application: 'The record of what was asked and decided (S51, S53), removed by record_retention_days.',
  offboarding: 'The record of who was offboarded, when and by whom, removed by record_retention_days.',
  offboarding_recipient: 'Removed when the scheduled offboarding is carried out, canceled or fails.',
  offboarding_batch: 'The record of who asked for a batch, removed by record_retention_days.',
  offboarding_batch_item: 'The record of what came of each item.',
  dissolution: 'The record of each that was asked for; one is open at a time.',
  notification: 'A person’s own record of what they were told (S54); removed with the person.',
  audit_log: 'Evidence: nobody removes an entry, so that nobody can cover a change up.',
  association_block: 'One for each organisation that another one blocks; removed when it lets it again.',
  membership_block: 'One for each organisation that a person blocks; removed when they let it again, or deregister.',
  delivery_by_hand: 'Removed when the attempt that was asked for is recorded, or with the delivery.',
  due_work: 'Removed when it is done.',
  fan_out: 'Removed when its deliveries are made.',
  fan_out_audience: 'Removed when nothing of the organisation is fanned out any more.',
  fan_out_withdrawal: 'Removed with the audiences.',
  setting: 'A handful for the installation.',
}

describe.each(stores())('on %s', (store) => {
  let platform: Platform
  let close: () => Promise<void>
  beforeEach(async () => {
    // The server's periodic work runs when the test says so.
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const opened = await openPlatform(store)
    platform = opened.platform
    close = opened.close
  })
  afterEach(async () => {
    await close()
    vi.useRealTimers()
  })

  const count = async (table: string, where = '1 = 1') =>
    Number(must((await query(platform, `select count(*) as n from ${table} where ${where}`))[0]).n)

  test('every table is swept, or there is a reason why not', async () => {
    const tables = (await tablesOf(platform)).filter((table) => !table.startsWith('kysely_'))
    const swept = expiring.map(({ table }) => table)
    const told = [...swept, ...Object.keys(KEPT)].toSorted()
    expect(told).toEqual(tables.toSorted())
  })

  test('every table that says until when its rows are good is swept', async () => {
    const columns = await query(
      platform,
      store === 'sqlite'
        ? `select t.name as "table" from sqlite_schema t, pragma_table_info(t.name) c
            where t.type = 'table' and c.name = 'expires_at'`
        : `select table_name as "table" from information_schema.columns
            where table_schema = 'public' and column_name = 'expires_at'`,
    )
    const swept: string[] = expiring.map(({ table }) => table)
    // An application and an invitation are records that are closed then; a secret of an app has no end, and there are two at most.
    const closed = ['leave_application', 'association_invitation', 'app_secret']
    expect(
      columns.map(({ table }) => String(table)).filter((table) => !closed.includes(table) && !swept.includes(table)),
    ).toEqual([])
  })

  test('a kept answer, with the secret that it shows once, and a preview are gone soon after their time, and not before', async () => {
    const { orgId, member } = await open(platform)
    const token = await platform.appToken(orgId, 'member:offboard', 'webhook:write')
    const key = { 'idempotency-key': 'kept' }
    const endpoint = { url: 'http://127.0.0.1:1/' }
    const made = await platform.post('/v1.0/webhook-endpoints', token, endpoint, key)
    expect(made.status).toBe(201)
    const preview = await platform.post('/v1.0/offboardings/preview', token, { account_id: member.account_id })
    expect(preview.status).toBe(200)
    // Sealed with the master key, and so a secret to anyone who has both.
    expect(await count('idempotency', `key = 'kept' and body is not null`)).toBe(1)

    const beforePreviews = 59 * MINUTE
    await platform.advance(`PT${beforePreviews / 1000}S`)
    await sweep()
    expect([await count('idempotency', `key = 'kept'`), await count('offboarding_preview')]).toEqual([1, 1])
    await platform.advance('PT2M')
    await swept(() => count('offboarding_preview'))
    expect(await count('idempotency', `key = 'kept'`)).toBe(1)
    expect((await platform.post('/v1.0/webhook-endpoints', token, endpoint, key)).body).toEqual(made.body)
    await platform.advance('PT23H')
    await swept(() => count('idempotency', `key = 'kept'`))
  })

  test('more than a transaction removes is removed all the same, and what others need stays', async () => {
    const now = Date.now()
    const idempotency = (key: string, status: string, lease: number, expires: number) =>
      `('org', 'app:a', '${key}', 'f', ${status}, ${lease}, ${expires})`
    const keys = Array.from({ length: 1200 }, (_, i) => idempotency(`k${i}`, '200', 0, now - 1)).join(', ')
    await query(
      platform,
      `insert into idempotency (org_id, principal, key, fingerprint, status, lease_until, expires_at) values ${keys},
        ${idempotency('running', 'null', now + 10 * MINUTE, now - 1)}, ${idempotency('young', '200', 0, now + MINUTE * 60)}`,
    )
    await query(
      platform,
      `insert into counter (subject, count, window_ends_at) values
        ('sign_in:over', 3, ${now - 1}), ('sign_in:open', 3, ${now + 60 * MINUTE}),
        ('password:acct_1', 4, ${now - 1}), ('password:acct_2', 4, ${now + 60 * MINUTE})`,
    )
    await query(
      platform,
      `insert into webhook_secret (endpoint_id, secret_id, sealed, created_at, expires_at) values
        ('whe_1', 'sec_old', 'x', 1, ${now - 1}), ('whe_1', 'sec_new', 'x', 1, null)`,
    )
    await swept(() => count('idempotency', `key like 'k%'`))
    await swept(() => count('counter', `subject in ('sign_in:over', 'password:acct_1')`))
    const left = await query(platform, `select key from idempotency where org_id = 'org' order by key`)
    expect(left).toEqual([{ key: 'running' }, { key: 'young' }])
    expect(await count('counter', `subject in ('sign_in:open', 'password:acct_2')`)).toBe(2)
    expect(await query(platform, `select secret_id from webhook_secret where endpoint_id = 'whe_1'`)).toEqual([
      { secret_id: 'sec_new' },
    ])
  })

  /** Lets a minute go by for what the server does now and then. */
  async function sweep(): Promise<void> {
    await vi.advanceTimersByTimeAsync(MINUTE)
  }

  /** Sees that a count comes to nothing without anybody asking for it. */
  async function swept(left: () => Promise<number>): Promise<void> {
    const afterAMinute = async () => {
      await sweep()
      return left()
    }
    await expect.poll(afterAMinute, { timeout: 30_000 }).toBe(0)
  }
})

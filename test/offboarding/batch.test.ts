import { expect, test } from 'vitest'
import { DAY, fromNow, settle } from '../support/clock.ts'
import { query } from '../support/database.ts'
import { expectGapless, expectRefused, opened, recorded } from '../support/departures.ts'
import { addMembers } from '../support/many.ts'
import { must, onEachStore } from '../support/platform.ts'

onEachStore((platform) => {
  test('where rules meet: a batch of 500 members with failures in the middle; each item has its own result', async () => {
    const { orgId, founder, admin, member, frozen, batch, readBatch, register, readMember } = await opened(platform())
    const made = await addMembers(platform(), orgId, 500)
    await register(must(made[3]), 'note', 2)
    const { member: foreign } = await opened(platform(), 3)
    const refused: Record<number, [string, string]> = {
      100: [founder.account_id, 'founder_must_transfer'],
      150: [must(made[150]), 'recipient_invalid'],
      200: [admin.account_id, 'last_admin'],
      250: [must(made[0]), 'already_departed'],
      300: ['acct_unknown', 'member_not_found'],
      301: [foreign.account_id, 'member_not_found'],
    }
    const items = made.map((own, i) => ({
      account_id: refused[i]?.[0] ?? own,
      reason_code: 'restructuring',
      ...(i === 150 && { handover: { recipient_id: frozen.account_id } }),
    }))
    const { status, body } = await batch(items)
    expect([status, body.total, body.status, body.succeeded + body.failed + body.pending]).toEqual([
      202,
      500,
      'running',
      500,
    ])
    const seen = [body]
    do seen.push(await readBatch(body.batch_id))
    while (seen.at(-1).status === 'running')
    const left = seen.map(({ pending }) => pending)
    expect(left).toEqual([...left].sort((a, b) => b - a))
    expect(
      left.filter((pending) => pending > 0 && pending < 500),
      'progress is seen',
    ).not.toEqual([])
    for (const { succeeded, failed, pending } of seen) expect(succeeded + failed + pending).toBe(500)

    const done = seen.at(-1)
    const failures = Object.keys(refused).length
    const counts = { succeeded: 500 - failures, failed: failures, pending: 0 }
    expect(done).toMatchObject({ status: 'completed', ...counts, completed_at: expect.any(String) })
    for (const [i, item] of done.items.entries()) {
      expect([item.position, item.account_id]).toEqual([i, must(items[i]).account_id])
      const result = refused[i]
        ? { status: 'failed', failure: refused[i][1], offboarding_id: null }
        : { status: 'succeeded', failure: null, offboarding_id: expect.stringMatching(/^off_/) }
      expect(item).toMatchObject(result)
    }
    const told = (await recorded(platform(), orgId, 'member.departed')).map(({ data }) => data.account_id)
    expect(told).toEqual(made.filter((_, i) => !refused[i]))
    expect(told).toHaveLength(500 - failures)
    for (const one of [founder, admin, member]) expect((await readMember(one.account_id)).status).toBe('active')
    for (const i of [100, 150, 200, 250, 300, 301]) {
      expect((await readMember(must(made[i]))).status).toBe('active')
    }
    await expectGapless(platform())
  }, 300_000)

  test('the audit log has the person and the address of each item’s request', async () => {
    const { orgId, admin, batch } = await opened(platform())
    const made = await addMembers(platform(), orgId, 2)
    const own = await platform().userToken(admin.account_id, 'member:offboard')
    const { headers } = await batch(
      made.map((account_id) => ({ account_id, reason_code: 'other' })),
      own,
    )
    await settle(platform())
    const entries = await query(
      platform(),
      `select actor_id, target_id, address, request_id from audit_log
        where org_id = '${orgId}' and action = 'offboardings.create' order by audit_id`,
    )
    const asked = { actor_id: admin.account_id, request_id: headers.get('x-request-id') }
    expect(entries).toMatchObject(made.map((target_id) => ({ ...asked, target_id })))
    for (const { address } of entries) expect(address).toContain('127.0.0.1')
  })

  test('an administrator who is offboarded before an item has its turn no longer offboards anybody', async () => {
    const { orgId, admin, batch, readBatch, role, named, departed } = await opened(platform())
    await role(named('Alan').account_id, 'admin')
    const [one = '', other = ''] = await addMembers(platform(), orgId, 2)
    const own = await platform().userToken(admin.account_id, 'member:offboard')
    const { batch_id } = (
      await batch(
        [one, one].map((account_id) => ({ account_id, reason_code: 'other' })),
        own,
      )
    ).body
    await settle(platform())
    await departed(admin.account_id)
    // The second item, about somebody else, has its turn only now.
    const again = `status = 'pending', failure = null, item = replace(item, '${one}', '${other}')`
    await query(
      platform(),
      `update offboarding_batch_item set ${again} where batch_id = '${batch_id}' and position = 1`,
    )
    await query(
      platform(),
      `update offboarding_batch set status = 'running', next_position = 1 where batch_id = '${batch_id}'`,
    )
    const due = `'${orgId}', 'wrk_again', 'offboarding_batch', '${batch_id}', 0`
    await query(platform(), `insert into due_work (org_id, work_id, kind, subject_id, due_at) values (${due})`)
    await platform().advance('PT1S')
    const { items } = await readBatch(batch_id)
    expect(items.map(({ status, failure }: any) => failure ?? status)).toEqual(['succeeded', 'admin_required'])
    const told = await recorded(platform(), orgId, 'member.departed')
    expect(told.map(({ data }) => data.account_id)).toEqual([one, admin.account_id])
  })

  test.each([
    ['a demoted administrator', 'admin_required'],
    ['a frozen administrator', 'account_restricted'],
    ['a suspended app', 'org_not_authorized'],
    ['an app without the scope', 'scope_missing'],
  ])('the rest of a batch of %s fails with %s', async (who, code) => {
    const { orgId, organization, admin, batch, readBatch, readMember, token } = await opened(platform())
    const made = await addMembers(platform(), orgId, 2)
    const own = await platform().userToken(admin.account_id, 'member:offboard')
    const items = made.map((account_id) => ({ account_id, reason_code: 'other' }))
    const { app_id } = must(organization.apps[0])
    const changes: Record<string, string> = {
      'a demoted administrator': `update account set role = 'member' where account_id = '${admin.account_id}'`,
      'a frozen administrator': `update account set condition = 'frozen' where account_id = '${admin.account_id}'`,
      'a suspended app': `update app set status = 'suspended' where app_id = '${app_id}'`,
      'an app without the scope': `update app set scopes = '["org:read"]' where app_id = '${app_id}'`,
    }
    const { body } = await batch(items, who.includes('app') ? token : own)
    await settle(platform())
    expect((await readBatch(body.batch_id)).succeeded).toBe(2)
    // The same batch again, in the state in which its items still waited.
    const restored = `update account set status = 'active' where account_id in ('${made.join("','")}')`
    const pending = `update offboarding_batch_item set status = 'pending', offboarding_id = null
      where batch_id = '${body.batch_id}'`
    const running = `update offboarding_batch set status = 'running', succeeded = 0, next_position = 0
      where batch_id = '${body.batch_id}'`
    const due = `insert into due_work (org_id, work_id, kind, subject_id, due_at)
      values ('${orgId}', 'wrk_again', 'offboarding_batch', '${body.batch_id}', 0)`
    for (const statement of [restored, pending, running, must(changes[who]), due]) await query(platform(), statement)
    await settle(platform())
    const failed = await query(
      platform(),
      `select status, failure from offboarding_batch_item where batch_id = '${body.batch_id}'`,
    )
    expect(failed).toEqual(Array(2).fill({ status: 'failed', failure: code }))
    expect(await recorded(platform(), orgId, 'member.departed')).toHaveLength(2)
    if (!who.includes('app')) for (const id of made) expect((await readMember(id)).status).toBe('active')
  })

  test('a batch accepts times and handovers for each item, and refuses an item like a single offboarding', async () => {
    const { member, named, frozen, batch, readBatch, offboarding } = await opened(platform())
    const reason_code = 'other'
    const effective_at = await fromNow(platform(), DAY)
    const { body } = await batch([
      { account_id: member.account_id, reason_code, effective_at },
      { account_id: named('Alan').account_id, reason_code, handover: { recipient_id: frozen.account_id } },
      { account_id: named('Alan').account_id, reason_code, preview_id: 'ofp_none' },
      { account_id: named('Mei').account_id, reason_code, effective_at: await fromNow(platform(), -DAY) },
      { account_id: member.account_id, reason_code, effective_at },
    ])
    await settle(platform())
    const { items } = await readBatch(body.batch_id)
    expect(items.map(({ status, failure }: any) => failure ?? status)).toEqual([
      'succeeded',
      'recipient_invalid',
      'preview_stale',
      'effective_at_in_past',
      'offboarding_exists',
    ])
    const [{ offboarding_id }] = items
    expect(await offboarding(offboarding_id)).toMatchObject({ status: 'scheduled', batch_id: body.batch_id })
    await platform().advance('P1D')
    expect((await offboarding(offboarding_id)).status).toBe('completed')
  })

  test('a batch is refused to a member, beyond 500 items, and when it is empty', async () => {
    const { orgId, member, named, batch } = await opened(platform())
    const item = { account_id: named('Alan').account_id, reason_code: 'other' }
    const asMember = await platform().userToken(member.account_id, 'member:offboard')
    await expectRefused(platform(), orgId, [403, 'admin_required'], () => batch([item], asMember))
    await expectRefused(platform(), orgId, [400, 'invalid_request'], () => batch([]))
    await expectRefused(platform(), orgId, [400, 'invalid_request'], () => batch(Array(501).fill(item)))
    const { token: foreign } = await opened(platform(), 1)
    const { body } = await batch([item])
    const answer = await platform().get(`/v1.0/offboarding-batches/${body.batch_id}`, foreign)
    expect([answer.status, answer.body.code]).toEqual([404, 'offboarding_batch_not_found'])
  })
})

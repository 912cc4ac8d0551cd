import { expect, test } from 'vitest'
import { expectRefused, opened, recorded } from '../support/departures.ts'
import { must, onEachStore } from '../support/platform.ts'

onEachStore((platform) => {
  /** An organisation under a policy of reviewers; the applicant has a manager who is an ordinary member. */
  async function world(reviewers: string) {
    const it = await opened(platform())
    const [applicant, manager] = [it.named('Aiko').account_id, it.named('Alan').account_id]
    const app = await platform().appToken(
      it.orgId,
      ...(['org:policy:write', 'member:write', 'member:condition:write', 'leave_application:read'] as const),
    )
    const send = async (method: string, path: string, body: object) => {
      const answer = await platform().call(method, `/v1.0/${path}`, { token: app, body })
      expect([path, answer.status, answer.body]).toMatchObject([path, 200, {}])
    }
    const manages = (accountId: string, manager_id: string | null) =>
      send('PATCH', `members/${accountId}`, { manager_id })
    await send('PATCH', 'organization/policies', { reviewers })
    await manages(applicant, manager)
    const as = async (accountId: string, method: string, path: string, body?: object) => {
      const token = await platform().userToken(
        accountId,
        'leave_application:review',
        'leave_application:read',
        'member:leave',
      )
      return platform().call(method, `/v1.0/leave-applications${path}`, { token, ...(body && { body }) })
    }
    const apply = async (accountId = applicant): Promise<string> => {
      const body = { reason_code: 'resignation', reason_text: 'A new post elsewhere.' }
      return must((await as(accountId, 'POST', '', body)).body.application_id as string)
    }
    const approve = (accountId: string, id: string, comment?: string) =>
      as(accountId, 'POST', `/${id}/approve`, { ...(comment && { comment }) })
    const application = async (id: string) => (await platform().get(`/v1.0/leave-applications/${id}`, app)).body
    const awaitingMe = async (accountId: string): Promise<string[]> =>
      (await as(accountId, 'GET', '?awaiting_me=true')).body.data.map(
        ({ application_id }: { application_id: string }) => application_id,
      )
    const asked = async (accountId: string): Promise<object[]> => {
      const token = await platform().userToken(accountId, 'account:read')
      const { data } = (await platform().get('/v1.0/me/notifications', token)).body
      return data
        .filter(({ type }: { type: string }) => type === 'leave_application.review_requested')
        .map(({ data }: { data: object }) => data)
    }
    const settle = () => platform().advance('PT1S')
    return { ...it, applicant, manager, send, manages, as, apply, approve, application, awaitingMe, asked, settle }
  }

  test('S72: it takes the approvals of the manager and of an administrator, in any order', async () => {
    for (const order of ['manager first', 'administrator first']) {
      await platform().reset()
      const it = await world('manager_and_administrator')
      const id = await it.apply()
      expect(await it.application(id)).toMatchObject({
        reviewers: 'manager_and_administrator',
        manager_id: it.manager,
        awaiting: ['manager', 'administrator'],
        approvals: [],
      })
      expect([await it.awaitingMe(it.manager), await it.awaitingMe(it.admin.account_id)]).toEqual([[id], [id]])
      expect(await it.asked(it.manager)).toMatchObject([{ application_id: id, reviewer: 'manager' }])
      const both = [it.manager, it.admin.account_id]
      const [first = '', second = ''] = order === 'manager first' ? both : both.toReversed()
      const partly = await it.approve(first, id, 'Fine')
      const missing = order === 'manager first' ? 'administrator' : 'manager'
      expect([partly.status, partly.body]).toMatchObject([
        200,
        { status: 'pending', awaiting: [missing], approvals: [{ approved_by: first, comment: 'Fine' }] },
      ])
      expect([await it.awaitingMe(first), await it.awaitingMe(second)]).toEqual([[], [id]])
      // The same approval again adds nothing.
      expect((await it.approve(first, id)).body).toMatchObject({ status: 'pending', awaiting: [missing] })
      const approved = await it.approve(second, id)
      expect(approved.body).toMatchObject({ status: 'approved', decided_by: second, awaiting: [] })
      expect(approved.body.approvals).toHaveLength(2)
      const events = await recorded(
        platform(),
        it.orgId,
        'leave_application.partly_approved',
        'leave_application.approved',
      )
      expect(events.map(({ type, data }) => [type, data.awaiting ?? data.decided_by])).toEqual([
        ['leave_application.partly_approved', [missing]],
        ['leave_application.approved', second],
      ])
      // Administrators are asked when it is submitted, and again once only they are missing.
      const times = missing === 'administrator' ? 2 : 1
      expect(await it.asked(it.founder.account_id)).toHaveLength(times)
    }
  })

  test('S72: the manager or an administrator alone approves where one of them is enough', async () => {
    const it = await world('manager_or_administrator')
    for (const reviewer of [it.manager, it.admin.account_id]) {
      const id = await it.apply()
      expect((await it.application(id)).awaiting).toEqual(['manager', 'administrator'])
      expect((await it.approve(reviewer, id)).body).toMatchObject({ status: 'approved', decided_by: reviewer })
      await it.as(it.applicant, 'POST', `/${id}/withdraw`)
    }
  })

  test('S72: a rejection of the manager is final', async () => {
    const it = await world('manager_and_administrator')
    const id = await it.apply()
    await it.approve(it.admin.account_id, id)
    const rejected = await it.as(it.manager, 'POST', `/${id}/reject`, { comment: 'Not before the audit' })
    expect(rejected.body).toMatchObject({ status: 'rejected', decided_by: it.manager, awaiting: [] })
    await expectRefused(platform(), it.orgId, [409, 'application_closed'], () => it.approve(it.admin.account_id, id))
  })

  test('S72: nobody but the manager and administrators reads or decides, and a manager no other applications', async () => {
    const it = await world('manager_and_administrator')
    const id = await it.apply()
    const stranger = must(it.organization.members.find(({ name }) => name.startsWith('Mei'))).account_id
    await expectRefused(platform(), it.orgId, [403, 'admin_required'], () => it.approve(stranger, id))
    expect((await it.as(stranger, 'GET', `/${id}`)).status).toBe(404)
    const other = await it.apply(stranger)
    await expectRefused(platform(), it.orgId, [403, 'admin_required'], () => it.approve(it.manager, other))
    await expectRefused(platform(), it.orgId, [403, 'admin_required'], () => it.approve(it.manager, 'lap_none'))
    expect((await it.as(it.manager, 'GET', `/${other}`)).status).toBe(404)
    expect((await it.as(it.manager, 'GET', `/${id}`)).body.reason_text).toBe('A new post elsewhere.')
    expect((await it.as(it.manager, 'GET', '')).body.data).toHaveLength(1)
    // Under the default policy a manager has no say.
    await it.send('PATCH', 'organization/policies', { reviewers: 'administrators' })
    const [, leader] = [stranger, it.manager]
    await it.as(stranger, 'POST', `/${other}/withdraw`)
    await it.manages(stranger, leader)
    const third = await it.apply(stranger)
    expect(await it.application(third)).toMatchObject({ manager_id: null, awaiting: ['administrator'] })
    await expectRefused(platform(), it.orgId, [403, 'admin_required'], () => it.approve(leader, third))
  })

  test('S72: without a manager, or with one who reports to the applicant, administrators decide alone', async () => {
    const it = await world('manager_and_administrator')
    const alone = async () => {
      const id = await it.apply()
      expect(await it.application(id)).toMatchObject({ manager_id: null, awaiting: ['administrator'] })
      expect((await it.approve(it.admin.account_id, id)).body.status).toBe('approved')
      await it.as(it.applicant, 'POST', `/${id}/withdraw`)
    }
    await it.manages(it.manager, it.applicant)
    await alone()
    const between = it.named('Mei').account_id
    await it.manages(it.manager, between)
    await it.manages(between, it.applicant)
    await alone()
    await it.manages(it.applicant, null)
    await alone()
  })

  const ENDS: Record<string, (it: Awaited<ReturnType<typeof world>>) => Promise<unknown>> = {
    departs: async (it) => {
      // Nobody takes the place of a manager without a manager of their own.
      await it.manages(it.manager, null)
      await it.departed(it.manager)
    },
    'is frozen': (it) => it.send('PUT', `members/${it.manager}/condition`, { condition: 'frozen' }),
    'is the manager no more': (it) => it.manages(it.applicant, null),
  }
  test.each(Object.keys(ENDS))('S72: if the manager %s meanwhile, administrators decide alone', async (how) => {
    const it = await world('manager_and_administrator')
    const id = await it.apply()
    await must(ENDS[how])(it)
    await it.settle()
    expect(await it.application(id)).toMatchObject({ status: 'pending', manager_id: null, awaiting: ['administrator'] })
    const [changed] = await recorded(platform(), it.orgId, 'leave_application.manager_changed')
    expect(changed.data).toMatchObject({ application_id: id, former_manager_id: it.manager, manager_id: null })
    expect((await it.approve(it.admin.account_id, id)).body.status).toBe('approved')
  })

  test.each(Object.keys(ENDS))(
    'S72: if the manager %s after an administrator approved, it is approved',
    async (how) => {
      const it = await world('manager_and_administrator')
      const id = await it.apply()
      await it.approve(it.admin.account_id, id, 'Good luck')
      await must(ENDS[how])(it)
      await it.settle()
      expect(await it.application(id)).toMatchObject({
        status: 'approved',
        decided_by: it.admin.account_id,
        comment: 'Good luck',
      })
    },
  )

  test('S72, S78: if the manager departs, whoever takes their place is asked', async () => {
    const it = await world('manager_and_administrator')
    const above = it.named('Mei').account_id
    await it.manages(it.manager, above)
    const id = await it.apply()
    await it.departed(it.manager)
    await it.settle()
    const awaiting = ['manager', 'administrator']
    expect(await it.application(id)).toMatchObject({ status: 'pending', manager_id: above, awaiting })
    expect(await it.asked(above)).toMatchObject([{ application_id: id, reviewer: 'manager' }])
  })

  test('S72: another manager is asked in place of the former one, whose approval stands', async () => {
    const it = await world('manager_and_administrator')
    const id = await it.apply()
    const next = it.named('Mei').account_id
    await it.manages(it.applicant, next)
    await it.settle()
    expect(await it.application(id)).toMatchObject({ manager_id: next, awaiting: ['manager', 'administrator'] })
    expect(await it.asked(next)).toHaveLength(1)
    await expectRefused(platform(), it.orgId, [403, 'admin_required'], () => it.approve(it.manager, id))
    await it.approve(next, id)
    await it.manages(it.applicant, it.manager)
    await it.settle()
    expect((await it.application(id)).awaiting).toEqual(['administrator'])
  })

  test('S72: a manager who is an administrator gives both approvals only if nobody else can', async () => {
    const it = await world('manager_and_administrator')
    const boss = it.admin.account_id
    await it.manages(it.applicant, boss)
    const id = await it.apply()
    expect((await it.approve(boss, id)).body).toMatchObject({ status: 'pending', awaiting: ['administrator'] })
    expect((await it.approve(boss, id)).body.status).toBe('pending')
    expect((await it.approve(it.founder.account_id, id)).body.status).toBe('approved')
    // The founder is the manager of the only administrator.
    await it.manages(boss, it.founder.account_id)
    const own = await it.apply(boss)
    const approved = (await it.approve(it.founder.account_id, own)).body
    expect(approved.status).toBe('approved')
    expect(approved.approvals.map(({ reviewer }: { reviewer: string }) => reviewer)).toEqual([
      'manager',
      'administrator',
    ])
  })
})

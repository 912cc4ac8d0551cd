import { expect, test } from 'vitest'
import { settle } from '../support/clock.ts'
import { query } from '../support/database.ts'
import { expectRefused, opened, recorded } from '../support/departures.ts'
import { addMembers } from '../support/many.ts'
import { person } from '../support/memberships.ts'
import { must, onEachStore, type Platform } from '../support/platform.ts'

const PATH = '/v1.0/offboarding-batches'

/** A batch of an administrator of which one item succeeded, one failed, and two have not begun. */
async function halfDone(platform: Platform) {
  const org = await opened(platform)
  const made = await addMembers(platform, org.orgId, 3)
  const own = await platform.userToken(org.admin.account_id, 'member:offboard')
  const ids = [must(made[0]), org.founder.account_id, must(made[1]), must(made[2])]
  const items = ids.map((account_id) => ({ account_id, reason_code: 'other' }))
  const { batch_id } = (await org.batch(items.slice(0, 2), own)).body
  await settle(platform)
  for (const position of [2, 3]) {
    await query(
      platform,
      `insert into offboarding_batch_item (org_id, batch_id, position, item, status)
        values ('${org.orgId}', '${batch_id}', ${position}, '${JSON.stringify(items[position])}', 'pending')`,
    )
  }
  const running = `update offboarding_batch set status = 'running', total = 4, completed_at = null
    where batch_id = '${batch_id}'`
  await query(platform, running)
  const due = `insert into due_work (org_id, work_id, kind, subject_id, due_at)
    values ('${org.orgId}', 'wrk_rest', 'offboarding_batch', '${batch_id}', 9000000000000)`
  await query(platform, due)
  return { ...org, batch_id, ids, own }
}

onEachStore((platform) => {
  test('S86: a batch is canceled: what has not begun does not happen, and the person who asked for it is told', async () => {
    const { orgId, batch_id, ids, token, admin, readMember, readBatch } = await halfDone(platform())
    const counts = { total: 4, succeeded: 1, failed: 1 }
    expect(await readBatch(batch_id)).toMatchObject({ status: 'running', ...counts, canceled: 0, pending: 2 })
    const answer = await platform().post(`${PATH}/${batch_id}/cancel`, token)
    const canceled = { status: 'canceled', ...counts, canceled: 2, pending: 0, completed_at: expect.any(String) }
    expect([answer.status, answer.body]).toMatchObject([200, canceled])
    const { items, ...read } = await readBatch(batch_id)
    expect(read).toEqual(answer.body)
    expect(items.map(({ status }: any) => status)).toEqual(['succeeded', 'failed', 'canceled', 'canceled'])
    expect(await query(platform(), `select * from due_work where subject_id = '${batch_id}'`)).toEqual([])
    for (const id of ids.slice(2)) expect((await readMember(id)).status).toBe('active')
    const events = await recorded(platform(), orgId, 'offboarding_batch.canceled', 'offboarding_batch.completed')
    expect(events.at(-1)).toMatchObject({ type: 'offboarding_batch.canceled', data: { batch_id, canceled: 2 } })
    const [told] = await (await person(platform(), admin.account_id)).notifications()
    expect(told).toMatchObject({ type: 'offboarding_batch.canceled', data: { batch_id, canceled: 2 } })
    const again = () => platform().post(`${PATH}/${batch_id}/cancel`, token)
    await expectRefused(platform(), orgId, [409, 'offboarding_batch_ended'], again)
  })

  test('S86: a batch is canceled by an administrator or app of its organisation, and by nobody else', async () => {
    const { orgId, batch_id, member } = await halfDone(platform())
    const { token: foreign } = await opened(platform(), 1)
    const as = await platform().userToken(member.account_id, 'member:offboard')
    const cancel = (token: string) => platform().post(`${PATH}/${batch_id}/cancel`, token)
    await expectRefused(platform(), orgId, [403, 'admin_required'], () => cancel(as))
    await expectRefused(platform(), orgId, [404, 'offboarding_batch_not_found'], () => cancel(foreign))
    for (const [path, code] of [
      [PATH, 200],
      [`${PATH}/${batch_id}/items`, 404],
    ] as const) {
      expect((await platform().get(path, foreign)).status).toBe(code)
      expect((await platform().get(path, as)).body.code).toBe('admin_required')
    }
    expect((await platform().get(PATH, foreign)).body.data).toEqual([])
  })

  test('batches are listed with their progress, and items in pages and by status', async () => {
    const { batch_id, ids, token } = await halfDone(platform())
    const list = async (query = '') => (await platform().get(`${PATH}${query}`, token)).body.data
    expect(await list()).toMatchObject([{ batch_id, status: 'running', total: 4, pending: 2 }])
    expect(await list('?status=running')).toHaveLength(1)
    expect(await list('?status=completed')).toEqual([])
    const items = async (query: string) => (await platform().get(`${PATH}/${batch_id}/items${query}`, token)).body
    const seen: string[] = []
    let cursor = ''
    do {
      const page = await items(`?limit=3${cursor && `&cursor=${cursor}`}`)
      seen.push(...page.data.map(({ account_id }: any) => account_id))
      cursor = page.next_cursor
    } while (cursor)
    expect(seen).toEqual(ids)
    const positions = async (status: string) => (await items(`?status=${status}`)).data.map((one: any) => one.position)
    expect(await positions('succeeded')).toEqual([0])
    expect(await positions('failed')).toEqual([1])
    expect(await positions('pending')).toEqual([2, 3])
    expect(await positions('canceled')).toEqual([])
    await platform().post(`${PATH}/${batch_id}/cancel`, token)
    expect(await positions('pending')).toEqual([])
    expect(await positions('canceled')).toEqual([2, 3])
    const { next_cursor } = (await platform().get('/v1.0/associations?limit=1', token)).body
    const foreign = await platform().get(`${PATH}/${batch_id}/items?cursor=${next_cursor ?? 'x'}`, token)
    expect([foreign.status, foreign.body.code]).toEqual([400, 'invalid_request'])
  })
})

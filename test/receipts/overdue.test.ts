import { userScopes } from '@sendoff/api'
import { expect, test } from 'vitest'
import { recorded } from '../support/departures.ts'
import { settle } from '../support/endpoints.ts'
import { must, onEachStore } from '../support/platform.ts'
import { startReceiver } from '../support/receiver.ts'
import { opened } from './support.ts'

onEachStore((platform) => {
  test('S94: a receipt that is not given by the deadline of the policies is overdue: an event, a notification, a metric', async () => {
    const org = await opened(platform())
    const founder = await platform().userToken(org.founder.account_id, ...userScopes)
    const policies = { method: 'PATCH' as const, body: { receipt_deadline_hours: 2 } }
    const set = await platform().call(policies.method, '/v1.0/organization/policies', {
      token: founder,
      body: policies.body,
    })
    expect(set.status).toBe(200)
    await org.system({ description: 'one' })
    await org.system({ description: 'other' })
    const departure_id = await org.gone()
    const [one] = await org.table(departure_id)
    expect(Date.parse(must(one).deadline_at) - Date.parse(must(one).since)).toBe(2 * 3_600_000)
    await org.file({ event_id: must(one).event_id, endpoint_id: must(one).system.endpoint_id, status: 'done' })
    await platform().advance('PT119M')
    expect(await recorded(platform(), org.orgId, 'receipt.overdue')).toEqual([])
    await platform().advance('PT2M')
    const [other] = await org.receipts('overdue=true')
    expect(other).toMatchObject({ status: 'awaited', overdue: true, late: false, departure_id })
    const events = await recorded(platform(), org.orgId, 'receipt.overdue')
    expect(events.map(({ data }) => data.receipt)).toMatchObject([
      { receipt_id: must(other).receipt_id, departure_id, status: 'awaited', app_name: must(other).system.app_name },
    ])
    expect((await org.departure(departure_id)).receipts).toMatchObject({ owed: 2, done: 1, awaited: 1, overdue: 1 })
    const { data: told } = (await platform().get('/v1.0/me/notifications', founder)).body
    expect(told.filter(({ type }: { type: string }) => type === 'receipts.unsettled')).toMatchObject([
      { data: { overdue: 1, failed: 0, receipts: [{ receipt_id: must(other).receipt_id, departure_id }] } },
    ])
    const metrics = String((await platform().get('/metrics')).body)
    expect(metrics).toContain('sendoff_receipts_unanswered{overdue="true"} 1')
    // Told once, however long it goes on.
    await platform().advance('P2D')
    expect(await recorded(platform(), org.orgId, 'receipt.overdue')).toHaveLength(1)
  })

  test('S94: a late answer is accepted, and marked as late', async () => {
    const org = await opened(platform())
    await org.system()
    const departure_id = await org.gone()
    await platform().advance('PT25H')
    const [owed] = await org.table(departure_id)
    const { status, body } = await org.file({ event_id: must(owed).event_id, status: 'done', details: 'By hand' })
    expect([status, body.status, body.late, body.overdue, body.answered_by]).toEqual([200, 'done', true, false, 'app'])
    expect((await org.departure(departure_id)).closed_at).not.toBeNull()
    expect(await org.receipts('overdue=true')).toEqual([])
  })

  test('S94: the same answer again changes nothing, and a failure needs a reason', async () => {
    const org = await opened(platform())
    await org.system()
    const [owed] = await org.table(await org.gone())
    const { event_id } = must(owed)
    const none = await org.file({ event_id, status: 'failed' })
    expect([none.status, none.body.errors[0].pointer]).toEqual([400, '/reason'])
    const first = await org.file({ event_id, status: 'failed', reason: 'Locked' })
    await platform().advance('PT1M')
    const again = await org.file({ event_id, status: 'failed', reason: 'Locked' })
    expect(again.body).toEqual(first.body)
    const [delivery] = (
      await platform().get(`/v1.0/webhook-endpoints/${must(owed).system.endpoint_id}/deliveries`, org.receiptToken)
    ).body.data
    const byDelivery = await org.file({ delivery_id: delivery.delivery_id, status: 'done' })
    expect(byDelivery.body).toMatchObject({ receipt_id: must(owed).receipt_id, status: 'done' })
    expect(await recorded(platform(), org.orgId, 'receipt.failed')).toHaveLength(1)
  })

  test('S94: one that is asked again receives the event once more, and it is counted', async () => {
    const org = await opened(platform())
    let answer = { status: 200, body: JSON.stringify({ receipt: { status: 'failed', reason: 'Busy' } }) }
    const receiver = await startReceiver(() => answer)
    await org.system({ url: receiver.url })
    const departure_id = await org.gone()
    await settle(platform())
    const [owed] = await org.table(departure_id)
    expect(owed).toMatchObject({ status: 'failed', reason: 'Busy' })
    answer = { status: 200, body: JSON.stringify({ receipt: { status: 'done' } }) }
    const asked = await org.remind(must(owed).receipt_id)
    expect([asked.status, asked.body.reminders]).toEqual([202, 1])
    await settle(platform())
    const events = receiver.received.filter(({ event }) => event.type === 'member.departed')
    expect(events.map(({ event }) => event.id)).toEqual([must(owed).event_id, must(owed).event_id])
    expect(await org.table(departure_id)).toMatchObject([{ status: 'done', reason: null, reminders: 1 }])
    const again = await org.remind(must(owed).receipt_id)
    expect([again.status, again.body.code]).toEqual([409, 'receipt_settled'])
  })

  test.each([
    ['not JSON', 'done'],
    ['another shape', '{"receipt":"done"}'],
    ['a list', '[{"receipt":{"status":"done"}}]'],
    ['another status', '{"receipt":{"status":"DONE"}}'],
    ['one of every object', '{"receipt":{"__proto__":{"status":"done"}}}'],
    ['a reason that is not a text', '{"receipt":{"status":"done","reason":{}}}'],
    ['more than 4 KiB', JSON.stringify({ receipt: { status: 'done', details: 'x'.repeat(5000) } })],
    ['nothing', ''],
  ])('S92: a body that is %s is only a 2xx', async (_, body) => {
    const org = await opened(platform())
    const receiver = await startReceiver(() => ({ status: 200, body }))
    await org.system({ url: receiver.url })
    const departure_id = await org.gone()
    await settle(platform())
    expect(await org.table(departure_id)).toMatchObject([{ status: 'acknowledged', reason: null, answered_by: null }])
  })

  test('S92: texts that no store can keep are replaced, and long ones are cut', async () => {
    const org = await opened(platform())
    const receipt = { status: 'failed', reason: `a\0b\ud800${'r'.repeat(600)}`, details: 'd'.repeat(2500) }
    const receiver = await startReceiver(() => ({ status: 200, body: JSON.stringify({ receipt }) }))
    await org.system({ url: receiver.url })
    const departure_id = await org.gone()
    await settle(platform())
    const [{ reason, details } = { reason: null, details: null }] = await org.table(departure_id)
    expect([reason?.slice(0, 5), reason?.length, details?.length]).toEqual(['a\ufffdb\ufffdr', 500, 2000])
  })
})

import { beforeEach, expect, test } from 'vitest'
import { fromNow, HOUR } from '../support/clock.ts'
import { query, rows } from '../support/database.ts'
import { eventsOf } from '../support/members.ts'
import { onEachStore } from '../support/platform.ts'
import { poison } from '../support/poison.ts'
import { opened, tablesWith } from './support.ts'

onEachStore((platform) => {
  let aster: Awaited<ReturnType<typeof opened>>
  beforeEach(async () => {
    aster = await opened(platform())
  })

  const status = async (departureId: string) =>
    (await platform().get(`/v1.0/departures/${departureId}`, aster.token)).status
  const count = async (table: string) => Number((await query(platform(), `select count(*) as n from ${table}`))[0]?.n)

  test('S111: the records of a departure are removed when the period after its end is over, and the audit log says so', async () => {
    const { account_id } = aster.named('Alan')
    await aster.register(account_id, 'note', 3)
    const own = await platform().userToken(account_id, 'member:leave')
    const apply = { reason_code: 'other', reason_text: 'Alpacas in Peru' }
    const { application_id } = (await platform().post('/v1.0/leave-applications', own, apply)).body
    const departure_id = await aster.departed(account_id, { reason_text: 'The walrus' })
    expect((await aster.report(departure_id)).data.length).toBeGreaterThan(0)
    const hold = await aster.hold(departure_id)
    await aster.release(hold)
    await aster.setPolicies({ record_retention_days: 30 })
    await platform().advance('P59D')
    expect(await status(departure_id)).toBe(200)
    await platform().advance('P2D')
    expect(await status(departure_id)).toBe(404)
    expect((await platform().get(`/v1.0/departures/${departure_id}/handover`, aster.token)).status).toBe(404)
    for (const id of [departure_id, application_id, hold])
      expect([
        id,
        (await tablesWith(platform(), id)).filter((table) => table !== 'audit_log' && table !== 'notification'),
      ]).toEqual([id, []])
    for (const text of ['Alpacas in Peru', 'The walrus']) expect(await tablesWith(platform(), text)).toEqual([])
    for (const table of ['departure', 'leave_application', 'offboarding', 'handover_item', 'legal_hold'])
      expect([table, await count(table)]).toEqual([table, 0])
    const [{ after } = {}] = await query(
      platform(),
      `select after from audit_log where target_id = '${departure_id}' and after like '%record_retention_days%'`,
    )
    expect(JSON.parse(String(after))).toEqual({ record: 'removed', record_retention_days: 30 })
    const mine = await platform().userToken(aster.admin.account_id, 'account:read')
    expect((await platform().get('/v1.0/me/departures', mine)).status).toBe(200)
  })

  test('S111: applications, offboardings and batches that ended without a departure are removed; what is open stays', async () => {
    const { member, offboard, cancel } = aster
    const own = await platform().userToken(member.account_id, 'member:leave')
    const apply = async () =>
      (await platform().post('/v1.0/leave-applications', own, { reason_code: 'other', reason_text: 'Words' })).body
    const { application_id } = await apply()
    expect((await platform().post(`/v1.0/leave-applications/${application_id}/withdraw`, own)).status).toBe(200)
    const at = await fromNow(platform(), HOUR)
    const { offboarding_id } = (await offboard(member.account_id, { effective_at: at })).body
    expect((await cancel(offboarding_id)).status).toBe(200)
    const { batch_id } = (await aster.batch([{ account_id: 'acct_none', reason_code: 'other' }])).body
    await platform().advance('PT1M')
    const open = (await apply()).application_id
    await aster.setPolicies({ record_retention_days: 30 })
    await platform().advance('P29D')
    expect([await count('leave_application'), await count('offboarding'), await count('offboarding_batch')]).toEqual([
      2, 1, 1,
    ])
    await platform().advance('P2D')
    expect([
      await count('offboarding'),
      await count('offboarding_batch'),
      await count('offboarding_batch_item'),
    ]).toEqual([0, 0, 0])
    const left = await rows(platform(), (db) => db.selectFrom('leave_application').select('application_id').execute())
    expect(left).toEqual([{ application_id: open }])
    expect((await platform().get(`/v1.0/offboarding-batches/${batch_id}`, aster.token)).status).toBe(404)
  })

  test('S111: a batch stays as long as an offboarding of it', async () => {
    const [one, other] = [aster.named('Alan').account_id, aster.named('Aiko').account_id]
    const items = [one, other].map((account_id) => ({ account_id, reason_code: 'other' }))
    const { batch_id } = (await aster.batch(items)).body
    await platform().advance('PT1M')
    const [first] = (await aster.readBatch(batch_id)).items
    const { departure_id } = await aster.offboarding(first.offboarding_id)
    const hold = await aster.hold(departure_id)
    await aster.setPolicies({ record_retention_days: 30 })
    await platform().advance('P100D')
    expect([await count('departure'), (await aster.readBatch(batch_id)).total]).toEqual([1, 2])
    await aster.release(hold)
    await platform().advance('P8D')
    expect([await count('departure'), await count('offboarding_batch')]).toEqual([0, 0])
  })

  test('S111: nothing is removed while a legal hold stands, while a system owes a receipt, and while the person is a member', async () => {
    const endpoint = { url: 'http://127.0.0.1:1/', event_types: ['member.*'], deprovisions: true }
    const token = await platform().appToken(
      aster.orgId,
      'webhook:write',
      'member:read',
      'receipt:write',
      'receipt:read',
    )
    const settle = async (departureId: string) => {
      const [receipt] = (await platform().get(`/v1.0/departures/${departureId}/receipts`, token)).body.data
      const { event_id, endpoint_id } = receipt
      const answer = await platform().post('/v1.0/receipts', token, { event_id, endpoint_id, status: 'done' })
      expect([answer.status, answer.body.status]).toEqual([200, 'done'])
    }
    const held = await aster.gone('Noor')
    const returned = await aster.gone('Omar')
    const again = { name: 'Omar', email: 'omar@aster.example', rehire_of: returned.departure_id }
    const rehired = await aster.create(again)
    const restored = await aster.gone('Petra')
    expect((await aster.restore(restored.departure_id)).status).toBe(200)
    expect((await platform().post('/v1.0/webhook-endpoints', token, endpoint)).status).toBe(201)
    const owing = await aster.gone('Quentin')
    const hold = await aster.hold(held.departure_id)
    await aster.setPolicies({ record_retention_days: 30 })
    await platform().advance('P200D')
    for (const { departure_id } of [held, returned, restored, owing]) expect(await status(departure_id)).toBe(200)
    expect((await aster.readMember(rehired)).previous_account_ids).toEqual([returned.account_id])

    await aster.release(hold)
    await settle(owing.departure_id)
    await platform().advance('P8D')
    expect([await status(held.departure_id), await status(owing.departure_id)]).toEqual([404, 404])
    const last = await aster.departed(rehired)
    await platform().advance('P40D')
    expect([await status(returned.departure_id), await status(last)]).toEqual([404, 200])
    await settle(last)
    await platform().advance('P30D')
    expect([await status(last), await status(restored.departure_id)]).toEqual([404, 200])
  })

  test('S111: a record that can’t be removed stands aside, and the others are removed', async () => {
    const [broken, other] = [await aster.gone('Noor'), await aster.gone('Omar')]
    await aster.setPolicies({ record_retention_days: 30 })
    const where = `old.departure_id = '${broken.departure_id}'`
    const heal = await poison(platform(), { table: 'departure', when: 'delete', where })
    await platform().advance('P61D')
    expect([await status(broken.departure_id), await status(other.departure_id)]).toEqual([200, 404])
    expect(await eventsOf(platform(), aster.orgId, 'organization.due_work_stalled')).toMatchObject([
      { data: { kind: 'record_retention', subject_id: broken.departure_id } },
    ])
    await heal()
    await platform().advance('PT6H')
    expect(await status(broken.departure_id)).toBe(404)
  })

  test('S111: another organisation keeps its records, and a handover of thousands is removed page by page', async () => {
    const birch = await opened(platform(), 1)
    const { departure_id: foreign } = await birch.gone('Noor')
    const account_id = await aster.create({ name: 'Omar', email: 'omar@aster.example' })
    await aster.register(account_id, 'note', 1_200)
    const departure_id = await aster.departed(account_id)
    await platform().advance('PT1M')
    expect(await count('handover_item')).toBeGreaterThanOrEqual(1_200)
    await aster.setPolicies({ record_retention_days: 30 })
    await platform().advance('P61D')
    expect([await status(departure_id), await count('handover_item')]).toEqual([404, 0])
    expect((await birch.departure(foreign)).status).toBe('purged')
  })
})

import { beforeEach, expect, test } from 'vitest'
import { fromNow, HOUR } from '../support/clock.ts'
import { query } from '../support/database.ts'
import { eventsOf } from '../support/members.ts'
import { must, onEachStore } from '../support/platform.ts'
import { poison } from '../support/poison.ts'
import { opened, tablesWith } from './support.ts'

const DAY = 24 * HOUR
const WORDS = 'Pilfered the ornamental walrus'

onEachStore((platform) => {
  let aster: Awaited<ReturnType<typeof opened>>
  beforeEach(async () => {
    aster = await opened(platform())
  })

  const reasonOf = async (departureId: string) => (await aster.departure(departureId)).reason_text
  const erased = async (id: string) =>
    (await query(platform(), `select after from audit_log where target_id = '${id}' and action = 'system'`)).filter(
      ({ after }) => String(after).includes('reason_retention_days'),
    )

  test('S110: the reason of a departure is erased when the period after its end is over, and not before', async () => {
    await aster.setPolicies({ reason_retention_days: 30 })
    const { departure_id } = await aster.gone('Noor', { reason_text: WORDS })
    await platform().advance(`PT${(60 * DAY) / 1000 - 3600}S`)
    expect(await aster.departure(departure_id)).toMatchObject({ status: 'purged', reason_text: WORDS })
    await platform().advance('PT2H')
    expect(await aster.departure(departure_id)).toMatchObject({ reason_code: 'other', reason_text: '[erased]' })
    expect(await tablesWith(platform(), WORDS)).toEqual([])
    const [entry] = await erased(departure_id)
    expect(JSON.parse(String(must(entry).after))).toEqual({ reasons: 'erased', reason_retention_days: 30 })
    expect(await erased(departure_id)).toHaveLength(1)
  })

  test('S110: without a period nothing is erased, and one that is set later counts for what is kept already', async () => {
    const { departure_id } = await aster.gone('Noor', { reason_text: WORDS })
    await platform().advance('P400D')
    expect(await reasonOf(departure_id)).toBe(WORDS)
    await aster.setPolicies({ reason_retention_days: 380 })
    await platform().advance('PT1S')
    expect(await reasonOf(departure_id)).toBe(WORDS)
    await aster.setPolicies({ reason_retention_days: null })
    await platform().advance('P100D')
    expect(await reasonOf(departure_id)).toBe(WORDS)
    await aster.setPolicies({ reason_retention_days: 31 })
    await platform().advance('PT1S')
    expect(await reasonOf(departure_id)).toBe('[erased]')
  })

  test('S110: a restored departure, a decided application, a canceled offboarding, a batch and ended associations lose theirs, too', async () => {
    const { orgId, offboard, cancel, update } = aster
    const token = await platform().appToken(orgId, 'leave_application:review', 'leave_application:read', 'org:unlink')
    const { account_id, departure_id } = await aster.gone('Noor', { reason_text: `${WORDS} 1` })
    expect((await aster.restore(departure_id)).status).toBe(200)

    const own = await platform().userToken(account_id, 'member:leave')
    const apply = { reason_code: 'other', reason_text: `${WORDS} 2` }
    const { application_id } = (await platform().post('/v1.0/leave-applications', own, apply)).body
    const path = `/v1.0/leave-applications/${application_id}`
    expect((await platform().post(`${path}/reject`, token, { comment: `${WORDS} 3` })).status).toBe(200)

    const later = { effective_at: await fromNow(platform(), 3 * HOUR), reason_text: `${WORDS} 4` }
    const { offboarding_id } = (await offboard(account_id, later)).body
    await update(offboarding_id, { reason_text: `${WORDS} 5` })
    expect((await cancel(offboarding_id)).status).toBe(200)

    const items = [account_id, 'acct_none'].map((id) => ({
      account_id: id,
      reason_code: 'other',
      reason_text: `${WORDS} 7`,
    }))
    expect((await aster.batch(items)).status).toBe(202)

    const association = must(platform().data.associations.find(({ org_id }) => org_id === orgId))
    const { dept_id, associated_org_id } = association
    const unlink = { dept_id, associated_org_id, reason_text: `${WORDS} 8` }
    expect((await platform().post('/v1.0/organization/unlink', token, unlink)).status).toBe(200)

    await aster.setPolicies({ reason_retention_days: 30 })
    await platform().advance('P29D')
    for (const table of [
      'departure',
      'leave_application',
      'offboarding',
      'offboarding_batch_item',
      'association',
      'audit_log',
      'notification',
    ]) {
      expect([table, (await tablesWith(platform(), WORDS)).includes(table)]).toEqual([table, true])
    }
    await platform().advance('P32D')
    expect(await tablesWith(platform(), WORDS)).toEqual([])
    expect((await platform().get(path, token)).body).toMatchObject({ reason_text: '[erased]', comment: '[erased]' })
  })

  test('S110: an open application and a scheduled offboarding keep their reasons, however old', async () => {
    await aster.setPolicies({ reason_retention_days: 30 })
    const own = await platform().userToken(aster.member.account_id, 'member:leave')
    const apply = { reason_code: 'other', reason_text: WORDS }
    expect((await platform().post('/v1.0/leave-applications', own, apply)).status).toBe(201)
    const effective_at = await fromNow(platform(), 200 * DAY)
    expect((await aster.offboard(aster.named('Alan').account_id, { effective_at, reason_text: WORDS })).status).toBe(
      201,
    )
    await platform().advance('P100D')
    expect(await tablesWith(platform(), WORDS)).toEqual(
      ['audit_log', 'leave_application', 'offboarding'].filter((one) => one !== 'audit_log'),
    )
  })

  test('S110: a legal hold keeps the reasons of its person, and their erasure follows its release', async () => {
    await aster.setPolicies({ reason_retention_days: 30 })
    const [held, free] = [
      await aster.gone('Noor', { reason_text: WORDS }),
      await aster.gone('Omar', { reason_text: WORDS }),
    ]
    const hold = await aster.hold(held.departure_id)
    await platform().advance('P100D')
    expect([await reasonOf(held.departure_id), await reasonOf(free.departure_id)]).toEqual([WORDS, '[erased]'])
    await aster.release(hold)
    await platform().advance('PT2H')
    expect(await reasonOf(held.departure_id)).toBe('[erased]')
  })

  test('S110: a reason that can’t be erased stands aside, and the others are erased', async () => {
    await aster.setPolicies({ reason_retention_days: 30 })
    const broken = await aster.gone('Noor', { reason_text: WORDS })
    const others = [await aster.gone('Omar', { reason_text: WORDS }), await aster.gone('Petra', { reason_text: WORDS })]
    await platform().advance('P59D')
    const where = `new.departure_id = '${broken.departure_id}'`
    const heal = await poison(platform(), { table: 'departure', when: 'update', where })
    await platform().advance('P2D')
    expect(await reasonOf(broken.departure_id)).toBe(WORDS)
    for (const { departure_id } of others) expect(await reasonOf(departure_id)).toBe('[erased]')
    expect(await eventsOf(platform(), aster.orgId, 'organization.due_work_stalled')).toMatchObject([
      { data: { kind: 'reason_retention', subject_id: broken.departure_id } },
    ])
    await heal()
    await platform().advance('PT6H')
    expect(await reasonOf(broken.departure_id)).toBe('[erased]')
  })

  test('S110: a backlog of more than a page is erased in one go', async () => {
    const { departure_id } = await aster.gone('Noor', { reason_text: WORDS })
    const columns = (await query(platform(), 'select * from departure limit 1')).flatMap((row) => Object.keys(row))
    const copied = columns.map((name) => (name === 'departure_id' ? "'dep_' || n" : `"${name}"`))
    const numbers = 'with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < 450)'
    await query(
      platform(),
      `insert into departure (${columns.map((name) => `"${name}"`)}) ${numbers}
        select ${copied} from departure, numbers where departure_id = '${departure_id}'`,
    )
    await query(platform(), "update departure set status = 'purged' where length(departure_id) < 12")
    await platform().advance('P61D')
    await aster.setPolicies({ reason_retention_days: 30 })
    await platform().advance('PT1S')
    const left = await query(platform(), `select departure_id from departure where reason_text = '${WORDS}'`)
    expect(left).toEqual([])
    expect(await query(platform(), "select kind from due_work where kind = 'reason_retention'")).toEqual([])
  })

  test('S110, S111: a period is 30 to 36,500 days', async () => {
    for (const name of ['reason_retention_days', 'record_retention_days']) {
      for (const days of [0, 29, 36_501, 30.5, '30']) {
        const body = { [name]: days }
        const answer = await platform().call('PATCH', '/v1.0/organization/policies', { token: aster.asAdmin, body })
        expect([days, answer.status, answer.body.errors[0].pointer]).toEqual([days, 400, `/${name}`])
      }
      for (const days of [30, 36_500, null]) await aster.setPolicies({ [name]: days })
    }
  })
})

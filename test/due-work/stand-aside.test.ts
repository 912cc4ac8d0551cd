import { describe, expect, test } from 'vitest'
import { fromNow, HOUR } from '../support/clock.ts'
import { inDatabase } from '../support/database.ts'
import { opened } from '../support/departures.ts'
import { eventsOf } from '../support/members.ts'
import { onEachStore } from '../support/platform.ts'
import { poison } from '../support/poison.ts'

const KINDS = [
  'offboarding',
  'offboarding_batch',
  'handover',
  'purge',
  'leave_application_expiry',
  'invitation_expiry',
  'dissolution',
  'event_retention',
  'held_deliveries',
  'recovery',
  'fan_out',
]

// On PostgreSQL an error of each of the classes that an outage has, too.
const CODES = { sqlite: ['P0001'], postgres: ['P0001', '57014', '53400', '55P03', '08P01'] }

onEachStore((platform, store) => {
  const stalled = (orgId: string) => eventsOf(platform(), orgId, 'organization.due_work_stalled')

  /** Work of an organisation that the database refuses to end, due now. */
  async function poisoned(orgId: string, kinds: string[], code?: string) {
    await poison(platform(), {
      table: 'due_work',
      when: 'delete',
      where: "old.subject_id like 'poisoned%'",
      ...(code && { code }),
    })
    const { body: clock } = await platform().get('/v1.0/sandbox/clock')
    const due = Date.parse(clock.now)
    await inDatabase(platform(), async (run) => {
      for (const kind of kinds) {
        const insert = 'insert into due_work (org_id, work_id, kind, subject_id, due_at) values ($1, $2, $3, $4, $5)'
        await run(insert, orgId, `wrk_0_${kind}`, kind, `poisoned_${kind}`, due)
      }
    })
  }

  describe.each(CODES[store])('work that the database refuses with %s', (code) => {
    test('waits, of each kind; everybody else is served on time', async () => {
      const { member, offboard, offboarding } = await opened(platform(), 1)
      const { org_id } = platform().organization(0)
      await poisoned(org_id, KINDS, code)
      const soon = await fromNow(platform(), HOUR)
      const { offboarding_id } = (await offboard(member.account_id, { effective_at: soon })).body
      await platform().advance('PT1H')
      expect((await offboarding(offboarding_id)).status).toBe('completed')

      const events = await stalled(org_id)
      expect(events.map(({ data }) => data.kind).toSorted()).toEqual(KINDS.toSorted())
      for (const { data } of events) {
        expect(data).toMatchObject({ subject_id: `poisoned_${data.kind}`, failures: 4 })
        expect(Date.parse(data.next_try_at)).toBeGreaterThan(Date.parse(data.failing_since))
      }
      const { body: metrics } = await platform().get('/metrics')
      for (const kind of KINDS) expect(metrics).toContain(`sendoff_due_work_stalled{kind="${kind}"} 1`)
    })
  })

  test('S74: stalled work is done once the cause is gone, and is reported once', async () => {
    const { named, offboard, offboarding, orgId, readMember } = await opened(platform())
    const heal = await poison(platform(), {
      table: 'departure',
      when: 'insert',
      where: `new.account_id = '${named('Alan').account_id}'`,
    })
    const soon = await fromNow(platform(), HOUR)
    const { offboarding_id } = (await offboard(named('Alan').account_id, { effective_at: soon })).body
    await platform().advance('P1D')
    expect((await offboarding(offboarding_id)).status).toBe('scheduled')
    // Their access ends at the set time, whatever goes wrong.
    expect((await readMember(named('Alan').account_id)).condition).toBe('suspended')
    expect(await stalled(orgId)).toMatchObject([{ data: { kind: 'offboarding', subject_id: offboarding_id } }])
    await heal()
    // The longest wait is six hours.
    await platform().advance('PT6H')
    expect((await offboarding(offboarding_id)).status).toBe('completed')
    expect(await stalled(orgId)).toHaveLength(1)
    const { body: metrics } = await platform().get('/metrics')
    expect(metrics).not.toContain('sendoff_due_work_stalled{')
  })

  test('an item of a batch that keeps failing is failed, and the rest of the batch continues', async () => {
    const { named, batch, readBatch, create } = await opened(platform())
    const other = await create({ name: 'Noor', email: 'noor@aster.example' })
    const broken = named('Alan').account_id
    await poison(platform(), { table: 'departure', when: 'insert', where: `new.account_id = '${broken}'` })
    const items = [broken, other].map((account_id) => ({ account_id, reason_code: 'other' }))
    const { batch_id } = (await batch(items)).body
    await platform().advance('PT1H')
    expect(await readBatch(batch_id)).toMatchObject({
      status: 'completed',
      items: [
        { account_id: broken, status: 'failed', failure: 'internal_error' },
        { account_id: other, status: 'succeeded' },
      ],
    })
  })
})

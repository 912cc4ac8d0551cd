import { expect, test } from 'vitest'
import { query } from '../support/database.ts'
import { expectGapless, opened, recorded } from '../support/departures.ts'
import { addMembers } from '../support/many.ts'
import { must, onEachStore } from '../support/platform.ts'
import { atOnce, ROUNDS, sideBySide, tally } from '../support/rounds.ts'

const PATH = '/v1.0/leave-applications'

onEachStore((platform) => {
  /** Members who have applied to leave, with their tokens. */
  async function applicants(orgId: string, count: number) {
    const members = await addMembers(platform(), orgId, count)
    return sideBySide(count, async (i) => {
      const account_id = must(members[i])
      const token = await platform().userToken(account_id, 'member:leave')
      const body = { reason_code: 'resignation', reason_text: 'Elsewhere' }
      const { application_id } = (await platform().post(PATH, token, body)).body
      return { account_id, token, application_id }
    })
  }

  /** Reads the final status of each application, and its events in order. */
  async function endsOf(orgId: string) {
    const rows = await query(
      platform(),
      `select application_id, status, departure_id from leave_application where org_id = '${orgId}'`,
    )
    const events = (await recorded(platform(), orgId)).filter(({ type }) => type.startsWith('leave_application.'))
    return new Map(
      rows.map(({ application_id, status, departure_id }) => {
        const own = events.filter(({ data }) => data.application_id === application_id)
        return [application_id, { status, departure_id, events: own.map(({ type }) => type.split('.')[1]).join(' ') }]
      }),
    )
  }

  test('after a concurrent approval and withdrawal the withdrawal counts, and an approval only before it', async () => {
    const { orgId } = await opened(platform())
    const all = await applicants(orgId, ROUNDS)
    const reviewer = await platform().appToken(orgId, 'leave_application:review')
    const rounds = await sideBySide(ROUNDS, async (round) => {
      const { token, application_id } = must(all[round])
      const [approved, withdrawn] = await atOnce(
        round,
        () => platform().post(`${PATH}/${application_id}/approve`, reviewer, {}),
        () => platform().post(`${PATH}/${application_id}/withdraw`, token),
      )
      expect([withdrawn.status, withdrawn.body.status]).toEqual([200, 'withdrawn'])
      return { application_id, approval: approved.body.code ?? approved.body.status }
    })
    const ends = await endsOf(orgId)
    for (const { application_id, approval } of rounds) {
      const events = {
        approved: 'submitted approved withdrawn',
        application_closed: 'submitted withdrawn',
      }
      expect(Object.keys(events)).toContain(approval)
      expect(ends.get(application_id)).toEqual({
        status: 'withdrawn',
        departure_id: null,
        events: events[approval as keyof typeof events],
      })
    }
    expect(Object.keys(tally(rounds.map(({ approval }) => approval))).sort(), 'each was the first at times').toEqual([
      'application_closed',
      'approved',
    ])
    // Approved applicants were notified of it, and nobody else.
    const of = `org_id = '${orgId}' and type = 'leave_application.approved'`
    const [told] = await query(platform(), `select count(*) as count from notification where ${of}`)
    expect(Number(told?.count)).toBe(rounds.filter(({ approval }) => approval === 'approved').length)
    // Nobody departed, and no due work of the approvals is left.
    expect(await recorded(platform(), orgId, 'member.departed')).toEqual([])
    const left = await query(platform(), `select kind from due_work where org_id = '${orgId}'`)
    expect(left).toEqual([{ kind: 'event_retention' }])
    await expectGapless(platform())
  }, 300_000)

  test('a concurrent approval and rejection have exactly one outcome', async () => {
    const { orgId } = await opened(platform())
    const all = await applicants(orgId, ROUNDS)
    const reviewer = await platform().appToken(orgId, 'leave_application:review')
    const rounds = await sideBySide(ROUNDS, async (round) => {
      const { application_id } = must(all[round])
      const answers = await atOnce(
        round,
        () => platform().post(`${PATH}/${application_id}/approve`, reviewer, {}),
        () => platform().post(`${PATH}/${application_id}/reject`, reviewer, {}),
      )
      const codes = answers.map(({ body }) => body.code ?? body.status)
      const decided = codes[0] === 'approved' ? 'approved' : 'rejected'
      expect(codes.toSorted()).toEqual(['application_closed', decided])
      return { application_id, decided }
    })
    const ends = await endsOf(orgId)
    for (const { application_id, decided } of rounds) {
      expect(ends.get(application_id)).toEqual({ status: decided, departure_id: null, events: `submitted ${decided}` })
    }
    expect(Object.keys(tally(rounds.map(({ decided }) => decided))).sort()).toEqual(['approved', 'rejected'])
    await expectGapless(platform())
  }, 300_000)
})

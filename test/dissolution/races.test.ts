import { expect, test } from 'vitest'
import { advanceTo, settle } from '../support/clock.ts'
import { query } from '../support/database.ts'
import { addOrganizations } from '../support/many.ts'
import { must, onEachStore } from '../support/platform.ts'
import { atOnce, ROUNDS, sideBySide, tally } from '../support/rounds.ts'

const PATH = '/v1.0/organization/dissolution'
/** The number of dissolutions that fall due at about the same time, a minute apart. */
const WAVE = Math.min(10, ROUNDS / 5)
const MINUTE = 60_000

onEachStore((platform) => {
  test('where rules meet: a dissolution that falls due while it is cancelled has exactly one outcome', async () => {
    const organizations = await addOrganizations(platform(), ROUNDS)
    const tokens = await sideBySide(ROUNDS, (i) => platform().userToken(must(organizations[i]).founder, 'org:dissolve'))
    const waves: { effective: number[]; first: number }[] = []
    for (let first = 0; first < ROUNDS; first += WAVE) {
      const effective = await sideBySide(WAVE, async (i) => {
        const body = { reason_code: 'no_longer_used', confirm_name: must(organizations[first + i]).name }
        const answer = await platform().post(PATH, tokens[first + i], body)
        expect(answer.status).toBe(202)
        return Date.parse(answer.body.effective_at)
      })
      waves.push({ effective, first })
      await platform().advance('PT1M')
    }
    const codes: (string | number)[] = []
    for (const [round, { effective, first }] of waves.entries()) {
      await advanceTo(platform(), Math.min(...effective) - MINUTE / 4)
      const cancel = async (i: number) => {
        const { status, body } = await platform().call('DELETE', PATH, { token: must(tokens[first + i]) })
        codes[first + i] = body.code ?? status
      }
      await atOnce(
        round,
        () => sideBySide(WAVE, cancel, 3),
        () => advanceTo(platform(), Math.max(...effective)),
      )
    }
    await settle(platform())

    const found = await query(
      platform(),
      `select organization.org_id, organization.status, dissolution.status as dissolution from organization
        join dissolution on dissolution.org_id = organization.org_id`,
    )
    const states = new Map(found.map(({ org_id, ...state }) => [org_id, state]))
    const events = await query(platform(), `select org_id, type from event order by org_id, sequence`)
    const typesOf = Map.groupBy(events, ({ org_id }) => org_id)
    for (const [i, { org_id }] of organizations.entries()) {
      const types = typesOf.get(org_id)?.map(({ type }) => type)
      if (codes[i] === 200) {
        expect(types).toEqual(['organization.dissolution_scheduled', 'organization.dissolution_canceled'])
        expect(states.get(org_id)).toEqual({ status: 'active', dissolution: 'canceled' })
      } else {
        // A due dissolution is not cancelled; and once the founder has departed, the token belongs to nobody.
        expect(['dissolution_not_found', 'token_revoked']).toContain(codes[i])
        expect(types).toEqual([
          'organization.dissolution_scheduled',
          'member.departed',
          'handover.completed',
          'member.purged',
          'organization.dissolved',
        ])
        expect(states.get(org_id)).toEqual({ status: 'dissolved', dissolution: 'completed' })
      }
    }
    const outcomes = tally(codes.map((code) => (code === 200 ? 'canceled' : 'dissolved')))
    expect(Object.keys(outcomes).sort(), 'each happened at times').toEqual(['canceled', 'dissolved'])
    expect(await query(platform(), `select kind from due_work where kind = 'dissolution'`)).toEqual([])
  }, 300_000)
})

import { expect, test } from 'vitest'
import { query } from '../support/database.ts'
import { addOrganizations, associate } from '../support/many.ts'
import { must, onEachStore } from '../support/platform.ts'
import { atOnce, ROUNDS, sideBySide, tally } from '../support/rounds.ts'

const PATH = '/v1.0/organization/unlink'
/** The number of organisations that make at least {@link ROUNDS} pairs. */
const ORGANIZATIONS = 21

onEachStore((platform) => {
  test('where rules meet: of concurrent unlinks from both sides, exactly one succeeds and each side has one event', async () => {
    const organizations = await addOrganizations(platform(), ORGANIZATIONS)
    const pairs = organizations
      .flatMap((one, i) => organizations.slice(i + 1).map((other) => [one, other] as const))
      .slice(0, ROUNDS)
    expect(pairs).toHaveLength(ROUNDS)
    await associate(platform(), pairs)
    const tokens = new Map<string, string>()
    for (const { org_id, founder } of organizations) {
      tokens.set(org_id, await platform().userToken(founder, 'org:unlink'))
    }
    const unlink = (own: string, associated_org_id: string) =>
      platform().post(PATH, tokens.get(own), { dept_id: 1, associated_org_id })

    const rounds = await sideBySide(ROUNDS, async (round) => {
      const [one, other] = must(pairs[round])
      const answers = await atOnce(
        round,
        () => unlink(one.org_id, other.org_id),
        () => unlink(other.org_id, one.org_id),
      )
      const codes = answers.map(({ status, body }) => body.code ?? status)
      expect(codes.toSorted()).toEqual([200, 'association_not_found'])
      const initiator = codes[0] === 200 ? one.org_id : other.org_id
      return { initiator, associated: initiator === one.org_id ? other.org_id : one.org_id }
    })

    const sides = await query(platform(), `select org_id, associated_org_id, status from association`)
    const unlinked = sides.filter(({ org_id, status }) => tokens.has(String(org_id)) && status === 'unlinked')
    expect(unlinked).toHaveLength(2 * ROUNDS)
    const events = await query(platform(), `select body from event where type = 'organization.association.unlinked'`)
    const told = events.map(({ body }) => {
      const { org_id, data } = JSON.parse(String(body))
      return `${data.side} ${org_id} ${data.associated_org_id}`
    })
    const expected = rounds.flatMap(({ initiator, associated }) => [
      `initiator ${initiator} ${associated}`,
      `associated ${associated} ${initiator}`,
    ])
    expect(told.toSorted()).toEqual(expected.toSorted())
    const firsts = rounds.map(({ initiator }, i) => (initiator === pairs[i]?.[0].org_id ? 'one' : 'other'))
    expect(Object.keys(tally(firsts)).sort(), 'each was the first at times').toEqual(['one', 'other'])
    for (const { org_id } of organizations) {
      const numbers = await query(platform(), `select sequence from event where org_id = '${org_id}' order by sequence`)
      expect(numbers.map(({ sequence }) => Number(sequence))).toEqual(numbers.map((_, i) => i + 1))
    }
  }, 300_000)
})

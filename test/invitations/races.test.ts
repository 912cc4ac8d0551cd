import { expect, test } from 'vitest'
import { query } from '../support/database.ts'
import { PATH } from '../support/invitations.ts'
import { addOrganizations, type Founded } from '../support/many.ts'
import { must, onEachStore } from '../support/platform.ts'
import { atOnce, ROUNDS as MOST_ROUNDS, sideBySide } from '../support/rounds.ts'

/** Gives each round its own pair of organisations. */
const ROUNDS = Math.min(50, MOST_ROUNDS)

onEachStore((platform) => {
  /** Organisations without associations, which may invite each other. */
  async function pairs(): Promise<[Side, Side][]> {
    const made = await addOrganizations(platform(), 2 * ROUNDS)
    const sides = await sideBySide(made.length, (i) => side(must(made[i])))
    return Array.from({ length: ROUNDS }, (_, i) => [must(sides[2 * i]), must(sides[2 * i + 1])])
  }

  type Side = Awaited<ReturnType<typeof side>>
  async function side({ org_id, founder }: Founded) {
    const token = await platform().userToken(founder, 'org:association:write')
    return {
      org_id,
      invite: (associated: { org_id: string }) =>
        platform().post(PATH, token, { associated_org_id: associated.org_id, type: 'partner', dept_id: 1 }),
      accept: (id: string) => platform().post(`${PATH}/${id}/accept`, token, { dept_id: 1 }),
      revoke: (id: string) => platform().post(`${PATH}/${id}/revoke`, token),
    }
  }

  /** Reads the final state of each organisation: its associations, invitations and events. */
  async function ends() {
    const of = async (statement: string) =>
      Map.groupBy(await query(platform(), statement), ({ org_id }) => String(org_id))
    const linked = await of(`select org_id, associated_org_id from association where status = 'linked'`)
    const invited = await of(`select org_id, status from association_invitation order by org_id, invitation_id`)
    const events = await of('select org_id, type from event order by org_id, sequence')
    return ({ org_id }: Side) => ({
      linked: linked.get(org_id)?.map(({ associated_org_id }) => associated_org_id) ?? [],
      invitations: invited.get(org_id)?.map(({ status }) => status) ?? [],
      linkedEvents: events.get(org_id)?.filter(({ type }) => type === 'organization.association.linked').length ?? 0,
    })
  }

  const statuses = (answers: { status: number }[]) => answers.map(({ status }) => status)

  test('a concurrent acceptance and revocation have exactly one outcome', async () => {
    const all = await pairs()
    const accepted = await sideBySide(ROUNDS, async (round) => {
      const [inviting, invited] = must(all[round])
      const { invitation_id } = (await inviting.invite(invited)).body
      const answers = await atOnce(
        round,
        () => invited.accept(invitation_id),
        () => inviting.revoke(invitation_id),
      )
      expect(statuses(answers).toSorted()).toEqual([200, 409])
      return answers[0].status === 200
    })
    const end = await ends()
    for (const [round, [inviting, invited]] of all.entries()) {
      const linked = accepted[round] ? 1 : 0
      expect(end(inviting)).toEqual({
        linked: linked ? [invited.org_id] : [],
        invitations: [linked ? 'accepted' : 'revoked'],
        linkedEvents: linked,
      })
      expect(end(invited)).toMatchObject({ linked: linked ? [inviting.org_id] : [], linkedEvents: linked })
    }
  }, 180_000)

  test('two concurrent acceptances link once, with one event on each side', async () => {
    const all = await pairs()
    await sideBySide(ROUNDS, async (round) => {
      const [inviting, invited] = must(all[round])
      const { invitation_id } = (await inviting.invite(invited)).body
      const answers = await Promise.all([invited.accept(invitation_id), invited.accept(invitation_id)])
      expect(statuses(answers).sort()).toEqual([200, 409])
    })
    const end = await ends()
    for (const [inviting, invited] of all) {
      expect(end(inviting)).toEqual({ linked: [invited.org_id], invitations: ['accepted'], linkedEvents: 1 })
      expect(end(invited)).toMatchObject({ linked: [inviting.org_id], linkedEvents: 1 })
    }
  }, 180_000)

  test('concurrent acceptances of invitations in both directions link once', async () => {
    const all = await pairs()
    await sideBySide(ROUNDS, async (round) => {
      const [one, other] = must(all[round])
      const ours = (await one.invite(other)).body.invitation_id
      const theirs = (await other.invite(one)).body.invitation_id
      const answers = await atOnce(
        round,
        () => other.accept(ours),
        () => one.accept(theirs),
      )
      expect(statuses(answers).sort()).toEqual([200, 409])
    })
    const end = await ends()
    for (const [one, other] of all) {
      expect([end(one).linked, end(other).linked]).toEqual([[other.org_id], [one.org_id]])
      expect([...end(one).invitations, ...end(other).invitations].sort()).toEqual(['accepted', 'revoked'])
    }
  }, 180_000)

  test('two concurrent invitations make exactly one', async () => {
    const all = await pairs()
    await sideBySide(ROUNDS, async (round) => {
      const [inviting, invited] = must(all[round])
      const answers = await Promise.all([inviting.invite(invited), inviting.invite(invited)])
      expect(statuses(answers).sort()).toEqual([201, 400])
    })
    const end = await ends()
    for (const [inviting] of all) expect(end(inviting).invitations).toEqual(['pending'])
  }, 180_000)
})

import { expect, test } from 'vitest'
import { onEachStore } from '../support/platform.ts'
import { twoStrangers } from './support.ts'

const ROUNDS = 50

onEachStore((platform) => {
  /** Ends the association of a round, so that the next begins as strangers. */
  async function unlink(own: string, associated_org_id: string, dept_id: number) {
    const token = await platform().appToken(own, 'org:unlink')
    const { status } = await platform().post('/v1.0/organization/unlink', token, { dept_id, associated_org_id })
    expect(status).toBe(200)
  }

  test('of accepting and revoking at once, exactly one happens', async () => {
    const two = await twoStrangers(platform())
    for (let round = 0; round < ROUNDS; round++) {
      const { invitation_id } = (await two.invite()).body
      const answers = await Promise.all(
        inAnyOrder(round, [
          () => two.answer(two.invited, invitation_id, 'accept'),
          () => two.answer(two.inviting, invitation_id, 'revoke'),
        ]),
      )
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
      const [status] = await two.statuses(invitation_id)
      const linked = (await two.associations(two.inviting)).some((one) => one.associated_org_id === two.invited)
      expect(linked).toBe(status === 'accepted')
      if (linked) await unlink(two.inviting, two.invited, 3)
    }
  })

  test('of accepting twice at once, exactly one links, with one event on each side', async () => {
    const two = await twoStrangers(platform())
    for (let round = 0; round < ROUNDS; round++) {
      const { invitation_id } = (await two.invite()).body
      const answers = await Promise.all([1, 2].map((dept) => two.answer(two.invited, invitation_id, 'accept', dept)))
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
      const linked = (await two.associations(two.inviting)).filter((one) => one.associated_org_id === two.invited)
      expect(linked).toHaveLength(1)
      await unlink(two.inviting, two.invited, 3)
    }
    for (const orgId of [two.inviting, two.invited]) {
      const types = (await platform().events(orgId)).map(({ type }) => type)
      expect(types.filter((type) => type === 'organization.association.linked')).toHaveLength(ROUNDS)
    }
  })

  test('of invitations in both directions accepted at once, exactly one links', async () => {
    const two = await twoStrangers(platform())
    for (let round = 0; round < ROUNDS / 2; round++) {
      const ours = (await two.invite()).body.invitation_id
      const theirs = (await two.inviteBack()).body.invitation_id
      const answers = await Promise.all(
        inAnyOrder(round, [
          () => two.answer(two.invited, ours, 'accept', 2),
          () => two.answer(two.inviting, theirs, 'accept', 3),
        ]),
      )
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
      await unlink(two.inviting, two.invited, 3)
    }
  })

  test('of inviting twice at once, exactly one is made', async () => {
    const two = await twoStrangers(platform())
    for (let round = 0; round < ROUNDS; round++) {
      const answers = await Promise.all([two.invite(), two.invite()])
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 400])
      const [open, ...more] = await two.list(two.invited, '?status=pending')
      expect(more).toEqual([])
      await two.answer(two.inviting, open.invitation_id, 'revoke')
    }
  })
})

function inAnyOrder<Result>(round: number, calls: (() => Promise<Result>)[]): Promise<Result>[] {
  return (round % 2 ? calls : calls.toReversed()).map((call) => call())
}

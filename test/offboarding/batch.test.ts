import { expect, test } from 'vitest'
import { must, onEachStore } from '../support/platform.ts'
import { DAY, expectGapless, expectRefused, fromNow, opened, recorded, settle } from './support.ts'

onEachStore((platform) => {
  test('where rules meet: a batch of 500 with failures in the middle; each item has its own result', async () => {
    const { orgId, founder, admin, member, create, batch, readBatch, register, readMember } = await opened(platform())
    const made: string[] = []
    for (let i = 0; i < 40; i++) made.push(await create({ name: `M${i}`, email: `m${i}@aster.example` }))
    await register(must(made[3]), 'note', 2)
    const refused: Record<number, [string, string]> = {
      100: [founder.account_id, 'founder_must_transfer'],
      200: [admin.account_id, 'last_admin'],
      250: [must(made[0]), 'already_departed'],
    }
    const items = Array.from({ length: 500 }, (_, i) => {
      const real = i % 13 === 0 ? made[i / 13] : undefined
      return { account_id: refused[i]?.[0] ?? real ?? `acct_unknown${i}`, reason_code: 'restructuring' }
    })
    const { status, body } = await batch(items)
    expect([status, body.total, body.status, body.succeeded + body.failed + body.pending]).toEqual([
      202,
      500,
      'running',
      500,
    ])
    const seen = [body]
    do seen.push(await readBatch(body.batch_id))
    while (seen.at(-1).status === 'running')
    const left = seen.map(({ pending }) => pending)
    expect(left).toEqual([...left].sort((a, b) => b - a))
    for (const { succeeded, failed, pending } of seen) expect(succeeded + failed + pending).toBe(500)

    const done = await readBatch(body.batch_id)
    expect(done).toMatchObject({ status: 'completed', pending: 0, completed_at: expect.any(String) })
    const departedIds: string[] = []
    for (const [i, item] of done.items.entries()) {
      expect([item.position, item.account_id]).toEqual([i, must(items[i]).account_id])
      if (refused[i]) expect(item).toMatchObject({ status: 'failed', failure: refused[i][1], offboarding_id: null })
      else if (i % 13 === 0) {
        expect(item).toMatchObject({ status: 'succeeded', failure: null, offboarding_id: expect.any(String) })
        departedIds.push(item.account_id)
      } else expect(item).toMatchObject({ status: 'failed', failure: 'member_not_found', offboarding_id: null })
    }
    expect([done.succeeded, done.failed]).toEqual([departedIds.length, 500 - departedIds.length])
    const told = (await recorded(platform(), orgId, 'member.departed')).map(({ data }) => data.account_id)
    expect(told).toEqual(departedIds)
    for (const one of [founder, admin, member]) expect((await readMember(one.account_id)).status).toBe('active')
    await expectGapless(platform())
  }, 120_000)

  test('a batch takes times and handovers of its own, and refuses an item as a single offboarding would', async () => {
    const { member, named, frozen, batch, readBatch, offboarding } = await opened(platform())
    const reason_code = 'other'
    const effective_at = await fromNow(platform(), DAY)
    const { body } = await batch([
      { account_id: member.account_id, reason_code, effective_at },
      { account_id: named('Alan').account_id, reason_code, handover: { recipient_id: frozen.account_id } },
      { account_id: named('Alan').account_id, reason_code, preview_id: 'ofp_none' },
      { account_id: named('Mei').account_id, reason_code, effective_at: await fromNow(platform(), -DAY) },
      { account_id: member.account_id, reason_code, effective_at },
    ])
    await settle(platform())
    const { items } = await readBatch(body.batch_id)
    expect(items.map(({ status, failure }: any) => failure ?? status)).toEqual([
      'succeeded',
      'recipient_invalid',
      'preview_stale',
      'effective_at_in_past',
      'offboarding_exists',
    ])
    const [{ offboarding_id }] = items
    expect(await offboarding(offboarding_id)).toMatchObject({ status: 'scheduled', batch_id: body.batch_id })
    await platform().advance('P1D')
    expect((await offboarding(offboarding_id)).status).toBe('completed')
  })

  test('a batch is refused to a member, beyond 500 items, and when it is empty', async () => {
    const { orgId, member, named, batch } = await opened(platform())
    const item = { account_id: named('Alan').account_id, reason_code: 'other' }
    const asMember = await platform().userToken(member.account_id, 'member:offboard')
    await expectRefused(platform(), orgId, [403, 'admin_required'], () => batch([item], asMember))
    await expectRefused(platform(), orgId, [400, 'invalid_request'], () => batch([]))
    await expectRefused(platform(), orgId, [400, 'invalid_request'], () => batch(Array(501).fill(item)))
    const { token: foreign } = await opened(platform(), 1)
    const { body } = await batch([item])
    const answer = await platform().get(`/v1.0/offboarding-batches/${body.batch_id}`, foreign)
    expect([answer.status, answer.body.code]).toEqual([404, 'offboarding_batch_not_found'])
  })
})

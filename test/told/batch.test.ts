import { expect, test } from 'vitest'
import { DAY, fromNow, settle } from '../support/clock.ts'
import { opened, recorded } from '../support/departures.ts'
import { addMembers } from '../support/many.ts'
import { person } from '../support/memberships.ts'
import { must, onEachStore } from '../support/platform.ts'

onEachStore((platform) => {
  test('S84: the end of a batch is an event, and a notification to the person who asked for it, with counts', async () => {
    const { orgId, admin, founder, batch } = await opened(platform())
    const made = await addMembers(platform(), orgId, 2)
    const own = await platform().userToken(admin.account_id, 'member:offboard')
    const items = [...made, founder.account_id].map((account_id) => ({ account_id, reason_code: 'other' }))
    const { batch_id } = (await batch(items, own)).body
    await settle(platform())
    const counts = { total: 3, succeeded: 2, failed: 1, canceled: 0 }
    const events = await recorded(platform(), orgId, 'offboarding_batch.completed')
    expect(events.map(({ data }) => data)).toEqual([
      { batch_id, requested_by: { type: 'user', id: admin.account_id }, dry_run: false, ...counts },
    ])
    const [first] = await (await person(platform(), admin.account_id)).notifications()
    expect(first).toMatchObject({ type: 'offboarding_batch.completed', org_id: orgId, data: { batch_id, ...counts } })
  })

  test('S85: a failed item has the place in the request, a sentence in the reader’s language and the recipient', async () => {
    const { member, named, frozen, batch, token, founder } = await opened(platform())
    const reason_code = 'other'
    const account_id = named('Alan').account_id
    const { batch_id } = (
      await batch([
        { account_id: founder.account_id, reason_code },
        {
          account_id,
          reason_code,
          handover: { by_kind: [{ kind: 'note', action: 'transfer', recipient_id: frozen.account_id }] },
        },
        { account_id, reason_code, handover: { by_resource: [{ resource_id: 'res_none', action: 'delete' }] } },
        { account_id, reason_code, preview_id: 'ofp_none' },
        { account_id, reason_code, effective_at: await fromNow(platform(), -DAY) },
        { account_id: member.account_id, reason_code },
      ])
    ).body
    await settle(platform())
    const read = async (language: string) =>
      (
        await platform().call('GET', `/v1.0/offboarding-batches/${batch_id}`, {
          token,
          headers: { 'Accept-Language': language },
        })
      ).body.items.map(({ problem }: any) => problem)
    const problems = await read('en')
    expect(problems.map((one: any) => one && [one.code, one.pointer, one.recipient_id])).toEqual([
      ['founder_must_transfer', '/items/0/account_id', null],
      ['recipient_invalid', '/items/1/handover/by_kind/0/recipient_id', frozen.account_id],
      ['invalid_request', '/items/2/handover/by_resource/0/resource_id', null],
      ['preview_stale', '/items/3/preview_id', null],
      ['effective_at_in_past', '/items/4/effective_at', null],
      null,
    ])
    for (const [i, one] of (await read('zh-CN')).entries()) {
      if (one === null) continue
      expect(one.detail).toMatch(/\p{Script=Han}/u)
      expect(must<any>(problems[i]).detail).not.toMatch(/\p{Script=Han}/u)
    }
    expect(must<any>(problems[2]).detail).toMatch(/resource/)
  })
})

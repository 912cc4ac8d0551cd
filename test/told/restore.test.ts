import { expect, test } from 'vitest'
import { DAY, fromNow } from '../support/clock.ts'
import { query } from '../support/database.ts'
import { opened, recorded } from '../support/departures.ts'
import { onEachStore } from '../support/platform.ts'

onEachStore((platform) => {
  test('S82: a restore says that the scheduled offboarding and the manager do not come back', async () => {
    const { orgId, admin, offboard, departed, previewRestore, restore, readMember, create } = await opened(platform())
    const manager = await create({ name: 'Noor', email: 'noor@aster.example' })
    const account_id = await create({ name: 'Nils', email: 'nils@aster.example', manager_id: manager })
    const effective_at = await fromNow(platform(), 7 * DAY)
    const { offboarding_id } = (await offboard(account_id, { effective_at })).body
    const departureId = await departed(account_id, { handover: { recipient_id: admin.account_id } })
    await departed(manager)
    const lost = [
      { type: 'manager', id: manager, reason: 'manager_unavailable' },
      { type: 'scheduled_offboarding', id: offboarding_id, reason: 'offboarding_canceled' },
    ]
    const preview = (await previewRestore(departureId)).body
    expect(preview.not_restored).toEqual(expect.arrayContaining(lost))
    const answer = await restore(departureId)
    expect(answer.body.not_restored).toEqual(preview.not_restored)
    const [event] = await recorded(platform(), orgId, 'member.restored')
    expect(event.data.not_restored).toEqual(preview.not_restored)
    expect((await readMember(account_id)).manager_id).toBeNull()
  })

  test('S82: a restore says which leave application was withdrawn by the departure', async () => {
    const { member, departed, restore } = await opened(platform())
    const token = await platform().userToken(member.account_id, 'member:leave')
    const body = { reason_code: 'other', reason_text: 'Away' }
    const { application_id } = (await platform().post('/v1.0/leave-applications', token, body)).body
    const { not_restored } = (await restore(await departed(member.account_id))).body
    expect(not_restored).toContainEqual({
      type: 'leave_application',
      id: application_id,
      reason: 'application_withdrawn',
    })
  })

  test('S82: a restore says which departments have another head since, and that the recipient by policy is another', async () => {
    const { orgId, founder, admin, departed, previewRestore, restore, create } = await opened(platform())
    const account_id = await create({ name: 'Nils', email: 'nils@aster.example' })
    const token = await platform().userToken(founder.account_id, 'org:write', 'org:policy:write')
    const sales = { name: 'Sales', parent_dept_id: 1, head_id: account_id }
    const { dept_id } = (await platform().post('/v1.0/departments', token, sales)).body
    const policy = (fallback_recipient_id: string) =>
      platform().call('PUT', '/v1.0/organization/leave-policy', {
        token,
        body: { mode: 'instant', fallback_recipient_id },
      })
    expect((await policy(account_id)).status).toBe(200)
    const departureId = await departed(account_id)
    await policy(admin.account_id)
    const nobody = `update department set head_id = null where org_id = '${orgId}' and dept_id = ${dept_id}`
    await query(platform(), nobody)
    const lost = [
      { type: 'department_head', id: String(dept_id), reason: 'head_replaced' },
      { type: 'fallback_recipient', id: account_id, reason: 'recipient_replaced' },
    ]
    expect((await previewRestore(departureId)).body.not_restored).toEqual(expect.arrayContaining(lost))
    expect((await restore(departureId)).body.not_restored).toEqual(expect.arrayContaining(lost))
  })
})

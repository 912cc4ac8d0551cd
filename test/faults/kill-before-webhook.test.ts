import { describe, expect, test } from 'vitest'
import { environmentOn } from '../support/environment.ts'
import { Caller, stores } from '../support/platform.ts'
import { startProcess } from '../support/process.ts'
import { startReceiver } from '../support/receiver.ts'

/** As many attempts as a new endpoint may have under way. */
const LANE = 4

describe.each(stores())('on %s', (store) => {
  test('kill -9 between the answer of an unlink and its webhook: after the restart the webhook arrives, once', {
    timeout: 180_000,
  }, async () => {
    const settings = await environmentOn(store)
    const first = await startProcess(settings)
    const before = new Caller(first.base, first.data)
    let up = false
    const receiver = await startReceiver(() => (up ? 204 : 'hang'))
    const { org_id, dept_id, associated_org_id } = before.association('upstream')
    const token = await before.appToken(org_id, 'org:unlink', 'webhook:write')
    const endpoint = await before.post('/v1.0/webhook-endpoints', token, { url: receiver.url })
    // The lane is full of pings that hang, so the webhook of the unlink can't be under way yet.
    for (let n = 0; n < LANE; n++) await before.post(`/v1.0/webhook-endpoints/${endpoint.body.endpoint_id}/test`, token)
    await receiver.until((received) => received.length === LANE)
    const answer = await before.post('/v1.0/organization/unlink', token, { dept_id, associated_org_id })
    expect(answer.body.result).toBe(true)
    await first.kill('SIGKILL')
    expect(receiver.received.map(({ event }) => event.type)).toEqual(Array(LANE).fill('ping'))

    up = true
    const second = await startProcess(settings)
    const unlinks = () => receiver.received.filter(({ event }) => event.type === 'organization.association.unlinked')
    await receiver.until(() => unlinks().length > 0)
    const after = new Caller(second.base, second.data)
    await after.advance('P3D')
    expect(unlinks()).toHaveLength(1)
    expect(unlinks()[0]?.event.data).toMatchObject({ association_id: answer.body.association_id, side: 'initiator' })
  })
})

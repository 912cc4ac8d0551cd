import { expect, test } from 'vitest'
import { createEndpoint, settle } from '../support/endpoints.ts'
import { contractSchema, everyType, getText, unlink } from '../support/events.ts'
import { onEachStore } from '../support/platform.ts'
import { startReceiver } from '../support/receiver.ts'

/** Characters that JSON writers and databases treat differently, and half a character, which no UTF-8 can hold. */
const awkward = 'quote " backslash \\ slash / é 解除 👋🏽 \u2028 </script>'

onEachStore((platform) => {
  test('an event is read by its id', async () => {
    const { org_id } = await unlink(platform(), platform().association('upstream'))
    const token = await platform().appToken(org_id, ...everyType)
    const [event] = (await platform().get('/v1.0/events', token)).body.data
    const answer = await platform().get(`/v1.0/events/${event.id}`, token)
    expect([answer.status, answer.body]).toEqual([200, event])
  })

  test("another organisation's event is not found, and no more is one that never was", async () => {
    const { org_id, associated_org_id } = await unlink(platform(), platform().association('upstream'))
    const own = await platform().appToken(org_id, ...everyType)
    const other = await platform().appToken(associated_org_id, ...everyType)
    const [event] = (await platform().get('/v1.0/events', own)).body.data
    const answers = [
      await platform().get(`/v1.0/events/${event.id}`, other),
      await platform().get('/v1.0/events/evt_019c2b5e7d2f7a31b6c04e9d8f1a2b3c', own),
      await platform().get('/v1.0/events/1', own),
    ]
    for (const { status, body } of answers) expect([status, body.code]).toEqual([404, 'event_not_found'])
  })

  test('an event has the actor, the time and the subject as the contract describes them', async () => {
    const { org_id, associated_org_id } = await unlink(platform(), platform().association('upstream'), {
      reason_code: 'other',
      reason_text: awkward,
    })
    const faults = await contractSchema('Event')
    for (const orgId of [org_id, associated_org_id]) {
      const [event] = await platform().events(orgId)
      expect(faults(event)).toEqual([])
      expect(event).toMatchObject({
        api_version: '1.0',
        timestamp: event.data.unlinked_at,
        actor: { type: 'app', id: platform().organizationOf(org_id).apps[0]?.app_id },
      })
    }
    expect((await platform().events(org_id))[0].data.reason_text).toBe(awkward)
  })

  test('an event is listed and read byte for byte as it is delivered', async () => {
    const receiver = await startReceiver()
    const { org_id } = platform().association('upstream')
    const token = await platform().appToken(org_id, ...everyType, 'webhook:write')
    await createEndpoint(platform(), token, receiver.url)
    await unlink(platform(), platform().association('upstream'), { reason_text: awkward })
    await settle(platform())
    const [delivered] = receiver.received
    const text = delivered?.body.toString() ?? 'nothing'
    expect(await getText(platform(), `/v1.0/events/${delivered?.event.id}`, token)).toBe(text)
    expect(await getText(platform(), '/v1.0/events', token)).toBe(
      `{"data":[${text}],"next_cursor":null,"last_sequence":1}`,
    )
  })
})

import { CloudEvent, HTTP } from 'cloudevents'
import { Webhook } from 'standardwebhooks'
import { expect, test } from 'vitest'
import { createEndpoint, PATH, settle, webhookToken } from '../support/endpoints.ts'
import { unlink } from '../support/events.ts'
import { must, onEachStore } from '../support/platform.ts'
import { type Received, startReceiver } from '../support/receiver.ts'

onEachStore((platform) => {
  async function deliver(format: 'cloudevents-binary' | 'cloudevents-structured') {
    const receiver = await startReceiver()
    const token = await webhookToken(platform())
    const { endpoint_id, secret } = await createEndpoint(platform(), token, receiver.url)
    const changed = await platform().call('PATCH', `${PATH}/${endpoint_id}`, { token, body: { format } })
    expect(changed.body.format).toBe(format)
    await unlink(platform(), platform().association('upstream'), { reason_text: 'Überschneidung 👋' })
    await settle(platform())
    const [event] = await platform().events(platform().organization(0).org_id)
    return { received: must(receiver.received[0]), secret, event }
  }

  const parsed = ({ headers, body }: Received) => {
    const event = HTTP.toEvent({ headers, body: body.toString() })
    if (Array.isArray(event)) throw new Error('a batch')
    return event
  }

  test.each(['cloudevents-binary', 'cloudevents-structured'] as const)(
    '%s is a CloudEvent 1.0 to the library of CloudEvents, and the signature is over the bytes sent',
    async (format) => {
      const { received, secret, event } = await deliver(format)
      expect(received.headers['content-type']).toBe(
        format === 'cloudevents-binary' ? 'application/json' : 'application/cloudevents+json; charset=utf-8',
      )
      const read = parsed(received)
      expect(new CloudEvent(read).validate()).toBe(true)
      expect(read).toMatchObject({
        specversion: '1.0',
        id: event.id,
        source: `${platform().base}/v1.0/organizations/${event.org_id}`,
        type: event.type,
        time: event.timestamp,
        orgid: event.org_id,
        sequence: String(event.sequence).padStart(16, '0'),
      })
      expect(read.data).toEqual(event)
      const headers = received.headers as Record<string, string>
      expect(headers['webhook-id']).toBe(event.id)
      expect(() => new Webhook(secret).verify(received.body.toString(), headers)).not.toThrow()
      const forged = received.body.toString().replace(event.id, event.id.toUpperCase())
      expect(() => new Webhook(secret).verify(forged, headers)).toThrow()
    },
  )

  test('the binary mode sends exactly the bytes of the event', async () => {
    const { received, event } = await deliver('cloudevents-binary')
    expect(received.body.toString()).toBe(JSON.stringify(event))
  })
})

import { expect, test } from 'vitest'
import { inDatabase } from '../support/database.ts'
import { createEndpoint, PATH, ping, readDelivery, settle, webhookToken } from '../support/endpoints.ts'
import { must, onEachStore } from '../support/platform.ts'
import { startReceiver } from '../support/receiver.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const DISABLED = 'webhook_endpoint.disabled'

onEachStore((platform) => {
  test('five days without a success disable the endpoint, also across restarts; its deliveries are kept', async () => {
    const [dead, other] = [await startReceiver(() => 500), await startReceiver()]
    const token = await webhookToken(platform())
    const { endpoint_id } = await createEndpoint(platform(), token, dead.url)
    await createEndpoint(platform(), token, other.url, { event_types: [DISABLED] })
    const owed: string[] = []
    for (let n = 0; n < 6; n++) owed.push((await ping(platform(), token, endpoint_id)).delivery_id)
    await settle(platform())
    const began = Date.parse((await platform().get('/v1.0/sandbox/clock')).body.now)
    const read = async () => (await platform().get(`${PATH}/${endpoint_id}`, await webhookToken(platform()))).body
    // It pretends to have failed for four days and 23 hours, because the probes of days would take minutes.
    const age =
      'update endpoint_health set first_failure_at = first_failure_at - $1, probes = 1000 where endpoint_id = $2'
    await inDatabase(platform(), (run) => run(age, 5 * DAY - HOUR, endpoint_id))
    await platform().advance('PT30M')
    await platform().restart()
    await platform().advance('PT20M')
    expect(await read()).toMatchObject({ status: 'enabled' })
    expect(other.received).toEqual([])
    await platform().advance('PT11M')
    expect(await read()).toMatchObject({ status: 'disabled', disabled_reason: 'failing' })
    expect(other.received.map(({ event }) => event.type)).toEqual([DISABLED])
    const told = must(other.received[0]).event
    expect(told.data).toMatchObject({ endpoint_id, reason: 'failing' })
    expect(Math.abs(Date.parse(told.timestamp) - began - HOUR)).toBeLessThan(60_000)
    const fresh = await webhookToken(platform())
    for (const id of owed) expect((await readDelivery(platform(), fresh, id)).status).toBe('held')
    const before = dead.received.length
    await platform().advance('P5D')
    expect(dead.received).toHaveLength(before)
    expect(other.received).toHaveLength(1)
  }, 120_000)

  test('a success in between starts the five days again', async () => {
    let isUp = false
    const receiver = await startReceiver(() => (isUp ? 200 : 500))
    const token = await webhookToken(platform())
    const { endpoint_id } = await createEndpoint(platform(), token, receiver.url)
    const fail = async () => {
      isUp = false
      await ping(platform(), token, endpoint_id)
      await platform().advance('P2DT20H')
    }
    await fail()
    isUp = true
    // Another one, because the first may have used up its attempts by then.
    await ping(platform(), token, endpoint_id)
    await platform().advance('P1D')
    await fail()
    expect((await platform().get(`${PATH}/${endpoint_id}`, token)).body.status).toBe('enabled')
  })
})

import { expect, test } from 'vitest'
import { recorded } from '../support/departures.ts'
import { settle } from '../support/endpoints.ts'
import { must, onEachStore } from '../support/platform.ts'
import { startReceiver } from '../support/receiver.ts'
import { opened } from './support.ts'

onEachStore((platform) => {
  test('S92: each system that deprovisions owes a receipt, which its answer to the delivery gives', async () => {
    const org = await opened(platform())
    const says = (receipt: object) => ({ status: 200, body: JSON.stringify({ receipt }) })
    const systems = {
      done: await startReceiver(() => says({ status: 'done', details: 'Two sessions ended' })),
      failed: await startReceiver(() => says({ status: 'failed', reason: 'Locked by an audit' })),
      none: await startReceiver(() => says({ status: 'not_applicable' })),
      silent: await startReceiver(),
      other: await startReceiver(() => says({ status: 'done' })),
    }
    for (const [name, { url }] of Object.entries(systems)) {
      await org.system({ url, description: name, ...(name === 'other' && { deprovisions: false }) })
    }
    const departure_id = await org.gone()
    await settle(platform())
    const table = await org.table(departure_id)
    expect(
      table.map(({ system, status, reason, answered_by }) => [system.description, status, reason, answered_by]),
    ).toEqual([
      ['done', 'done', null, 'endpoint'],
      ['failed', 'failed', 'Locked by an audit', 'endpoint'],
      ['none', 'not_applicable', null, 'endpoint'],
      ['silent', 'acknowledged', null, null],
    ])
    const departure = await org.departure(departure_id)
    expect([departure.receipts, departure.closed_at]).toEqual([
      { owed: 4, awaited: 0, acknowledged: 1, done: 1, failed: 1, not_applicable: 1, overdue: 0 },
      null,
    ])
  })

  test('S93: a departure is closed when every receipt is done or not applicable, and opens again when one fails', async () => {
    const org = await opened(platform())
    const [one, other] = [await org.system({ description: 'one' }), await org.system({ description: 'other' })]
    const departure_id = await org.gone()
    const [first, second] = await org.table(departure_id)
    const event_id = must(first).event_id
    const file = (endpoint_id: string, body: object) => org.file({ event_id, endpoint_id, ...body })
    expect((await file(one.endpoint_id, { status: 'done' })).status).toBe(200)
    expect((await org.departure(departure_id)).closed_at).toBeNull()
    expect((await file(other.endpoint_id, { status: 'failed', reason: 'x' })).body.status).toBe('failed')
    expect((await org.departure(departure_id)).closed_at).toBeNull()
    expect((await file(other.endpoint_id, { status: 'done' })).body.status).toBe('done')
    expect((await org.departure(departure_id)).closed_at).not.toBeNull()
    expect((await file(one.endpoint_id, { status: 'failed', reason: 'Came back' })).body).toMatchObject({
      status: 'failed',
      reason: 'Came back',
      late: false,
    })
    expect((await org.departure(departure_id)).closed_at).toBeNull()
    await file(one.endpoint_id, { status: 'not_applicable' })
    expect((await org.departure(departure_id)).closed_at).not.toBeNull()
    const types = (await recorded(platform(), org.orgId, 'departure.closed', 'departure.reopened')).map(
      ({ type }) => type,
    )
    expect(types).toEqual(['departure.closed', 'departure.reopened', 'departure.closed'])
    expect(must(second).status).toBe('awaited')
  })
})

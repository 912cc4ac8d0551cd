import { expect, test } from 'vitest'
import { rows } from '../support/database.ts'
import { recorded } from '../support/departures.ts'
import { createMany } from '../support/many-endpoints.ts'
import { onEachStore } from '../support/platform.ts'
import { poison } from '../support/poison.ts'
import { startReceiver } from '../support/receiver.ts'
import { opened } from './support.ts'

onEachStore((platform) => {
  /**
   * Ten systems that say done, and a departure with so many events that their deliveries are made in pages, which are held. Events
   * that are recorded next queue behind them.
   */
  async function queueing() {
    const org = await opened(platform())
    const body = JSON.stringify({ receipt: { status: 'done' } })
    const receiver = await startReceiver(() => ({ status: 200, body }))
    const ids = await createMany(platform(), org.receiptToken, 10, (n) => `${receiver.url}/${n}`)
    await rows(platform(), (db) => db.updateTable('webhook_endpoint').set({ deprovisions: 1 }).execute())
    const account_id = await org.create({ name: 'Before', email: 'before@aster.example' })
    await org.register(account_id, 'note', 150)
    const release = await poison(platform(), { table: 'fan_out', when: 'update', where: '1 = 1' })
    await org.departed(account_id, { handover: { by_kind: [{ kind: 'note', action: 'delete' }] } })
    const departure_id = await org.gone()
    expect(await org.table(departure_id)).toEqual([])
    return { ...org, ids, departure_id, release }
  }

  test('S93: a departure whose deliveries are made in pages owes each system one receipt, and is closed once', {
    timeout: 120_000,
  }, async () => {
    const { departure, departure_id, table, ids, orgId, release } = await queueing()
    await release()
    await platform().advance('PT10M')
    const receipts = await table(departure_id)
    expect(receipts.map(({ system }) => system.endpoint_id).toSorted()).toEqual(ids.toSorted())
    expect((await departure(departure_id)).receipts).toMatchObject({ owed: 10, done: 10 })
    expect((await departure(departure_id)).closed_at).not.toBeNull()
    const closed = await recorded(platform(), orgId, 'departure.closed')
    expect(closed.filter(({ data }) => data.departure_id === departure_id)).toHaveLength(1)
  })

  test('S95: one that is undone before its receipts are made owes none for the departure', {
    timeout: 120_000,
  }, async () => {
    const { departure_id, restore, table, release } = await queueing()
    expect((await restore(departure_id)).status).toBe(200)
    await release()
    await platform().advance('PT10M')
    const receipts = await table(departure_id)
    expect(receipts.map(({ event_type, status }) => [event_type, status])).toEqual(
      Array.from({ length: 10 }, () => ['member.restored', 'done']),
    )
  })
})

import type { Facts } from './fact.ts'
import type { World } from './world.ts'

/** The facts of receipts, which an endpoint owes that is made for the time of the fact. */
export const receipts: Facts = {
  'departure.closed': (world) =>
    world.withEndpoint(async () => {
      await settle(world, await world.depart(await world.newMember()))
      await world.advance('PT0S')
    }, true),
  'departure.reopened': async (world) => {
    const { app_id, client } = await world.newApp()
    try {
      await client.webhookEndpoints.create({ url: 'http://127.0.0.1:9/', deprovisions: true })
      const departure_id = await world.depart(await world.newMember())
      const events = await settle(world, departure_id, app_id)
      const [event_id = ''] = events
      await client.receipts.create({ event_id, status: 'done' })
      await world.advance('PT11M')
      await client.receipts.create({ event_id, status: 'failed', reason: world.texts.trigger.reason })
      await world.advance('PT11M')
    } finally {
      await world.admin.apps.delete({ app_id })
    }
  },
  'receipt.overdue': (world) =>
    world.withEndpoint(async () => {
      const { receipt_deadline_hours } = await world.founder.organization.getPolicies()
      await world.depart(await world.newMember())
      await world.advance(`PT${receipt_deadline_hours + 1}H`)
    }, true),
  // A system that goes away before it has acted.
  'receipt.failed': (world) =>
    world.withEndpoint(async () => {
      await world.depart(await world.newMember())
      await world.advance('PT0S')
    }, true),
}

/**
 * Settles every open receipt of a departure by hand.
 *
 * @param except an app whose receipts stay open
 * @returns the events of the receipts that stay open
 */
async function settle({ admin, texts }: World, departure_id: string, except?: string): Promise<string[]> {
  const open: string[] = []
  for await (const { receipt_id, status, system, event_id } of admin.departures.listReceipts({ departure_id })) {
    if (system.app_id === except) open.push(event_id)
    else if (status === 'awaited' || status === 'acknowledged') {
      await admin.receipts.settle({ receipt_id, status: 'done', reason: texts.trigger.reason })
    }
  }
  return open
}

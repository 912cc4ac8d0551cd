import { createHash } from 'node:crypto'
import { schedule } from '../../due-work/due-work.ts'
import type { Work } from '../../store/work.ts'
import type { RecordedEvent } from '../event.ts'
import { audienceOf, receives, type Subscriber } from './audience.ts'
import { insertDeliveries, newDelivery } from './insert.ts'
import { insertReceipts, owesReceipt } from './receipts.ts'

/**
 * The most deliveries that the transaction of the events makes itself for one organisation. More are made afterwards, in pages, so
 * that no number of endpoints makes a fact slow or impossible.
 */
const MOST_IN_TRANSACTION = 1000

/** The endpoints that receive the events of an organisation. */
export type Receiving = {
  subscribers: Subscriber[]
  /** True while earlier events still have deliveries to be made; later ones queue behind them. */
  isFanningOut: boolean
}

/**
 * Creates the deliveries of events: one for each endpoint of each app that acts for the event's organisation, if the
 * endpoint selects the type and the app holds the type's read scope there. If there are many, this transaction stores
 * only their audience, and {@link fanOutStep} creates them afterwards. Deliveries to a disabled endpoint are held. The
 * receipts that endpoints owe are made together with the deliveries.
 *
 * @param events those of each organisation in order, without gaps
 * @param receiving the endpoints of each organisation
 */
export async function createDeliveries(
  work: Work,
  events: RecordedEvent[],
  receiving: ReadonlyMap<string, Receiving>,
): Promise<void> {
  for (const [orgId, ofOrganization] of Map.groupBy(events, ({ org_id }) => org_id)) {
    const { subscribers, isFanningOut } = receiving.get(orgId) ?? { subscribers: [], isFanningOut: false }
    if (subscribers.length === 0) continue
    const byType = Map.groupBy(ofOrganization, ({ type }) => type)
    const receivers = new Map(
      [...byType.keys()].map((type) => [type, subscribers.filter((one) => receives(one, type))]),
    )
    const count = [...byType].reduce((sum, [type, some]) => sum + some.length * (receivers.get(type)?.length ?? 0), 0)
    if (count === 0) continue
    if (isFanningOut || count > MOST_IN_TRANSACTION) await fanOutLater(work, ofOrganization, subscribers)
    else {
      const deliveries = ofOrganization.flatMap((event) =>
        (receivers.get(event.type) ?? []).map((subscriber) => newDelivery(work, event, subscriber)),
      )
      await insertDeliveries(work, deliveries)
      const owed = ofOrganization.flatMap(({ type, ...event }) =>
        (receivers.get(type) ?? []).flatMap((subscriber) =>
          owesReceipt(subscriber, type) ? { event: { ...event, type }, ...subscriber } : [],
        ),
      )
      await insertReceipts(work, orgId, owed)
    }
  }
}

/** Keeps who receives the events. One piece of due work makes the deliveries of all that an organisation queues. */
async function fanOutLater(work: Work, events: RecordedEvent[], subscribers: Subscriber[]): Promise<void> {
  const [first, last] = [events.at(0), events.at(-1)]
  if (!first || !last) return
  const { org_id } = first
  const recipients = JSON.stringify(audienceOf(subscribers))
  const audience_id = createHash('sha256').update(recipients).digest('base64url')
  await work.db
    .insertInto('fan_out_audience')
    .values({ org_id, audience_id, recipients })
    .onConflict((known) => known.columns(['org_id', 'audience_id']).doNothing())
    .execute()
  const range = { next_sequence: first.sequence, up_to: last.sequence, next_recipient: 0 }
  await work.db
    .insertInto('fan_out')
    .values({ org_id, audience_id, ...range })
    .execute()
  const { fan_outs } = await work.db
    .updateTable('organization')
    .set((set) => ({ fan_outs: set('fan_outs', '+', 1) }))
    .where('org_id', '=', org_id)
    .returning('fan_outs')
    .executeTakeFirstOrThrow()
  if (fan_outs === 1) await schedule(work, { orgId: org_id, kind: 'fan_out', subjectId: org_id, dueAt: work.now })
}

import { sql } from 'kysely'
import { isReceiptType } from '../../events/outbox/receipts.ts'
import { isPostgres, recordset } from '../../store/recordset.ts'
import type { Tx } from '../../store/schema.ts'
import type { Work } from '../../store/work.ts'
import type { Made } from '../delivery/pace/made.ts'
import { readAnswer } from './answer-body.ts'
import { type Changed, scheduleClosings, writeStates } from './record.ts'
import { afterAnswer, type ReceiptRow } from './transition.ts'

/**
 * Records the receipts that endpoints gave with their answers to deliveries.
 *
 * @param received attempts that were answered with a 2xx
 */
export async function recordAnswers(work: Work, received: readonly Made[]): Promise<void> {
  const asked = received.filter(({ claimed }) => isReceiptType(claimed.type))
  if (asked.length === 0) return
  // Several deliveries of an event may have been answered; the last one is in the map.
  const byKey = new Map(asked.map((made) => [keyOf(made.claimed), made]))
  const changed: Changed[] = []
  for (const receipt of await lockReceipts(work.db, [...byKey.values()])) {
    const made = byKey.get(keyOf({ endpointId: receipt.endpoint_id, eventId: receipt.event_id }))
    const state = made && afterAnswer(receipt, readAnswer(made.answer), made.endedAt)
    if (state) changed.push({ receipt, state })
  }
  await writeStates(work, changed)
  await scheduleClosings(work, changed)
}

const keyOf = ({ endpointId, eventId }: Pick<Made['claimed'], 'endpointId' | 'eventId'>) => `${endpointId} ${eventId}`

async function lockReceipts(tx: Tx, made: Made[]): Promise<ReceiptRow[]> {
  const keys = made.map(({ claimed }) => ({
    org_id: claimed.orgId,
    event_id: claimed.eventId,
    endpoint_id: claimed.endpointId,
  }))
  const table = recordset(tx, 'made', { org_id: 'text', event_id: 'text', endpoint_id: 'text' }, keys)
  const { rows } = await sql<ReceiptRow>`
    select receipt.* from ${table} join receipt on receipt.org_id = made.org_id
      and receipt.event_id = made.event_id and receipt.endpoint_id = made.endpoint_id
    order by receipt.org_id, receipt.receipt_id ${isPostgres(tx) ? sql`for update of receipt` : sql``}`.execute(tx)
  return rows
}

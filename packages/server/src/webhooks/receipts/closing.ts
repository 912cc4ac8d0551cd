import type { EventOf } from '@sendoff/api'
import { type Step, schedule } from '../../due-work/due-work.ts'
import { appendEvents } from '../../events/append.ts'
import { system } from '../../events/event.ts'
import { isDissolved } from '../../locks/organizations.ts'
import { isOneOf } from '../../store/recordset.ts'
import type { Reader } from '../../store/schema.ts'
import type { Work } from '../../store/work.ts'
import { countReceipts, type ReceiptCounts } from './counts.ts'
import { UNSETTLED } from './transition.ts'

/** The time after which a departure whose receipts are still being made is looked at again, in milliseconds. */
const LATER = 60_000

/** Finds those of some departures that are to be closed or opened again: their receipts say something else than they do. */
export async function findMoved(db: Reader, orgId: string, departureIds: string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('departure')
    .select(['departure_id', 'closed_at'])
    .select((of) =>
      of
        .selectFrom('receipt')
        .select('receipt_id')
        .whereRef('receipt.org_id', '=', 'departure.org_id')
        .whereRef('receipt.departure_id', '=', 'departure.departure_id')
        .where('receipt.status', 'in', UNSETTLED)
        .limit(1)
        .as('unsettled'),
    )
    .where('org_id', '=', orgId)
    .where(isOneOf(db, 'departure_id', departureIds))
    .execute()
  return rows
    .filter(({ closed_at, unsettled }) => (closed_at === null) === (unsettled === null))
    .map(({ departure_id }) => departure_id)
}

/** Closes a departure, or opens it again, as its receipts say. */
export const closingStep: Step = async (work, { orgId, subjectId }) => {
  await closeOrReopen(work, orgId, subjectId)
  return 'done'
}

/**
 * Closes a departure of which every system has settled its receipt, and opens one again of which one has not. A departure
 * to which no system owes a receipt is never closed, and nothing happens in an organisation that has ended.
 */
export async function closeOrReopen(work: Work, orgId: string, departureId: string): Promise<void> {
  const departure = await work.db
    .selectFrom('departure')
    .select(['account_id', 'closed_at'])
    .where('org_id', '=', orgId)
    .where('departure_id', '=', departureId)
    .forUpdate()
    .executeTakeFirst()
  const receipts = (await countReceipts(work, orgId, [departureId])).get(departureId)
  if (!departure || !receipts) return
  const unsettled = receipts.awaited + receipts.acknowledged + receipts.failed
  const about = { departure_id: departureId, account_id: departure.account_id }
  if (await isDissolved(work.db, orgId)) return
  if (unsettled > 0 && departure.closed_at !== null) {
    await setClosed(work, orgId, departureId, null)
    const data = { ...about, cause: causeOf(receipts) }
    await appendEvents(work, [{ orgId, type: 'departure.reopened', actor: system, data }])
  }
  if (unsettled > 0 || departure.closed_at !== null) return
  if (await isFanningOut(work.db, orgId, departureId)) {
    await schedule(work, { orgId, kind: 'departure_closing', subjectId: departureId, dueAt: work.now + LATER })
    return
  }
  await setClosed(work, orgId, departureId, work.now)
  await appendEvents(work, [{ orgId, type: 'departure.closed', actor: system, data: { ...about, receipts } }])
}

const causeOf = ({ failed }: ReceiptCounts): EventOf<'departure.reopened'>['data']['cause'] =>
  failed > 0 ? 'receipt_failed' : 'restored'

async function setClosed({ db }: Work, orgId: string, departureId: string, closed_at: number | null): Promise<void> {
  await db
    .updateTable('departure')
    .set({ closed_at })
    .where('org_id', '=', orgId)
    .where('departure_id', '=', departureId)
    .execute()
}

/** Tells whether more receipts of a departure may still be made: its events still have deliveries to be created. */
async function isFanningOut(db: Reader, orgId: string, departureId: string): Promise<boolean> {
  const row = await db
    .selectFrom('fan_out')
    .select('up_to')
    .where('org_id', '=', orgId)
    .where('next_sequence', '<=', (of) =>
      of
        .selectFrom('receipt')
        .select((all) => all.fn.max('sequence').as('last'))
        .where('org_id', '=', orgId)
        .where('departure_id', '=', departureId),
    )
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

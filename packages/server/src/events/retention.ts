import { type Step, schedule } from '../due-work/due-work.ts'
import { Refusal } from '../refusal.ts'
import { isOneOf } from '../store/recordset.ts'
import type { Tx } from '../store/schema.ts'
import type { Work } from '../store/work.ts'

const HOUR = 60 * 60 * 1000

/** The retention of events with their deliveries, attempts and recoveries, in milliseconds. */
export const RETENTION = 30 * 24 * HOUR

/** The number of events that are removed in one transaction. */
const PAGE = 200

/** The most deliveries that one transaction removes: many endpoints may have received each event. */
const MOST_DELIVERIES = 2000

/** Schedules the removal of an organisation's oldest event. Called for its first event. */
export async function scheduleRetention(work: Work, orgId: string, createdAt: number): Promise<void> {
  await schedule(work, { orgId, kind: 'event_retention', subjectId: orgId, dueAt: createdAt + RETENTION })
}

/** Removes an organisation's events that are older than 30 days, with their deliveries and attempts, oldest first. */
export const retentionStep: Step = async (work, { orgId }) => {
  const organization = await work.db
    .selectFrom('organization')
    .select('last_sequence')
    .where('org_id', '=', orgId)
    .forUpdate()
    .executeTakeFirst()
  if (!organization) return 'done'
  const oldest = await readOldest(work.db, orgId)
  // The clocks of servers differ a little: the first event that is too young ends the page, so that no gap appears.
  const firstKept = oldest.findIndex((event) => event.created_at > work.now - RETENTION)
  const removed = firstKept === -1 ? oldest : oldest.slice(0, firstKept)
  const last = removed.at(-1)?.sequence
  if (last !== undefined && !(await removeUpTo(work.db, orgId, last))) return 'again'
  if (firstKept === -1 && oldest.length === PAGE) return 'again'
  const next = oldest[removed.length]
  const first_sequence = next?.sequence ?? organization.last_sequence + 1
  await work.db.updateTable('organization').set({ first_sequence }).where('org_id', '=', orgId).execute()
  await removeRecoveries(work, orgId)
  if (next) await scheduleRetention(work, orgId, Math.max(next.created_at, work.now + HOUR - RETENTION))
  return 'done'
}

/**
 * Checks a cursor of an organisation's events against the events that are kept.
 *
 * @param after the last `sequence` seen; 0 begins at the oldest that is kept
 * @param oldest the `sequence` of the oldest event that is kept
 * @param last the `sequence` of the last recorded event
 * @throws {Refusal} `cursor_expired` if events after it are gone, or if it belongs to a history that a restored backup
 * does not contain
 */
export function requireLiveCursor(after: number, oldest: number, last: number): void {
  if (after > last || (after !== 0 && after < oldest - 1))
    throw new Refusal('cursor_expired', { oldest_sequence: oldest })
}

function readOldest(tx: Tx, orgId: string) {
  return tx
    .selectFrom('event')
    .select(['sequence', 'created_at'])
    .where('org_id', '=', orgId)
    .orderBy('sequence')
    .limit(PAGE)
    .execute()
}

/** @returns false if there are more deliveries than one transaction removes; the events stay until those are gone */
async function removeUpTo(tx: Tx, orgId: string, sequence: number): Promise<boolean> {
  const deliveries = await tx
    .selectFrom('delivery')
    .select('delivery_id')
    .where('org_id', '=', orgId)
    .where('sequence', '<=', sequence)
    .orderBy('sequence')
    .limit(MOST_DELIVERIES)
    .execute()
  const ids = deliveries.map(({ delivery_id }) => delivery_id)
  await tx
    .deleteFrom('attempt')
    .where('org_id', '=', orgId)
    .where(isOneOf(tx, 'delivery_id', ids))
    .execute()
  await tx
    .deleteFrom('delivery_by_hand')
    .where(isOneOf(tx, 'delivery_id', ids))
    .execute()
  await tx
    .deleteFrom('delivery')
    .where('org_id', '=', orgId)
    .where(isOneOf(tx, 'delivery_id', ids))
    .execute()
  if (ids.length === MOST_DELIVERIES) return false
  await tx.deleteFrom('event').where('org_id', '=', orgId).where('sequence', '<=', sequence).execute()
  const next = { first_sequence: sequence + 1 }
  await tx.updateTable('organization').set(next).where('org_id', '=', orgId).execute()
  return true
}

async function removeRecoveries(work: Work, orgId: string): Promise<void> {
  await work.db
    .deleteFrom('recovery')
    .where('org_id', '=', orgId)
    .where('status', '!=', 'running')
    .where('created_at', '<=', work.now - RETENTION)
    .execute()
}

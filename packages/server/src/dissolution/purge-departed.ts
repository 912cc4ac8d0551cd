import { handOverPage } from '../departures/handover/perform.ts'
import { purgeStep } from '../departures/purge.ts'
import { unschedule, type WorkKind } from '../due-work/due-work.ts'
import type { Tx } from '../store/schema.ts'
import type { Work } from '../store/work.ts'

/** The number of departed members that are purged in one transaction. */
const PAGE = 5

/**
 * Hands over the next page of a departed member's resources now, instead of waiting for its own due work. A second
 * server waits for the first.
 *
 * @returns false if no handover was running
 */
export async function finishHandovers(work: Work, orgId: string): Promise<boolean> {
  const [due] = await lockDueWork(work.db, orgId, 'handover', 1)
  if (!due) return false
  if ((await handOverPage(work, orgId, due.subject_id)) === 'done') {
    await unschedule(work.db, orgId, 'handover', due.subject_id)
  }
  return true
}

/**
 * Purges the members who departed earlier and could still be restored; their held resources go with the organisation.
 *
 * @returns false if there was nobody left
 */
export async function purgeRestorable(work: Work, orgId: string): Promise<boolean> {
  const due = await lockDueWork(work.db, orgId, 'purge', PAGE)
  for (const { subject_id } of due) {
    if ((await purge(work, orgId, subject_id)) === 'again') return true
    await unschedule(work.db, orgId, 'purge', subject_id)
  }
  return due.length > 0
}

/**
 * Purges the members who departed with the organisation and whose handover took more than one page.
 *
 * @returns false if there was nobody left
 */
export async function purgeOthers(work: Work, orgId: string): Promise<boolean> {
  const next = await work.db
    .selectFrom('departure')
    .select('departure_id')
    .where('org_id', '=', orgId)
    .where('status', '=', 'departed')
    .where('account_id', 'not in', standingHolds(work.db, orgId))
    .orderBy('departure_id')
    .limit(PAGE)
    .execute()
  for (const { departure_id } of next) if ((await purge(work, orgId, departure_id)) === 'again') return true
  return next.length > 0
}

/** The accounts that keep everything beyond the organisation's end (S99). */
const standingHolds = (db: Tx, orgId: string) =>
  db.selectFrom('legal_hold').select('account_id').where('org_id', '=', orgId).where('released_at', 'is', null)

const purge = (work: Work, orgId: string, subjectId: string) =>
  purgeStep(work, { orgId, kind: 'purge', subjectId, dueAt: work.now })

/** Locks the pending work of an organisation, before anything else, in the worker's order. */
function lockDueWork(tx: Tx, orgId: string, kind: WorkKind, limit: number) {
  return tx
    .selectFrom('due_work')
    .select('subject_id')
    .where('org_id', '=', orgId)
    .where('kind', '=', kind)
    .orderBy('subject_id')
    .limit(limit)
    .forUpdate()
    .execute()
}

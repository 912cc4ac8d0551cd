import { handOverPage } from '../departures/handover/perform.ts'
import { purgeStep } from '../departures/purge.ts'
import { unschedule, type WorkKind } from '../due-work/due-work.ts'
import type { Tx } from '../store/schema.ts'
import type { Work } from '../store/work.ts'

/** How many departed members are purged in one transaction. */
const PAGE = 5

/**
 * Hands over the next page of a departed member's many resources, instead of waiting until it falls to somebody. Of two servers
 * at it, the second waits for the first.
 *
 * @returns whether there was a handover under way
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
 * Purges those who departed before and could be restored until now; what was held of them goes with the organisation.
 *
 * @returns whether there was anybody left
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
 * Purges those who departed with the organisation and whose handover took more than a page.
 *
 * @returns whether there was anybody left
 */
export async function purgeOthers(work: Work, orgId: string): Promise<boolean> {
  const next = await work.db
    .selectFrom('departure')
    .select('departure_id')
    .where('org_id', '=', orgId)
    .where('status', '=', 'departed')
    .orderBy('departure_id')
    .limit(PAGE)
    .execute()
  for (const { departure_id } of next) if ((await purge(work, orgId, departure_id)) === 'again') return true
  return next.length > 0
}

const purge = (work: Work, orgId: string, subjectId: string) =>
  purgeStep(work, { orgId, kind: 'purge', subjectId, dueAt: work.now })

/** What is due, or to fall due, of an organisation; locked before anything else, as the worker does. */
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

import { type Step, schedule } from '../due-work/due-work.ts'
import { readStoredPolicy } from '../organizations/policy.ts'
import { scheduleSweep } from '../organizations/retention.ts'
import type { Work } from '../store/work.ts'
import { reasonSources } from './reasons.ts'
import { recordSources } from './records.ts'
import { carriedOutBy, dueAt, earliestEnd, endedBy, findEnded, type RetentionPolicy, type Source } from './source.ts'

const HOUR = 60 * 60 * 1000

/** The number of records whose due work one transaction schedules. */
const PAGE = 200

/** The shortest and the longest time between two sweeps, in milliseconds: records that were kept for another reason are found by the next one. */
const PAUSE = { shortest: HOUR, longest: 7 * 24 * HOUR }

const sources: Record<RetentionPolicy, readonly Source[]> = {
  reason_retention_days: reasonSources,
  record_retention_days: recordSources,
}

/**
 * Schedules the erasure of reasons and the removal of records whose period is over (S110, S111), page by page, each as due work of its
 * own, so that one that fails keeps no other waiting. Then it schedules itself for the next record, as long as the policies set a period.
 */
export const sweepStep: Step = async (work, { orgId }) => {
  const policy = await readStoredPolicy(work.db, orgId)
  let next = work.now + PAUSE.longest
  for (const name of Object.keys(sources) as RetentionPolicy[]) {
    const days = policy[name]
    if (days === null) continue
    for (const source of sources[name]) {
      const found = await findEnded(work.db, source, { orgId, policy: name }, endedBy(work.now, days), PAGE)
      for (const subjectId of found) {
        await schedule(work, { orgId, kind: carriedOutBy[name], subjectId, dueAt: work.now })
      }
      if (found.length > 0) return 'again'
      next = Math.min(next, await nextDue(work, source, { orgId, policy: name }, days))
    }
  }
  if (policy.reason_retention_days === null && policy.record_retention_days === null) return 'done'
  await scheduleSweep(work, orgId, Math.max(next, work.now + PAUSE.shortest))
  return 'done'
}

async function nextDue(work: Work, source: Source, looked: Parameters<typeof earliestEnd>[2], days: number) {
  const end = await earliestEnd(work.db, source, looked)
  return end === null ? Number.POSITIVE_INFINITY : dueAt(end, days)
}

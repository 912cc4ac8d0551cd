import { schedule, unschedule } from '../due-work/due-work.ts'
import type { Work } from '../store/work.ts'

/** Schedules the next look at records whose retention is over, in place of an earlier or later one. */
export async function scheduleSweep(work: Work, orgId: string, dueAt: number): Promise<void> {
  await unschedule(work.db, orgId, 'retention', orgId)
  await schedule(work, { orgId, kind: 'retention', subjectId: orgId, dueAt })
}

import { setImmediate as aTurn } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Logger } from 'pino'
import type { Clock } from '../clock.ts'
import type { Step, TakenWork, WorkKind } from '../due-work/due-work.ts'
import { type Rounds, startRounds } from '../due-work/rounds.ts'
import { type Placing, statement } from '../store/statement.ts'
import type { Store } from '../store/store.ts'
import type { Work } from '../store/work.ts'
import { standAside } from './stand-aside.ts'

type Parts = { store: Store; clock: Clock; logger: Logger; steps: Record<WorkKind, Step> }

/** The longest delay of work that no commit of this process announced, in milliseconds. */
const POLL = 500

/**
 * Starts the worker, which does due work in the order in which it fell due. Each step has its own transaction, so that
 * exactly one server does it, and long work blocks others only for a page. Failed work is postponed, and nothing waits
 * for it.
 */
export function startDueWorker({ store, clock, logger, steps }: Parts): Rounds {
  return startRounds({ poll: POLL, look, logger, failed: 'due work could not be read' })

  async function look(isStopped: () => boolean): Promise<boolean> {
    await clock.refresh()
    // A step on SQLite never yields: without this pause, long work would block every request until it is done.
    while (!isStopped() && (await doNext())) await aTurn()
    return false
  }

  /** @returns false if there was nothing to do */
  async function doNext(): Promise<boolean> {
    let taken: TakenWork | undefined
    try {
      return await store.write(
        { now: clock.now() },
        async (work) => {
          taken = await take(work)
          if (!taken) return false
          const next = await steps[taken.kind](work, taken)
          if (next === 'done') work.later(remove(work.db, taken))
          // It is queued behind work that fell due in the meantime, so that long work takes turns with other work.
          else work.later(putBack(work.db, { ...taken, dueAt: work.now }))
          return true
        },
        { isLong: true },
      )
    } catch (error) {
      if (!taken) throw error
      await standAside({ store, clock, logger, suspend: steps.offboarding_suspension }, taken, error)
      return true
    }
  }
}

async function take(work: Work): Promise<TakenWork | undefined> {
  const [row] = await lockNext(work.db, { now: work.now })
  if (!row) return undefined
  return {
    orgId: row.org_id,
    workId: row.work_id,
    kind: row.kind as WorkKind,
    subjectId: row.subject_id,
    dueAt: row.due_at,
    failures: row.failures,
  }
}

const lockNext = statement((db, $: Placing<{ now: number }>) =>
  db
    .selectFrom('due_work')
    .selectAll()
    .where('due_at', '<=', $('now'))
    .orderBy('due_at')
    .orderBy('work_id')
    .limit(sql.lit(1))
    .forUpdate()
    .skipLocked(),
)

const remove = statement((db, $: Placing<{ orgId: string; workId: string }>) =>
  db.deleteFrom('due_work').where('org_id', '=', $('orgId')).where('work_id', '=', $('workId')),
)

const putBack = statement((db, $: Placing<{ orgId: string; workId: string; dueAt: number }>) =>
  db
    .updateTable('due_work')
    .set({ due_at: $('dueAt'), failures: 0, failing_since: null, last_error: null })
    .where('org_id', '=', $('orgId'))
    .where('work_id', '=', $('workId')),
)

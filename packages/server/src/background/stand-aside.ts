import type { Logger } from 'pino'
import { type Clock, timestamp } from '../clock.ts'
import type { Step, TakenWork } from '../due-work/due-work.ts'
import { STALLED } from '../due-work/due-work.ts'
import { appendEvents } from '../events/append.ts'
import { system } from '../events/event.ts'
import type { Store } from '../store/store.ts'

type Parts = { store: Store; clock: Clock; logger: Logger; suspend: Step }

/**
 * The wait after the first failure, which is multiplied by four with each further one up to the longest, in
 * milliseconds of business time.
 */
const WAIT = { first: 1000, longest: 6 * 60 * 60 * 1000 }

/**
 * Postpones failed work, longer after each failure. The member of an offboarding that fails is suspended meanwhile (S74). Each failure is logged, and an event is recorded for its
 * organisation once the work has stalled. An outage of the store does not count as a failure of the work: then this
 * fails too, and nothing is counted.
 *
 * @param error the error of its step
 * @throws {StoreUnavailable} in an outage
 */
export async function standAside(
  { store, clock, logger, suspend }: Parts,
  due: TakenWork,
  error: unknown,
): Promise<void> {
  const now = clock.now()
  const failures = due.failures + 1
  const next = now + Math.min(WAIT.longest, WAIT.first * 4 ** (failures - 1))
  const failing_since = await store.transaction(async (tx) => {
    const row = await tx
      .updateTable('due_work')
      .set((set) => ({
        due_at: next,
        failures,
        failing_since: set.fn.coalesce('failing_since', set.val(now)),
        last_error: messageOf(error),
      }))
      .where('org_id', '=', due.orgId)
      .where('work_id', '=', due.workId)
      .returning('failing_since')
      .executeTakeFirst()
    return row?.failing_since ?? now
  })
  const { kind, subjectId: subject_id, orgId: org_id } = due
  const about = { kind, subject_id, org_id, failures, next_try_at: timestamp(next) }
  logger.error({ err: error, ...about }, failures < STALLED ? 'due work failed and waits' : 'due work is stalled')
  if (kind === 'offboarding' && failures === 1) {
    await store
      .write({ now }, (work) => suspend(work, due))
      .catch((cause) => logger.warn({ err: cause, ...about }, 'the member of a failing offboarding was not suspended'))
  }
  if (failures !== STALLED) return
  const data = { kind, subject_id, failures, failing_since: timestamp(failing_since), next_try_at: about.next_try_at }
  await store
    .write({ now }, (work) =>
      appendEvents(work, [{ orgId: org_id, type: 'organization.due_work_stalled', actor: system, data }]),
    )
    // The work belongs to no organisation, or the event can't be recorded; the failure is already logged.
    .catch((cause) => logger.warn({ err: cause, ...about }, 'stalled due work could not be told of by an event'))
}

/** PostgreSQL's messages name the constraint but not the values; the text is kept with a bounded length. */
const messageOf = (error: unknown) =>
  String((error as Error | undefined)?.message ?? error)
    .slice(0, 500)
    .replaceAll('\u0000', '')

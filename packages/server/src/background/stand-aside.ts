import type { Logger } from 'pino'
import { type Clock, timestamp } from '../clock.ts'
import type { TakenWork } from '../due-work/due-work.ts'
import { STALLED } from '../due-work/due-work.ts'
import { appendEvents } from '../events/append.ts'
import { system } from '../events/event.ts'
import type { Store } from '../store/store.ts'

type Parts = { store: Store; clock: Clock; logger: Logger }

/** The wait after the first failure, which grows four times with each, up to the longest; in milliseconds of business time. */
const WAIT = { first: 1000, longest: 6 * 60 * 60 * 1000 }

/**
 * Lets work that failed wait, longer after each failure, and tells of it: in the log each time, and by an event of its organisation
 * once it is stalled. An outage of the store is no failure of the work: then this fails as well, and nothing is counted.
 *
 * @param error what its step threw
 * @throws {StoreUnavailable} in an outage
 */
export async function standAside({ store, clock, logger }: Parts, due: TakenWork, error: unknown): Promise<void> {
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
  if (failures !== STALLED) return
  const data = { kind, subject_id, failures, failing_since: timestamp(failing_since), next_try_at: about.next_try_at }
  await store
    .write({ now }, (work) =>
      appendEvents(work, [{ orgId: org_id, type: 'organization.due_work_stalled', actor: system, data }]),
    )
    // The work of no organisation, or an event that can't be recorded: the log has told already.
    .catch((cause) => logger.warn({ err: cause, ...about }, 'stalled due work could not be told of by an event'))
}

/** PostgreSQL's messages name the constraint and not the values; a text of bounded length is kept. */
const messageOf = (error: unknown) =>
  String((error as Error | undefined)?.message ?? error)
    .slice(0, 500)
    .replaceAll('\u0000', '')

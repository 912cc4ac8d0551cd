import type { Reader, Tx } from '../store/schema.ts'

/** The number of uses in the current window, and the window's end in milliseconds. */
export type Counted = { count: number; until: number }

/** A counter to raise, and the length of its window in milliseconds. */
export type Raised = { subject: string; windowMs: number }

/**
 * Raises counters, over all servers. The first use begins a window; a use after its end begins another. The rows stay locked until
 * the commit, in the given order, so that of many simultaneous uses each gets a number of its own.
 *
 * @param now the time by which windows are measured, in milliseconds
 * @param by the number of uses
 * @returns the counts after it, by subject
 */
export async function countEach(tx: Tx, raised: readonly Raised[], now: number, by = 1): Promise<Map<string, Counted>> {
  if (raised.length === 0) return new Map()
  const rows = await tx
    .insertInto('counter')
    .values(raised.map(({ subject, windowMs }) => ({ subject, count: by, window_ends_at: now + windowMs })))
    .onConflict((conflict) =>
      conflict.column('subject').doUpdateSet((set) => {
        const isOver = set('counter.window_ends_at', '<=', now)
        const newEnd = set.ref('excluded.window_ends_at')
        return {
          count: set
            .case()
            .when(isOver)
            .then(by)
            .else(set('counter.count', '+', by))
            .end(),
          window_ends_at: set.case().when(isOver).then(newEnd).else(set.ref('counter.window_ends_at')).end(),
        }
      }),
    )
    .returning(['subject', 'count', 'window_ends_at'])
    .execute()
  return bySubject(rows)
}

/** Lowers counters by one each. */
export async function uncount(tx: Tx, subjects: readonly string[]): Promise<void> {
  // One after the other, so that the rows are locked in the order in which they are raised.
  for (const subject of subjects) {
    await tx
      .updateTable('counter')
      .set((set) => ({ count: set('count', '-', 1) }))
      .where('subject', '=', subject)
      .where('count', '>', 0)
      .execute()
  }
}

/** Extends the window of a counter to a whole one from now. */
export async function prolong(tx: Tx, { subject, windowMs }: Raised, now: number): Promise<void> {
  await tx
    .updateTable('counter')
    .set({ window_ends_at: now + windowMs })
    .where('subject', '=', subject)
    .execute()
}

/** Removes counters, so that they begin at zero again. */
export async function forget(tx: Tx, subjects: readonly string[]): Promise<void> {
  if (subjects.length > 0) await tx.deleteFrom('counter').where('subject', 'in', subjects).execute()
}

/** Reads counters whose window is open, without raising them. */
export async function readCounts(db: Reader, subjects: readonly string[], now: number): Promise<Map<string, Counted>> {
  if (subjects.length === 0) return new Map()
  const rows = await db
    .selectFrom('counter')
    .select(['subject', 'count', 'window_ends_at'])
    .where('subject', 'in', subjects)
    .where('window_ends_at', '>', now)
    .execute()
  return bySubject(rows)
}

const bySubject = (rows: { subject: string; count: number; window_ends_at: number }[]): Map<string, Counted> =>
  new Map(rows.map((row) => [row.subject, { count: row.count, until: row.window_ends_at }]))

/** The seconds after which a caller may try again. */
export const secondsUntil = (until: number, now: number) => Math.max(1, Math.ceil((until - now) / 1000))

const REMOVED_AT_ONCE = 100

/** Removes counters whose window is over, so that no trace of an address stays behind. */
export async function forgetEnded(tx: Tx, prefixes: readonly string[], now: number): Promise<void> {
  const ended = await tx
    .selectFrom('counter')
    .select('subject')
    .where((or) => or.or(prefixes.map((prefix) => or('subject', 'like', `${prefix}%`))))
    .where('window_ends_at', '<=', now)
    .limit(REMOVED_AT_ONCE)
    .forUpdate()
    .skipLocked()
    .execute()
  await forget(
    tx,
    ended.map(({ subject }) => subject),
  )
}

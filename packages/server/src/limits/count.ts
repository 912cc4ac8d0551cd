import type { Reader, Tx } from '../store/schema.ts'

/** How often something happened, and until when that counts. */
export type Counted = { count: number; until: number }

/**
 * Counts one more of something, over all servers. The first begins a window; an attempt after its end begins another. The row
 * stays locked until the commit, so that of many at once each gets a number of its own.
 *
 * @param subject the thing that is counted, for example `token_issue:app_…`
 * @param now the time by which the window is measured, in milliseconds
 * @param by how many are counted at once
 */
export async function countWithin(tx: Tx, subject: string, windowMs: number, now: number, by = 1): Promise<Counted> {
  const counted = await countEach(tx, [subject], windowMs, now, by)
  return counted.get(subject) ?? { count: by, until: now + windowMs }
}

/** Counts one more of each of several, see {@link countWithin}. The rows are locked in the order of `subjects`. */
export async function countEach(
  tx: Tx,
  subjects: readonly string[],
  windowMs: number,
  now: number,
  by = 1,
): Promise<Map<string, Counted>> {
  if (subjects.length === 0) return new Map()
  const until = now + windowMs
  const rows = await tx
    .insertInto('failed_attempt')
    .values(subjects.map((subject) => ({ subject, count: by, blocked_until: until })))
    .onConflict((conflict) =>
      conflict.column('subject').doUpdateSet((set) => {
        const ended = set('failed_attempt.blocked_until', '<=', now)
        return {
          count: set
            .case()
            .when(ended)
            .then(by)
            .else(set('failed_attempt.count', '+', by))
            .end(),
          blocked_until: set.case().when(ended).then(until).else(set.ref('failed_attempt.blocked_until')).end(),
        }
      }),
    )
    .returning(['subject', 'count', 'blocked_until'])
    .execute()
  return new Map(rows.map((row) => [row.subject, { count: row.count, until: row.blocked_until }]))
}

/** Takes back one of each of what {@link countEach} counted. */
export async function uncount(tx: Tx, subjects: readonly string[]): Promise<void> {
  // One after the other, so that the rows are locked in the order in which they are counted.
  for (const subject of subjects) {
    await tx
      .updateTable('failed_attempt')
      .set((set) => ({ count: set('count', '-', 1) }))
      .where('subject', '=', subject)
      .where('count', '>', 0)
      .execute()
  }
}

/** Lets a count go on for a whole window from now. */
export async function prolong(tx: Tx, subject: string, windowMs: number, now: number): Promise<void> {
  await tx
    .updateTable('failed_attempt')
    .set({ blocked_until: now + windowMs })
    .where('subject', '=', subject)
    .execute()
}

/** Starts counting from nothing again. */
export async function forget(tx: Tx, subjects: string[]): Promise<void> {
  if (subjects.length > 0) await tx.deleteFrom('failed_attempt').where('subject', 'in', subjects).execute()
}

/** The seconds that a caller is told to wait. */
export const secondsUntil = (until: number, now: number) => Math.max(1, Math.ceil((until - now) / 1000))

/**
 * Reads how often each of several was counted in the window that is open now, without counting.
 *
 * @param now the time by which the windows are measured, in milliseconds
 */
export async function readCounts(db: Reader, subjects: readonly string[], now: number): Promise<Map<string, Counted>> {
  if (subjects.length === 0) return new Map()
  const rows = await db
    .selectFrom('failed_attempt')
    .select(['subject', 'count', 'blocked_until'])
    .where('subject', 'in', subjects)
    .where('blocked_until', '>', now)
    .execute()
  return new Map(rows.map((row) => [row.subject, { count: row.count, until: row.blocked_until }]))
}

const REMOVED_AT_ONCE = 100

/** Clears away counts whose window is over, so that nothing of an address stays behind. */
export async function forgetEnded(tx: Tx, prefix: string, now: number): Promise<void> {
  const ended = await tx
    .selectFrom('failed_attempt')
    .select('subject')
    .where('subject', 'like', `${prefix}%`)
    .where('blocked_until', '<=', now)
    .limit(REMOVED_AT_ONCE)
    .forUpdate()
    .skipLocked()
    .execute()
  await forget(
    tx,
    ended.map(({ subject }) => subject),
  )
}

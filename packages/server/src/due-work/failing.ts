import type { Reader } from '../store/schema.ts'

/** The most work that is listed. */
const MOST_LISTED = 1000

/** Lists due work whose last step failed, most failures first. */
export function listFailing(db: Reader) {
  return db
    .selectFrom('due_work')
    .selectAll()
    .where('failures', '>', 0)
    .orderBy('failures', 'desc')
    .orderBy('work_id')
    .limit(MOST_LISTED)
    .execute()
}

/**
 * Makes failed work due immediately, in one statement. It counts as failed until it succeeds.
 *
 * @returns the number of pieces of work
 */
export async function retryFailing(db: Reader): Promise<number> {
  // The business clock belongs to the server; time 0 is past by any clock.
  const { numUpdatedRows } = await db
    .updateTable('due_work')
    .set({ due_at: 0 })
    .where('failures', '>', 0)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

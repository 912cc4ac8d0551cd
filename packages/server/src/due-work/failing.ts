import type { Reader } from '../store/schema.ts'

/** The most that is listed. */
const MOST_LISTED = 1000

/** Lists due work whose last step failed, what failed most often first. */
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
 * Makes due what failed, in one statement. It still counts as failed until it succeeds.
 *
 * @returns how much it is
 */
export async function retryFailing(db: Reader): Promise<number> {
  // The business clock is the server's; the beginning of time is past by any.
  const { numUpdatedRows } = await db
    .updateTable('due_work')
    .set({ due_at: 0 })
    .where('failures', '>', 0)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

import { sql } from 'kysely'
import type { Reader } from '../store/schema.ts'
import { type Placing, statement } from '../store/statement.ts'
import type { Work } from '../store/work.ts'
import { type NewNotification, notifyEach } from './notify.ts'

/** The most people who are notified, so that a step stays short in an organisation with thousands of administrators. */
const MOST = 100

/**
 * Leaves a message for the founder and the administrators of an organisation who can act: a hundred people at most, without those who
 * have not accepted the membership.
 *
 * @returns the accounts that were notified
 */
export async function notifyAdministrators(
  work: Work,
  orgId: string,
  message: Pick<NewNotification, 'type' | 'data'>,
): Promise<ReadonlySet<string>> {
  const recipients = await findAdministrators(work.db, orgId)
  await notifyEach(work, orgId, recipients, message)
  return new Set(recipients.map(({ account_id }) => account_id))
}

/** Finds those who are notified of what concerns their organisation, founders first. */
export async function findAdministrators(db: Reader, orgId: string) {
  return readAdministrators(db, { orgId })
}

const readAdministrators = statement((db, $: Placing<{ orgId: string }>) =>
  db
    .selectFrom('account')
    .select(['account_id', 'identity_id'])
    .where('org_id', '=', $('orgId'))
    .where('status', '=', 'active')
    .where('condition', '=', 'normal')
    .where('accepted_at', 'is not', null)
    .where('role', 'in', ['founder', 'admin'])
    .orderBy('role', 'desc')
    .orderBy('account_id')
    .limit(sql.lit(MOST)),
)

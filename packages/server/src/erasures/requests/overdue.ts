import { timestamp } from '../../clock.ts'
import type { Step } from '../../due-work/due-work.ts'
import { isDissolved } from '../../locks/organizations.ts'
import { notify } from '../../notifications/notify.ts'
import { notifyAdministrators } from '../../notifications/notify-administrators.ts'
import { decideNext } from './for-nobody.ts'

/** Notifies both sides that a request for erasure was not decided in time (S112). It stays open, unless the organisation is dissolved by now. */
export const requestDueStep: Step = async (work, { orgId, subjectId }) => {
  if (await isDissolved(work.db, orgId)) return decideNext(work, orgId)
  const row = await work.db
    .selectFrom('erasure_request')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('erasure_request_id', '=', subjectId)
    .where('status', '=', 'open')
    .forUpdate()
    .executeTakeFirst()
  if (!row) return 'done'
  const { erasure_request_id, departure_id, account_id, identity_id } = row
  const data = { erasure_request_id, departure_id, account_id, decide_by: timestamp(row.decide_by) }
  const message = { type: 'erasure.overdue', data } as const
  await notifyAdministrators(work, orgId, message)
  await notify(work, { identityId: identity_id, accountId: account_id, orgId, ...message })
  return 'done'
}

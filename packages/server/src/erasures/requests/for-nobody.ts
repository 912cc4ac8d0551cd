import { audit } from '../../audit/audit.ts'
import { isOnLegalHold } from '../../departures/handover/legal-hold.ts'
import { schedule } from '../../due-work/due-work.ts'
import { system } from '../../events/event.ts'
import type { Work } from '../../store/work.ts'
import { beginErasure } from '../create.ts'
import type { RequestRow } from './request.ts'
import { settleRequest } from './settle.ts'

/** In a dissolved organisation nobody can weigh the request: only what is under a legal hold is kept. */
export async function decideForNobody(work: Work, row: RequestRow): Promise<RequestRow> {
  const { org_id: orgId, account_id: accountId } = row
  if (await isOnLegalHold(work.db, orgId, accountId)) {
    return settleRequest(work, row, { status: 'refused', decided_by: null, ground: 'kept_by_law' })
  }
  const { erasure_id } = await beginErasure(work, { orgId, accountId, requestedBy: accountId })
  return settleRequest(work, row, { status: 'granted', decided_by: null, erasure_id })
}

/** Has the requests decided that are open when their organisation is dissolved: {@link decideNext} does one at a time. */
export const scheduleDecisions = (work: Work, orgId: string): Promise<void> =>
  schedule(work, { orgId, kind: 'erasure_request_due', subjectId: orgId, dueAt: work.now })

/** Decides the next open request of a dissolved organisation. */
export async function decideNext(work: Work, orgId: string): Promise<'done' | 'again'> {
  const row = await work.db
    .selectFrom('erasure_request')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('status', '=', 'open')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return 'done'
  const { status, erasure_id } = await decideForNobody(work, row)
  const change = { before: { status: 'open' }, after: { status, erasure_id } }
  await audit(work, system, { orgId, action: 'system', target: row.erasure_request_id, ...change })
  return 'again'
}

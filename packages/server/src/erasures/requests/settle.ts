import type { OrganizationActor } from '../../actor.ts'
import { audit } from '../../audit/audit.ts'
import { unschedule } from '../../due-work/due-work.ts'
import { notify } from '../../notifications/notify.ts'
import type { Work } from '../../store/work.ts'
import type { ErasureRow } from '../erasure.ts'
import type { RequestRow } from './request.ts'

/** The decision about a request. */
export type Decision = Pick<RequestRow, 'status' | 'decided_by'> &
  Partial<Pick<RequestRow, 'ground' | 'reason' | 'erasure_id'>>

/** Records the decision about an open request, and notifies the person (S112). */
export async function settleRequest(work: Work, row: RequestRow, decision: Decision): Promise<RequestRow> {
  const { org_id: orgId, erasure_request_id: id, account_id, identity_id } = row
  const decided = { ...decision, decided_at: work.now }
  await work.db
    .updateTable('erasure_request')
    .set(decided)
    .where('org_id', '=', orgId)
    .where('erasure_request_id', '=', id)
    .execute()
  await unschedule(work.db, orgId, 'erasure_request_due', id)
  const { status, decided_by: _, ...why } = decision
  const data = { erasure_request_id: id, account_id, ...why }
  const type = status === 'granted' ? ('erasure.granted' as const) : ('erasure.refused' as const)
  await notify(work, { identityId: identity_id, accountId: account_id, orgId, type, data })
  return { ...row, ...decided }
}

/** Grants the open request of an account that an administrator has erased without it. */
export async function grantOpenRequest(
  work: Work,
  { org_id: orgId, account_id, erasure_id }: ErasureRow,
  actor: OrganizationActor,
): Promise<void> {
  const open = await work.db
    .selectFrom('erasure_request')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('account_id', '=', account_id)
    .where('status', '=', 'open')
    .forUpdate()
    .executeTakeFirst()
  if (!open) return
  await settleRequest(work, open, { status: 'granted', decided_by: actor.id, erasure_id })
  const change = { before: { status: 'open' }, after: { status: 'granted', erasure_id } }
  await audit(work, actor, { orgId, action: 'erasures.create', target: open.erasure_request_id, ...change })
}

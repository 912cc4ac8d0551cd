import type { CallOf, Schemas } from '@sendoff/api'
import { type OrganizationActor, requireAdministrator, requireUser } from '../../actor.ts'
import { audit } from '../../audit/audit.ts'
import { requireNotOwnDeparture } from '../../departures/legal-holds/place.ts'
import { lockAsAdministrator } from '../../locks/members.ts'
import { Refusal } from '../../refusal.ts'
import type { Work } from '../../store/work.ts'
import { beginErasure } from '../create.ts'
import { findRequest, presentRequest } from './request.ts'
import { settleRequest } from './settle.ts'

/**
 * Grants a request for erasure, and begins the erasure (S112).
 *
 * @throws {Refusal} `user_required`, `admin_required`, `erasure_request_not_found`, `own_case`, `erasure_request_decided`,
 * `account_not_departed`, `legal_hold_standing`, `handover_running`, `erasure_exists`
 */
export async function grantRequest(
  work: Work,
  actor: OrganizationActor,
  { erasure_request_id: id }: CallOf<'erasureRequests.grant'>,
): Promise<Schemas['ErasureRequest']> {
  const row = await lockOpen(work, actor, id)
  const { orgId } = actor
  const { erasure_id } = await beginErasure(work, { orgId, accountId: row.account_id, requestedBy: actor.id })
  const settled = await settleRequest(work, row, { status: 'granted', decided_by: actor.id, erasure_id })
  const change = { before: { status: 'open' }, after: { status: 'granted', erasure_id } }
  await audit(work, actor, { orgId, action: 'erasureRequests.grant', target: id, ...change })
  return presentRequest({ ...settled, holds: row.holds }, work.now)
}

/**
 * Refuses a request for erasure, with a ground of the law and a reason that the person reads (S112).
 *
 * @throws {Refusal} `user_required`, `admin_required`, `erasure_request_not_found`, `own_case`, `erasure_request_decided`
 */
export async function refuseRequest(
  work: Work,
  actor: OrganizationActor,
  { erasure_request_id: id, ground, reason }: CallOf<'erasureRequests.refuse'>,
): Promise<Schemas['ErasureRequest']> {
  const row = await lockOpen(work, actor, id)
  const settled = await settleRequest(work, row, { status: 'refused', decided_by: actor.id, ground, reason })
  const change = { before: { status: 'open' }, after: { status: 'refused', ground, reason } }
  await audit(work, actor, { orgId: actor.orgId, action: 'erasureRequests.refuse', target: id, ...change })
  return presentRequest({ ...settled, holds: row.holds }, work.now)
}

/** Locks the account and finds its open request: nobody decides on their own, and of two decisions the first counts. */
async function lockOpen(work: Work, actor: OrganizationActor, id: string) {
  requireUser(actor)
  requireAdministrator(actor)
  const { account_id, identity_id } = await findRequest(work.db, actor.orgId, id)
  await requireNotOwnDeparture(work.db, actor, identity_id)
  await lockAsAdministrator(work.db, actor, [account_id])
  await work.db
    .selectFrom('erasure_request')
    .select('status')
    .where('org_id', '=', actor.orgId)
    .where('erasure_request_id', '=', id)
    .forUpdate()
    .execute()
  const row = await findRequest(work.db, actor.orgId, id)
  if (row.status !== 'open') throw new Refusal('erasure_request_decided')
  return row
}

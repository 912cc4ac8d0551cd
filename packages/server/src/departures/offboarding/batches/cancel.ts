import type { CallOf, Schemas } from '@sendoff/api'
import { type OrganizationActor, requireAdministrator } from '../../../actor.ts'
import { audit } from '../../../audit/audit.ts'
import { lockAsAdministrator } from '../../../locks/members.ts'
import { Refusal } from '../../../refusal.ts'
import type { Work } from '../../../store/work.ts'
import { presentBatch } from './batch.ts'
import { endBatch } from './end.ts'
import { lockBatch } from './step.ts'

/**
 * Cancels the items of a batch that have not begun.
 *
 * @throws {Refusal} `admin_required`, `offboarding_batch_not_found`, `offboarding_batch_ended`
 */
export async function cancelBatch(
  work: Work,
  actor: OrganizationActor,
  { batch_id: batchId }: CallOf<'offboardingBatches.cancel'>,
): Promise<Schemas['OffboardingBatchSummary']> {
  requireAdministrator(actor)
  const { orgId } = actor
  // The batch comes before accounts, as in its step.
  const batch = await lockBatch(work.db, orgId, batchId)
  if (!batch) throw new Refusal('offboarding_batch_not_found')
  await lockAsAdministrator(work.db, actor)
  if (batch.status !== 'running') throw new Refusal('offboarding_batch_ended')
  const ended = await endBatch(work, batch, 'canceled', actor)
  const change = { before: { status: 'running' }, after: { status: 'canceled' } }
  await audit(work, actor, { orgId, action: 'offboardingBatches.cancel', target: batchId, ...change })
  return presentBatch(ended)
}

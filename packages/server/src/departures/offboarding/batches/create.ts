import type { CallOf, Schemas } from '@sendoff/api'
import { type OrganizationActor, requireAdministrator } from '../../../actor.ts'
import { audit } from '../../../audit/audit.ts'
import { schedule } from '../../../due-work/due-work.ts'
import { newId } from '../../../ids.ts'
import { lockAsAdministrator } from '../../../locks/members.ts'
import type { Work } from '../../../store/work.ts'
import { getBatch } from './batch.ts'

/**
 * Starts to offboard many members. Each item succeeds or fails independently, in the given order.
 *
 * @throws {Refusal} `admin_required`
 */
export async function createBatch(
  work: Work,
  actor: OrganizationActor,
  { items }: CallOf<'offboardingBatches.create'>,
): Promise<Schemas['OffboardingBatch']> {
  requireAdministrator(actor)
  await lockAsAdministrator(work.db, actor)
  const { orgId } = actor
  const batch_id = newId('ofb')
  const { type, id, origin } = actor
  await work.db
    .insertInto('offboarding_batch')
    .values({
      org_id: orgId,
      batch_id,
      status: 'running',
      total: items.length,
      actor: JSON.stringify({ type, id, origin }),
      created_at: work.now,
      completed_at: null,
    })
    .execute()
  await work.db
    .insertInto('offboarding_batch_item')
    .values(
      items.map((item, position) => ({
        org_id: orgId,
        batch_id,
        position,
        item: JSON.stringify(item),
        status: 'pending' as const,
        offboarding_id: null,
        failure: null,
      })),
    )
    .execute()
  await schedule(work, { orgId, kind: 'offboarding_batch', subjectId: batch_id, dueAt: work.now })
  const after = { items: items.length }
  await audit(work, actor, { orgId, action: 'offboardingBatches.create', target: batch_id, after })
  return getBatch(work, actor, { batch_id })
}

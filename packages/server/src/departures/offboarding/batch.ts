import type { CallOf, Schemas } from '@sendoff/api'
import { type OrganizationActor, requireAdministrator } from '../../actor.ts'
import { audit } from '../../audit/audit.ts'
import { timestamp } from '../../clock.ts'
import { type Step, schedule } from '../../due-work/due-work.ts'
import { newId } from '../../ids.ts'
import { lockAsAdministrator } from '../../locks/members.ts'
import { Refusal } from '../../refusal.ts'
import type { View, Work } from '../../store/work.ts'
import { offboardOfBatch } from './offboard.ts'

type Item = Schemas['CreateOffboardingRequest']

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

/** @throws {Refusal} `admin_required`, `offboarding_batch_not_found` */
export async function getBatch(
  { db }: View,
  actor: OrganizationActor,
  { batch_id: batchId }: CallOf<'offboardingBatches.get'>,
): Promise<Schemas['OffboardingBatch']> {
  requireAdministrator(actor)
  const batch = await db
    .selectFrom('offboarding_batch')
    .selectAll()
    .where('org_id', '=', actor.orgId)
    .where('batch_id', '=', batchId)
    .executeTakeFirst()
  if (!batch) throw new Refusal('offboarding_batch_not_found')
  const rows = await db
    .selectFrom('offboarding_batch_item')
    .selectAll()
    .where('org_id', '=', actor.orgId)
    .where('batch_id', '=', batchId)
    .orderBy('position')
    .execute()
  const count = (status: string) => rows.filter((row) => row.status === status).length
  return {
    batch_id: batchId,
    status: batch.status,
    total: batch.total,
    succeeded: count('succeeded'),
    failed: count('failed'),
    pending: count('pending'),
    items: rows.map(({ position, item, status, offboarding_id, failure }) => ({
      position,
      account_id: (JSON.parse(item) as Item).account_id,
      status,
      offboarding_id,
      failure,
    })),
    created_at: timestamp(batch.created_at),
    completed_at: batch.completed_at === null ? null : timestamp(batch.completed_at),
  }
}

/**
 * The number of attempts for an item that fails for another reason than a rule; the rest of the batch waits for them.
 */
const MOST_TRIES = 3

/** Offboards the next member of a batch. Each item has its own transaction, so that a failure does not undo others. */
export const offboardingBatchStep: Step = async (work, { orgId, subjectId, failures = 0 }) => {
  const batch = await work.db
    .selectFrom('offboarding_batch')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('batch_id', '=', subjectId)
    .executeTakeFirstOrThrow()
  const next = await work.db
    .selectFrom('offboarding_batch_item')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('batch_id', '=', subjectId)
    .where('status', '=', 'pending')
    .orderBy('position')
    .limit(1)
    .executeTakeFirst()
  if (!next) {
    await work.db
      .updateTable('offboarding_batch')
      .set({ status: 'completed', completed_at: work.now })
      .where('org_id', '=', orgId)
      .where('batch_id', '=', subjectId)
      .execute()
    return 'done'
  }
  const actor = { ...JSON.parse(batch.actor), orgId } as OrganizationActor
  const result =
    failures < MOST_TRIES
      ? await tryItem(work, actor, JSON.parse(next.item), subjectId)
      : { status: 'failed' as const, failure: 'internal_error' as const }
  await work.db
    .updateTable('offboarding_batch_item')
    .set(result)
    .where('org_id', '=', orgId)
    .where('batch_id', '=', subjectId)
    .where('position', '=', next.position)
    .execute()
  return 'again'
}

/** All rules are checked before anything is written, so that a refusal changes nothing. */
async function tryItem(work: Work, actor: OrganizationActor, item: Item, batchId: string) {
  try {
    const { offboarding_id } = await offboardOfBatch(work, actor, item, batchId)
    return { status: 'succeeded' as const, offboarding_id }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { status: 'failed' as const, failure: error.code }
  }
}

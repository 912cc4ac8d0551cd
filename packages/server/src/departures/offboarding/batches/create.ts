import type { CallOf, Schemas } from '@sendoff/api'
import { type OrganizationActor, requireAdministrator } from '../../../actor.ts'
import { type AuditedChange, audit } from '../../../audit/audit.ts'
import { schedule } from '../../../due-work/due-work.ts'
import { newId } from '../../../ids.ts'
import { lockAsAdministrator } from '../../../locks/members.ts'
import { invalid, Refusal } from '../../../refusal.ts'
import type { Work } from '../../../store/work.ts'
import { requireValidHandover } from '../../handover/recipients.ts'
import { type BatchRow, findBatch, getBatch, presentBatch } from './batch.ts'
import { findMatched } from './filter.ts'

/** The number of items in one insert, within the limits of both stores for values in a statement. */
const PAGE = 500

/**
 * Starts to offboard many members, or to report what would happen. Each item succeeds or fails independently, in the
 * given order.
 *
 * @throws {Refusal} `admin_required`
 */
export async function createBatch(
  work: Work,
  actor: OrganizationActor,
  { items, dry_run }: CallOf<'offboardingBatches.create'>,
): Promise<Schemas['OffboardingBatch']> {
  requireAdministrator(actor)
  await lockAsAdministrator(work.db, actor)
  const action = 'offboardingBatches.create'
  const { batch_id } = await start(work, actor, items, { action, is_dry_run: dry_run ? 1 : 0 })
  return getBatch(work, actor, { batch_id })
}

/**
 * Starts a batch of the members that a filter matches now.
 *
 * @throws {Refusal} `admin_required`, `recipient_invalid`, `preview_stale` if others match than at the dry run, `invalid_request` for a filter
 * without a condition or with too many members, for contradictory choices, and without a revision unless it is a dry run
 */
export async function createBatchByFilter(
  work: Work,
  actor: OrganizationActor,
  { filter, dry_run, revision, ...template }: CallOf<'offboardingBatches.createByFilter'>,
): Promise<Schemas['OffboardingBatchSummary']> {
  requireAdministrator(actor)
  if (!dry_run && revision === undefined) throw invalid('/revision', 'batch.revision')
  await lockAsAdministrator(work.db, actor)
  if (template.handover) await requireValidHandover(work.db, anybodyOf(actor.orgId), template.handover)
  const matched = await findMatched(work.db, actor.orgId, filter)
  if (revision !== undefined && revision !== matched.revision) throw new Refusal('preview_stale')
  const items = matched.accountIds.map((account_id) => ({ account_id }))
  return presentBatch(
    await start(work, actor, items, {
      action: 'offboardingBatches.createByFilter',
      is_dry_run: dry_run ? 1 : 0,
      template: JSON.stringify(template),
      filter: JSON.stringify(filter),
      revision: matched.revision,
      not_matched: JSON.stringify(matched.notMatched),
    }),
  )
}

/** A leaver without an account, for checks that are the same for each member. */
const anybodyOf = (org_id: string) => ({ org_id, account_id: '', manager_id: null })

type Kind = Pick<AuditedChange, 'action'> &
  Pick<BatchRow, 'is_dry_run'> &
  Partial<Pick<BatchRow, 'template' | 'filter' | 'revision' | 'not_matched'>>

async function start(
  work: Work,
  actor: OrganizationActor,
  items: object[],
  { action, ...kind }: Kind,
): Promise<BatchRow> {
  const { orgId, type, id, origin } = actor
  const batch_id = newId('ofb')
  await work.db
    .insertInto('offboarding_batch')
    .values({
      ...kind,
      org_id: orgId,
      batch_id,
      status: 'running',
      total: items.length,
      actor: JSON.stringify({ type, id, origin }),
      created_at: work.now,
      completed_at: null,
    })
    .execute()
  for (let from = 0; from < items.length; from += PAGE) {
    const rows = items.slice(from, from + PAGE).map((item, i) => ({
      org_id: orgId,
      batch_id,
      position: from + i,
      item: JSON.stringify(item),
      status: 'pending' as const,
      offboarding_id: null,
      failure: null,
    }))
    await work.db.insertInto('offboarding_batch_item').values(rows).execute()
  }
  await schedule(work, { orgId, kind: 'offboarding_batch', subjectId: batch_id, dueAt: work.now })
  const after = { items: items.length, dry_run: kind.is_dry_run === 1, ...(kind.filter && { by_filter: true }) }
  await audit(work, actor, { orgId, action, target: batch_id, after })
  return findBatch(work.db, orgId, batch_id)
}

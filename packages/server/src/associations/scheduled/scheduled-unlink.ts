import type { CallOf, Schemas } from '@sendoff/api'
import type { Selectable } from 'kysely'
import type { OrganizationActor } from '../../actor.ts'
import { timestamp } from '../../clock.ts'
import { Refusal } from '../../refusal.ts'
import { paged } from '../../store/page.ts'
import type { Reader, Schema } from '../../store/schema.ts'
import type { View } from '../../store/work.ts'
import { describeFailure } from '../../texts/sentence.ts'
import type { Language } from '../../texts/texts.ts'
import { requireMayUnlink } from '../find-linked.ts'

export type ScheduledUnlinkRow = Selectable<Schema['scheduled_unlink']>

/** A scheduled unlink as the contract shows it. */
export function presentScheduledUnlink(row: ScheduledUnlinkRow, language?: Language): Schemas['ScheduledUnlink'] {
  return {
    scheduled_unlink_id: row.unlink_id,
    association_id: row.association_id,
    dept_id: row.dept_id,
    associated_org_id: row.associated_org_id,
    status: row.status,
    effective_at: timestamp(row.at),
    acts_for: { type: row.actor_type, id: row.actor_id },
    reason_code: row.reason_code as Schemas['ReasonCode'] | null,
    reason_text: row.reason_text,
    failure: row.failure,
    problem: describeFailure(row.failure, language),
    created_at: timestamp(row.created_at),
    ended_at: row.ended_at === null ? null : timestamp(row.ended_at),
  }
}

/** @throws {Refusal} `scheduled_unlink_not_found`, also for one of the other side */
export async function findScheduledUnlink(db: Reader, orgId: string, id: string): Promise<ScheduledUnlinkRow> {
  const row = await db
    .selectFrom('scheduled_unlink')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('unlink_id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Refusal('scheduled_unlink_not_found')
  return row
}

/** @throws {Refusal} `ordinary_user_not_allowed`, `scheduled_unlink_not_found` */
export async function getScheduledUnlink(
  { db }: View,
  actor: OrganizationActor,
  { scheduled_unlink_id: id }: CallOf<'scheduledUnlinks.get'>,
): Promise<Schemas['ScheduledUnlink']> {
  requireMayUnlink(actor)
  return presentScheduledUnlink(await findScheduledUnlink(db, actor.orgId, id), actor.origin.language)
}

/**
 * Lists the unlinks that the organisation has scheduled, oldest first.
 *
 * @throws {Refusal} `ordinary_user_not_allowed`
 */
export async function listScheduledUnlinks(
  { db }: View,
  actor: OrganizationActor,
  { status, ...page }: CallOf<'scheduledUnlinks.list'>,
): Promise<Schemas['ScheduledUnlinkList']> {
  requireMayUnlink(actor)
  let query = db.selectFrom('scheduled_unlink').selectAll().where('org_id', '=', actor.orgId).orderBy('unlink_id')
  if (status) query = query.where('status', '=', status)
  return paged(page, (after, limit) => query.where('unlink_id', '>', after).limit(limit).execute(), {
    key: (row) => row.unlink_id,
    present: (row) => presentScheduledUnlink(row, actor.origin.language),
  })
}

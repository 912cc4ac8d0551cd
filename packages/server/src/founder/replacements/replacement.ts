import type { CallOf, Schemas } from '@sendoff/api'
import type { Selectable } from 'kysely'
import { type OrganizationActor, requireAdministrator, requireUser } from '../../actor.ts'
import { timestamp } from '../../clock.ts'
import { Refusal } from '../../refusal.ts'
import { paged } from '../../store/page.ts'
import type { Reader, Schema, Tx } from '../../store/schema.ts'
import type { View } from '../../store/work.ts'

type Row = Selectable<Schema['founder_replacement']>

/** A founder replacement that a server has begun. */
export type ReplacementRow = Row & {
  status: Exclude<Row['status'], 'requested'>
  started_at: number
  effective_at: number
}

/** Selects the founder replacements of an organisation that have begun; requests that were refused never did. */
const begunOf = (db: Reader, orgId: string) =>
  db
    .selectFrom('founder_replacement')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('started_at', 'is not', null)
    .$narrowType<ReplacementRow>()

/** A founder replacement as the contract shows it. */
export function presentReplacement(row: ReplacementRow): Schemas['FounderReplacement'] {
  const { ended_at, ended_by, ended_by_type } = row
  return {
    replacement_id: row.replacement_id,
    status: row.status,
    founder_id: row.founder_id,
    successor_id: row.successor_id,
    reason: row.reason,
    started_at: timestamp(row.started_at),
    effective_at: timestamp(row.effective_at),
    ended_at: ended_at === null ? null : timestamp(ended_at),
    ended_by: ended_by === null ? null : { type: ended_by_type ?? 'system', id: ended_by },
    end_reason: ended_at === null ? null : row.end_reason,
    failure: row.failure,
  }
}

/** @throws {Refusal} `founder_replacement_not_found` */
export async function findReplacement(db: Reader, orgId: string, replacementId: string): Promise<ReplacementRow> {
  const row = await begunOf(db, orgId).where('replacement_id', '=', replacementId).executeTakeFirst()
  if (!row) throw new Refusal('founder_replacement_not_found')
  return row
}

/**
 * Locks a founder replacement, begun or not, after the accounts that it concerns.
 *
 * @throws if there is no such row
 */
export function lockReplacement(tx: Tx, orgId: string, replacementId: string): Promise<Row> {
  return tx
    .selectFrom('founder_replacement')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('replacement_id', '=', replacementId)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

/** True for a founder replacement for which the waiting time runs. */
export const isWaiting = (row: Row): row is ReplacementRow => row.status === 'waiting'

/** @throws {Refusal} `user_required`, `admin_required`, `founder_replacement_not_found` */
export async function getReplacement(
  { db }: View,
  actor: OrganizationActor,
  { replacement_id: replacementId }: CallOf<'founderReplacements.get'>,
): Promise<Schemas['FounderReplacement']> {
  requireUser(actor)
  requireAdministrator(actor)
  return presentReplacement(await findReplacement(db, actor.orgId, replacementId))
}

/**
 * Lists founder replacements, oldest first.
 *
 * @throws {Refusal} `user_required`, `admin_required`
 */
export async function listReplacements(
  { db }: View,
  actor: OrganizationActor,
  { status, ...page }: CallOf<'founderReplacements.list'>,
): Promise<Schemas['FounderReplacementList']> {
  requireUser(actor)
  requireAdministrator(actor)
  let query = begunOf(db, actor.orgId).orderBy('replacement_id')
  if (status !== undefined) query = query.where('status', '=', status)
  return paged(page, (after, limit) => query.where('replacement_id', '>', after).limit(limit).execute(), {
    key: (row) => row.replacement_id,
    present: presentReplacement,
  })
}
